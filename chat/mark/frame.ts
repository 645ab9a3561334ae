/** Where an iframe's viewport begins in ours, CSS px; nothing for an element of our own document. */
export function frameOffset(element: Element): { x: number; y: number } {
  let x = 0;
  let y = 0;
  let window = element.ownerDocument.defaultView;
  while (window && window !== window.parent) {
    const frame = frameElementOf(window);
    if (!frame) break;
    const rect = frame.getBoundingClientRect();
    x += rect.left + frame.clientLeft;
    y += rect.top + frame.clientTop;
    window = frame.ownerDocument.defaultView;
  }
  return { x, y };
}

function frameElementOf(window: Window): Element | null {
  try {
    return window.frameElement;
  } catch {
    // The page around is of another origin; ours is as far as it goes.
    return null;
  }
}

/** The CSS zoom that an element is laid out under, with all around it; 1 where the browser cannot tell. */
export const zoomOf = (element: Element): number => (element as Element & { currentCSSZoom?: number }).currentCSSZoom ?? 1;
