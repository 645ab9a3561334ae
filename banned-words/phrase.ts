import { isSentenceEnd } from './characters.ts';
import { foldText } from './fold.ts';
import type { Hit } from './hit.ts';

/** How much of what stands around a find tells what it means there: a Latin word or a number weighs 2, a character 1. */
const AROUND = 6;
/** How far is looked, in UTF-16 code units: spaces and signs weigh nothing. */
const FARTHEST = 100;

/**
 * The find with what stands around it in its sentence: the phrase in which it is no fault. `whole`
 * when nothing stands around it.
 */
export function phraseAround(text: string, { start, end }: Pick<Hit, 'start' | 'end'>): { text: string; whole: boolean } {
  const before = reach(pieces(text.slice(Math.max(0, start - FARTHEST), start)).reverse());
  const after = reach(pieces(text.slice(end, end + FARTHEST)));
  return { text: text.slice(start - before, end + after), whole: before === 0 && after === 0 };
}

/** Whole words and numbers, and single characters. */
const pieces = (text: string): string[] => text.match(/[\p{Script=Latin}\p{N}]+|[^]/gu) ?? [];

/** How many code units of the pieces belong. */
function reach(side: string[]): number {
  let [seen, read, reached] = [0, 0, 0];
  for (const piece of side) {
    if (seen >= AROUND || isSentenceEnd(piece)) break;
    read += piece.length;
    if (foldText(piece).length === 0) continue;
    seen += /^[\p{Script=Latin}\p{N}]/u.test(piece) ? 2 : 1;
    reached = read;
  }
  return reached;
}
