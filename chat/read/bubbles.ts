import { childrenOf, nodesOf, parentOf } from '../tree';

/**
 * Bubbles: boxes that a page paints around one message's text. What is painted is found by
 * computed style, so that neither class names nor tags matter.
 */

/** What was measured in the reading under way. A reading asks the same of the same elements many times. */
let measured = newMeasures();

function newMeasures() {
  return {
    painted: new WeakMap<Element, boolean>(),
    ground: new WeakMap<Element, string>(),
    text: new WeakMap<Element, boolean>(),
    bubbles: new WeakMap<Element, HTMLElement[]>(),
  };
}

/** To be called before each reading: the page may look different now. */
export function measureAnew(): void {
  measured = newMeasures();
}

function once<T>(kept: WeakMap<Element, T>, element: Element, measure: (element: Element) => T): T {
  const known = kept.get(element);
  if (known !== undefined) return known;
  const value = measure(element);
  kept.set(element, value);
  return value;
}

/** True when the element draws a box of its own: a ground, a border all round, or a shadow. */
export const isPainted = (element: Element): boolean => once(measured.painted, element, measurePainted);

function measurePainted(element: Element): boolean {
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
  const around = parentOf(element);
  if (!around) return '';
  return once(measured.ground, around, () => {
    const { backgroundColor } = getComputedStyle(around);
    return isClear(backgroundColor) ? groundOf(around) : backgroundColor;
  });
}

const CONTROL = 'button, [role="button"], input, textarea, select, svg, img, video, audio, canvas, [contenteditable]';

/** True when the element has a letter of text of its own or of its content's, buttons left out. */
export const hasText = (element: Element): boolean => once(measured.text, element, measureText);

function measureText(element: Element): boolean {
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
    found.push(...bubblesOf(child));
  }
  return found;
}

/** As `bubblesIn`, for `element` itself and what is under it. */
export const bubblesOf = (element: Element): HTMLElement[] => once(measured.bubbles, element, findBubbles);

function findBubbles(element: Element): HTMLElement[] {
  if (!(element instanceof HTMLElement) || element.matches(CONTROL) || !hasText(element)) return [];
  const box = element.getBoundingClientRect();
  // Rows of no height of their own still show what overflows them.
  if ((box.height < 14 || box.width < 14) && (box.height >= 14 || element.childElementCount === 0)) return [];
  const inner = bubblesIn(element);
  if (!isPainted(element) || isInitialsBox(element)) return inner;
  if (inner.length >= 2 && isFrame(inner)) return inner;
  return [element];
}

/** A picture's stand-in: a small square with a letter or three in its middle. Unlike a bubble it keeps no room around them. */
export function isInitialsBox(element: Element): boolean {
  const box = element.getBoundingClientRect();
  if (box.width > 72 || box.width < 18 || Math.abs(box.width - box.height) > 4) return false;
  if ((element.textContent ?? '').trim().length > 3) return false;
  for (let node: Element | null = element; node; node = node.firstElementChild) {
    const style = getComputedStyle(node);
    if (parseFloat(style.paddingLeft) + parseFloat(style.marginLeft) > 1 && node !== element) return false;
    if (parseFloat(style.paddingLeft) > 1) return false;
  }
  return true;
}

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

/** Same tag and largely the same classes; where one has no class, children of the same tags. */
export function alike(a: Element, b: Element): boolean {
  if (a.localName !== b.localName) return false;
  const ours = new Set(a.classList);
  const theirs = new Set(b.classList);
  if (ours.size === 0 && theirs.size === 0) return true;
  if (ours.size === 0 || theirs.size === 0) return a.firstElementChild?.localName === b.firstElementChild?.localName;
  let shared = 0;
  for (const name of ours) if (theirs.has(name)) shared++;
  return shared > 0 && shared * 2 >= Math.min(ours.size, theirs.size);
}
