export type TextControl = HTMLTextAreaElement | HTMLInputElement;

/** Input types that hold free text and can be typed into. */
const textTypes = new Set(['text', 'search', 'url', 'tel', 'email', '']);

/** True for a textarea and for an input that takes free text, of any realm. */
export function isTextControl(element: Element): element is TextControl {
  if (element.localName === 'textarea') return true;
  return element.localName === 'input' && textTypes.has((element.getAttribute('type') ?? '').toLowerCase());
}
