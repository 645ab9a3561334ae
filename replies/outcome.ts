import type { RenderedBubble } from './render.ts';

/** What is left alone by white space that pages and editors change. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The fixed stretches of a message between its slots: filling a slot is no edit. */
export function fixedPieces({ text, slots }: Pick<RenderedBubble, 'text' | 'slots'>): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of slots) {
    pieces.push(text.slice(at, start));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.map(squeeze).filter((piece) => piece !== '');
}

/** Share of the message that must be found again for a changed text to count as the same message. */
const SAME_MESSAGE = 0.5;

/**
 * What a text that was sent has of a message that was put into the box, given as `fixedPieces`:
 * all of it (`sent`; words before, between and after do not count), at least half of it, changed
 * (`edited`), or null: it is another message.
 */
export function outcomeOf(pieces: readonly string[], text: string): 'sent' | 'edited' | null {
  const whole = squeeze(text);
  if (pieces.length === 0 || whole === '') return null;
  let at = 0;
  const inOrder = pieces.every((piece) => {
    const found = whole.indexOf(piece, at);
    at = found + piece.length;
    return found >= 0;
  });
  if (inOrder) return 'sent';
  const left = new Map<string, number>();
  for (const pair of pairsOf(whole)) left.set(pair, (left.get(pair) ?? 0) + 1);
  const wanted = pieces.flatMap(pairsOf);
  const kept = wanted.filter((pair) => {
    const count = left.get(pair) ?? 0;
    left.set(pair, count - 1);
    return count > 0;
  });
  return wanted.length > 0 && kept.length / wanted.length >= SAME_MESSAGE ? 'edited' : null;
}

/** Neighbouring code units, two by two. */
function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
