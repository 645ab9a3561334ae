import type { Stretch } from '../draft/selection';

/** What an event carries to the page: the text itself, nothing else of ours. */
interface Load {
  text?: string;
  html?: string;
}

type Realm = Window & typeof globalThis;

/**
 * Events that the page's scripts can read whole. In Chromium the two worlds share one event. In
 * Firefox the page may not touch what a content script's event carries, so there the event is made
 * with the page's own constructors; a page that has put its own in their place learns the text that
 * it is about to be given anyway.
 */

/** A paste. Firefox ignores `clipboardData` in the constructor and knows `data` and `dataType` instead. */
export function pasteEvent(window: Realm, { text, html }: Load): Event {
  const init = { bubbles: true, cancelable: true, composed: true };
  const page = pageOf(window);
  if (!page) return new window.ClipboardEvent('paste', { ...init, clipboardData: transferOf(window, { text, html }) });
  const first = text === undefined ? { data: html, dataType: 'text/html' } : { data: text, dataType: 'text/plain' };
  const event = new page.ClipboardEvent('paste', cloneInto({ ...init, ...first }, page));
  if (text !== undefined && html !== undefined) event.clipboardData?.setData('text/html', html);
  return event;
}

/** A paste of a file, as a picture from the clipboard comes. */
export function filePasteEvent(window: Realm, file: File): Event {
  const init = { bubbles: true, cancelable: true, composed: true };
  const page = pageOf(window);
  if (!page) {
    const clipboardData = new window.DataTransfer();
    clipboardData.items.add(file);
    return new window.ClipboardEvent('paste', { ...init, clipboardData });
  }
  const event = new page.ClipboardEvent('paste', cloneInto(init, page));
  event.clipboardData?.items.add(cloneInto(file, page));
  return event;
}

/** The event before a replacement of `target` (the selection when null) by the text. */
export function replacementEvent(window: Realm, text: string, target: Stretch | null): Event {
  const init: InputEventInit = { bubbles: true, cancelable: true, composed: true, inputType: 'insertReplacementText' };
  const page = pageOf(window);
  if (!page) {
    if (target) init.targetRanges = [new window.StaticRange(plain(target))];
    return new window.InputEvent('beforeinput', { ...init, dataTransfer: transferOf(window, { text }) });
  }
  const pageInit = cloneInto(init, page);
  pageInit.dataTransfer = transferOf(page, { text });
  if (target) {
    // Nodes cannot be cloned along: they are set on a dictionary and a list of the page's own.
    const range = Object.assign(new page.Object() as StaticRangeInit, plain(target));
    pageInit.targetRanges = new page.Array<StaticRange>(new page.StaticRange(range));
  }
  return new page.InputEvent('beforeinput', pageInit);
}

export function windowOf(element: Element): Realm | null {
  return element.ownerDocument.defaultView;
}

/** Firefox's way from a content script into the page's realm. */
declare const cloneInto: <T>(value: T, target: object) => T;

function pageOf(window: Realm): Realm | undefined {
  return (window as { wrappedJSObject?: Realm }).wrappedJSObject;
}

function transferOf(realm: Realm, { text, html }: Load): DataTransfer {
  const data = new realm.DataTransfer();
  if (text !== undefined) data.setData('text/plain', text);
  if (html !== undefined) data.setData('text/html', html);
  return data;
}

function plain({ startContainer, startOffset, endContainer, endOffset }: Stretch): StaticRangeInit {
  return { startContainer, startOffset, endContainer, endOffset };
}
