import { childrenOf, nodesOf, parentOf } from '../tree';

/**
 * Bubbles: boxes that a page paints around one message's text. What is painted is found by
 * computed style, so that neither class names nor tags matter.
 */

/** True when the element draws a box of its own: a ground, a border all round, or a shadow. */
export function isPainted(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.backgroundImage.includes('gradient')) return true;
  if (!isClear(style.backgroundColor) && style.backgroundColor !== groundOf(element)) return true;
  if (style.boxShadow !== 'none' && style.boxShadow !== '') return true;
  return (
    parseFloat(style.borderTopWidth) > 0 &&
    parseFloat(style.borderBottomWidth) > 0 &&
    parseFloat(style.borderLeftWidth) > 0 &&
    parseFloat(style.borderRightWidth) > 0 &&
    !isClear(style.borderTopColor)
  );
}

/** True for a computed colour of which next to nothing is seen. */
const isClear = (colour: string): boolean => colour === 'transparent' || /^(rgba|.*\/).*[,/]\s*0(\.0[0-2]\d*)?\)$/.test(colour);

/** Colour of the nearest painted ground behind `element`. */
function groundOf(element: Element): string {
  for (let node = parentOf(element), up = 0; node && up < 12; node = parentOf(node), up++) {
    const { backgroundColor } = getComputedStyle(node);
    if (!isClear(backgroundColor)) return backgroundColor;
  }
  return '';
}

const CONTROL = 'button, [role="button"], input, textarea, select, svg, img, video, audio, canvas, [contenteditable]';

/** True when the element has a letter of text of its own or of its content's, buttons left out. */
export function hasText(element: Element): boolean {
  for (const node of nodesOf(element)) {
    if (node instanceof Text) {
      if (node.data.trim() !== '' && !/^(style|script|title|template)$/.test(element.localName)) return true;
    } else if (node instanceof Element && !node.matches(CONTROL) && hasText(node)) return true;
  }
  return false;
}

/**
 * Outermost painted boxes with text under `root`, in document order, at most `limit`. A painted box that
 * holds several like boxes one over the other is a frame round a list, and gives way to them.
 */
export function bubblesIn(root: Element, limit = Infinity): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const child of childrenOf(root)) {
    if (found.length >= limit) break;
    found.push(...bubblesOf(child, limit - found.length));
  }
  return found;
}

/** As `bubblesIn`, for `element` itself and what is under it. */
export function bubblesOf(element: Element, limit = Infinity): HTMLElement[] {
  if (!(element instanceof HTMLElement) || element.matches(CONTROL)) return [];
  const box = element.getBoundingClientRect();
  if (box.height < 14 || box.width < 14 || !hasText(element)) {
    // Rows of no height of their own still show what overflows them.
    if (box.height >= 14 || element.childElementCount === 0) return [];
  }
  const inner = bubblesIn(element, limit);
  if (!isPainted(element) || isSmallSquare(box)) return inner;
  if (inner.length >= 2 && isFrame(inner)) return inner;
  return [element];
}

/** An avatar with initials in it. */
const isSmallSquare = (box: DOMRect): boolean => box.width <= 64 && Math.abs(box.width - box.height) <= 4 && box.height >= 18;

/** Several like boxes, one under the other. */
function isFrame(boxes: HTMLElement[]): boolean {
  for (let at = 1; at < boxes.length; at++) {
    const above = boxes[at - 1]!;
    const below = boxes[at]!;
    if (above.parentElement === below.parentElement && isProse(above)) continue;
    if (!alike(above, below)) continue;
    if (Math.abs(below.getBoundingClientRect().top - above.getBoundingClientRect().top) >= 14) return true;
  }
  return false;
}

/** Elements of written text: a quotation or a block of code inside one message. */
export const isProse = (element: Element): boolean =>
  /^(p|pre|code|blockquote|table|thead|tbody|tr|td|th|ul|ol|h[1-6]|hr|br|span|em|strong|b|i|a|mark|kbd|details|summary|figure)$/.test(
    element.localName,
  );

/** Same tag and largely the same classes. */
export function alike(a: Element, b: Element): boolean {
  if (a.localName !== b.localName) return false;
  const ours = new Set(a.classList);
  const theirs = new Set(b.classList);
  if (ours.size === 0 && theirs.size === 0) return true;
  let shared = 0;
  for (const name of ours) if (theirs.has(name)) shared++;
  return shared > 0 && shared * 2 >= Math.min(ours.size, theirs.size);
}
