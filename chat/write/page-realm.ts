import type { Stretch } from '../draft/selection';

/** What Firefox gives a content script to reach into the page's realm. */
interface FirefoxWindow {
  wrappedJSObject?: Window & typeof globalThis;
}

declare const cloneInto: (<T>(value: T, target: object, options?: { wrapReflectors?: boolean }) => T) | undefined;

interface Load {
  text: string;
  html?: string;
  target?: Stretch | null;
}

/**
 * Makes an event that the page's scripts can read whole. In Firefox an event made by a content
 * script carries a `DataTransfer` of the content script, which the page may not touch; so there it
 * is made with the page's own constructors. Nothing of ours goes along but the text itself.
 */
export function makeEvent(
  window: Window & typeof globalThis,
  kind: 'ClipboardEvent' | 'InputEvent',
  type: string,
  { text, html, target }: Load,
): Event {
  const page = (window as FirefoxWindow).wrappedJSObject;
  const realm = page ?? window;
  const data = new realm.DataTransfer();
  data.setData('text/plain', text);
  if (html !== undefined) data.setData('text/html', html);
  const init: InputEventInit & ClipboardEventInit = { bubbles: true, cancelable: true, composed: true };
  if (kind === 'InputEvent') init.inputType = 'insertReplacementText';
  const inRealm = page && typeof cloneInto === 'function' ? cloneInto(init, page) : init;
  if (kind === 'ClipboardEvent') inRealm.clipboardData = data;
  else inRealm.dataTransfer = data;
  if (target) inRealm.targetRanges = inPage(page, [staticRange(realm, target)]);
  return new realm[kind](type, inRealm);
}

function staticRange(realm: Window & typeof globalThis, target: Stretch): StaticRange {
  const { startContainer, startOffset, endContainer, endOffset } = target;
  return new realm.StaticRange(inPage((realm as FirefoxWindow).wrappedJSObject, { startContainer, startOffset, endContainer, endOffset }));
}

/** A value that the page's constructors may read. */
function inPage<T>(page: Window | undefined, value: T): T {
  return page && typeof cloneInto === 'function' ? cloneInto(value, page, { wrapReflectors: true }) : value;
}

export function windowOf(element: Element): (Window & typeof globalThis) | null {
  return element.ownerDocument.defaultView;
}
