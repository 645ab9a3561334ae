/** Room that is left between what is shown and the box's edge, CSS px. */
const MARGIN = 4;

/**
 * Scrolls the box that an element is read in, itself or the nearest around it, so that a rectangle of
 * the viewport (CSS px) is seen in it. The page itself stays where it is.
 */
export function revealIn(element: Element, rect: Pick<DOMRect, 'top' | 'bottom'>): void {
  for (let box: Element | null = element; box && box !== box.ownerDocument.body; box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight + 1) continue;
    const { top, height } = box.getBoundingClientRect();
    const above = rect.top - MARGIN - top;
    const below = rect.bottom + MARGIN - (top + height);
    if (above < 0) box.scrollTop += above;
    else if (below > 0) box.scrollTop += below;
    return;
  }
}
