/** What Firefox gives a content script to reach into the page's realm. */
interface FirefoxWindow {
  wrappedJSObject?: Window & typeof globalThis;
}

declare const cloneInto: (<T>(value: T, target: object, options?: { wrapReflectors?: boolean }) => T) | undefined;

/**
 * Makes an event that the page's scripts can read whole. In Firefox an event made by a content
 * script carries a `DataTransfer` of the content script, which the page may not touch; so there it
 * is made with the page's own constructors. Nothing of ours goes along but the text itself.
 */
export function makeEvent(
  window: Window & typeof globalThis,
  kind: 'ClipboardEvent' | 'InputEvent',
  type: string,
  text: string,
  init: InputEventInit = {},
): Event {
  const page = (window as FirefoxWindow).wrappedJSObject;
  const realm = page ?? window;
  const data = new realm.DataTransfer();
  data.setData('text/plain', text);
  const all = { bubbles: true, cancelable: true, composed: true, ...init };
  const carrier = kind === 'ClipboardEvent' ? { clipboardData: data } : { dataTransfer: data };
  if (!page || typeof cloneInto !== 'function') return new realm[kind](type, { ...all, ...carrier });
  const pageInit = cloneInto(all, page);
  Object.assign(pageInit, carrier);
  return new page[kind](type, pageInit);
}

export function windowOf(element: Element): (Window & typeof globalThis) | null {
  return element.ownerDocument.defaultView;
}
