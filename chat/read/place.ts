import { parentOf } from '../tree';

/** Where a message stands across the list, as read from left to right: at its start, its end, in the middle, or from side to side. */
export type Place = 'left' | 'right' | 'middle' | 'full';

/** Least difference, in CSS px, between the room before and behind a message for it to lean to a side. */
const LEAN = 20;

/** Where the messages of a list may stand: a page keeps room for its side bar by a padding of the list. */
export function roomOf(list: Element): DOMRect {
  const { left, right, top, height } = list.getBoundingClientRect();
  const style = getComputedStyle(list);
  const before = Number.parseFloat(style.paddingLeft) || 0;
  const after = Number.parseFloat(style.paddingRight) || 0;
  return new DOMRect(left + before, top, Math.max(0, right - left - before - after), height);
}

/** Place of what spans from `extent.left` to `extent.right` in `room`; `avatar` is the side of the speaker's picture. */
export function placeOf(extent: { left: number; right: number }, room: DOMRect, avatar: 'left' | 'right' | null, element: Element): Place {
  const before = extent.left - room.left;
  const after = room.right - extent.right;
  const leans = Math.abs(before - after) > LEAN;
  if (avatar && (!leans || (avatar === 'right') === before > after)) return avatar;
  if (leans) return before > after ? 'right' : 'left';
  if (before > Math.max(48, room.width * 0.12)) return 'middle';
  return flowOf(element);
}

/** The way a row is laid out, for text that fills it. */
function flowOf(element: Element): Place {
  for (let node: Element | null = element, up = 0; node && up < 2; node = parentOf(node), up++) {
    const style = getComputedStyle(node);
    if (style.display.includes('flex')) {
      const reversed = style.flexDirection === 'row-reverse';
      const end = /end|right/.test(style.justifyContent) || (style.flexDirection === 'column' && /end|right/.test(style.alignItems));
      if (reversed !== end) return 'right';
    }
    if (/end|right/.test(style.textAlign) && style.direction !== 'rtl') return 'right';
    if (/end/.test(`${style.justifySelf} ${style.alignSelf}`)) return 'right';
    if (style.textAlign === 'center') return 'middle';
  }
  return 'full';
}
