/**
 * The page as it is laid out: the flat tree, in which an open shadow root's content takes the
 * place of its host's and slotted elements stand in their slot. Closed roots stay closed.
 */

/** The element around `node` in the flat tree; null above the root element. */
export function parentOf(node: Node): Element | null {
  const slot = node instanceof Element || node instanceof Text ? node.assignedSlot : null;
  if (slot) return slot;
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** Child nodes of `element` in the flat tree. */
export function nodesOf(element: Element): Iterable<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes();
    return assigned.length > 0 ? assigned : element.childNodes;
  }
  return element.childNodes;
}

/** In a longer row of children than this, the first and the last speak for all. */
const MANY = 60;

/**
 * Child elements of `element` in the flat tree; those that make no box (`display: contents`,
 * slots) give way to their own. With `newest`, only so many from the end, or from the start.
 */
export function childrenOf(element: Element, newest?: { count: number; first: boolean }): Element[] {
  let children = [...nodesOf(element)].filter((node): node is Element => node instanceof Element);
  if (newest) children = newest.first ? children.slice(0, newest.count) : children.slice(-newest.count);
  if (children.length > MANY && !isBoxless(children[0]!) && !isBoxless(children.at(-1)!)) return children;
  return children.flatMap((child) => (isBoxless(child) ? childrenOf(child) : [child]));
}

function isBoxless(element: Element): boolean {
  if (element instanceof HTMLSlotElement) return true;
  return (
    element.childElementCount > 0 &&
    element.getClientRects().length === 0 &&
    getComputedStyle(element).display === 'contents'
  );
}

/** True when `outer` is `inner` or stands around it in the flat tree. */
export function contains(outer: Element, inner: Node): boolean {
  for (let node: Node | null = inner; node; node = parentOf(node)) if (node === outer) return true;
  return false;
}

/** The document and every open shadow root under it. Costs one pass over all elements. */
export function rootsOf(document: Document): ParentNode[] {
  const roots: ParentNode[] = [document];
  for (let at = 0; at < roots.length; at++) {
    for (const element of roots[at]!.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  return roots;
}

/** Elements matching `css` in any of `roots`; none when the selector is not valid. */
export function queryAll(roots: Iterable<ParentNode>, css: string): HTMLElement[] {
  const found: HTMLElement[] = [];
  try {
    for (const root of roots) found.push(...root.querySelectorAll<HTMLElement>(css));
  } catch {
    return [];
  }
  return found;
}

/** True when the element takes room on the page and is not made invisible. */
export function isShown(element: Element, minWidth = 1, minHeight = 1): boolean {
  const box = element.getBoundingClientRect();
  if (box.width < minWidth || box.height < minHeight) return false;
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** What the page says the element is called: its accessible label, title or placeholder, in lower case. */
export function labelOf(element: Element): string {
  let label = '';
  for (const name of ['aria-label', 'title', 'placeholder', 'data-placeholder', 'aria-placeholder', 'alt', 'value']) {
    if (name === 'value' && !(element instanceof HTMLInputElement && /^(submit|button)$/.test(element.type))) continue;
    const value = element.getAttribute(name);
    if (value) label += ` ${value}`;
  }
  return label.trim().toLowerCase();
}
