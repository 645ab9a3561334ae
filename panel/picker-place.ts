import { hasText } from '../chat/read/bubbles';
import { queryAll, rootsOf } from '../chat/tree';
import { overlap } from './place';
import type { Box } from './place';

/** Most things on the page that the card tries to keep clear of. */
const MOST = 600;
const GAP = 8;
const WRITTEN = 'textarea, input, button, [role="button"], [contenteditable]:not([contenteditable="false"])';

/** Where the card stands: how far from the left, CSS px, and at which end, from which it grows. */
export interface CardPlace {
  x: number;
  end: 'top' | 'bottom';
}

/** Where a card of this size covers the least of what could be pointed at; `from` counts where all are alike. */
export function clearPlace(document: Document, size: { width: number; height: number }, from: CardPlace | null): CardPlace {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const view = { x: 0, y: 0, width, height };
  const things = thingsIn(document, view);
  const xs = [(width - size.width) / 2, width - size.width - GAP, GAP];
  const places = (['top', 'bottom'] as const).flatMap((end) => xs.map((x) => ({ x, end })));
  const cost = ({ x, end }: CardPlace): number => {
    const box = { ...size, x, y: end === 'top' ? GAP : height - size.height - GAP };
    return things.reduce((sum, thing) => sum + overlap(box, thing), 0);
  };
  return (from ? [from, ...places] : places).reduce((best, place) => (cost(place) < cost(best) ? place : best));
}

/** Boxes of the texts, fields and buttons in sight. */
function thingsIn(document: Document, view: Box): Box[] {
  const boxes: Box[] = [];
  for (const element of queryAll(rootsOf(document), '*')) {
    if (boxes.length >= MOST) break;
    if (element.localName.startsWith('chatside-') || !(element.matches(WRITTEN) || (element.childElementCount === 0 && hasText(element)))) continue;
    if (element.getRootNode() instanceof ShadowRoot && (element.getRootNode() as ShadowRoot).host.localName.startsWith('chatside-')) continue;
    const box = element.getBoundingClientRect();
    if (overlap(box, view) > 0) boxes.push(box);
  }
  return boxes;
}
