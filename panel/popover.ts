import type { Box } from './place';

/** Where an explanation stands: its left edge, and one edge that it grows from. Viewport CSS px. */
export interface PopoverPlace {
  left: number;
  width: number;
  maxHeight: number;
  top?: number;
  bottom?: number;
}

const WIDTH = 320;
const GAP = 6;
/** With less room than this on the better side, CSS px, the other is taken. */
const LEAST = 150;

/**
 * Beside a word: above it, so that what is written below stays in sight; below it when the line that
 * is being written is above, or when there is no room. It covers neither word nor line.
 * @param word where the word stands, one box a line, in order
 * @param writing the line with the caret, or null
 */
export function besideWord(viewport: Box, word: Box[], writing: Box | null): PopoverPlace {
  const [first, last] = [word[0], word.at(-1)] as [Box, Box];
  const width = Math.min(WIDTH, viewport.width - 2 * GAP);
  const room = { above: first.y - 2 * GAP, below: viewport.height - last.y - last.height - 2 * GAP };
  const writesAbove = writing !== null && writing.y + writing.height <= first.y + 1;
  const wanted = writesAbove ? 'below' : 'above';
  const other = writesAbove ? 'above' : 'below';
  const side = room[wanted] < LEAST && room[other] > room[wanted] ? other : wanted;
  const box = side === 'above' ? first : last;
  return {
    left: Math.max(GAP, Math.min(box.x, viewport.width - width - GAP)),
    width,
    maxHeight: Math.max(0, room[side]),
    ...(side === 'above' ? { bottom: viewport.height - first.y + GAP } : { top: last.y + last.height + GAP }),
  };
}
