/** `Selection.getComposedRanges`, which TypeScript's DOM library does not know yet. */
interface ComposedSelection {
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
}

/** What a range needs to say where it is. */
export type Stretch = Pick<StaticRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

/** The shadow roots around an element, innermost first. */
function shadowRootsAround(element: Element): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let root = element.getRootNode(); isShadowRoot(root); root = root.host.getRootNode()) roots.push(root);
  return roots;
}

function isShadowRoot(root: Node): root is ShadowRoot {
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root;
}

/** The document's selection as far as it lies wholly inside `composer`; null when it is elsewhere. */
export function activeSelection(composer: Element): Stretch | null {
  const selection = composer.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const shadowRoots = shadowRootsAround(composer);
  const composed = (selection as ComposedSelection).getComposedRanges?.({ shadowRoots })[0];
  const range = shadowRoots.length > 0 && composed ? composed : selection.getRangeAt(0);
  return composer.contains(range.startContainer) && composer.contains(range.endContainer) ? range : null;
}
