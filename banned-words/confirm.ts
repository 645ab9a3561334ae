import type { FoldingName } from '../packs/format.ts';
import { isAttached } from './characters.ts';
import { edgeFault, sameWithout, signsAfter, signsBefore } from './edges.ts';
import { isDigit, isLatin, unitAt } from './fold.ts';
import type { Folded } from './fold.ts';
import type { Pardon } from './hit.ts';
import { gapsInside, latinRun } from './inside.ts';
import { widthAt } from './spelling.ts';
import type { Spelling } from './spelling.ts';

export interface Span {
  start: number;
  end: number;
}

/**
 * Looks closely at a find of the matcher: `end` is the index of its last unit. Gives the span in the
 * text, in UTF-16 code units, or why it is none after all; several for a spelling of one unit, which
 * the folding has drawn together (滚！滚！).
 */
export function confirm(
  folded: Folded,
  spelling: Spelling,
  end: number,
  off: readonly FoldingName[] | undefined,
  partOfWord: boolean,
): (Span | Pardon)[] {
  const only = spelling.units.length === 1;
  const found: (Span | Pardon)[] = [];
  for (let stand = folded.at[end] as number; stand >= 0; ) {
    const span = confirmAt(folded, spelling, end, stand, off, partOfWord);
    found.push(span);
    if (!only) break;
    stand = standBefore(folded, end, stand);
  }
  return found;
}

/** Last place of the run before the one that ends at `stand`, of those drawn together into one unit; or -1. */
function standBefore({ text, units, at }: Folded, index: number, stand: number): number {
  const from = index > 0 ? (at[index - 1] as number) : -1;
  let here = stand - 1;
  while (here > from && unitAt(text, here) === units[index]) here--;
  while (here > from && unitAt(text, here) !== units[index]) here--;
  return here > from ? here : -1;
}

/** Of a spelling whose characters stand side by side. */
const nothingInside: { stop?: number } = {};

function confirmAt(
  folded: Folded,
  spelling: Spelling,
  end: number,
  stand: number,
  off: readonly FoldingName[] | undefined,
  partOfWord: boolean,
): Span | Pardon {
  const { text, units, at } = folded;
  const begin = end - spelling.units.length + 1;
  const gapless = spelling.plain && (at[end] as number) - (at[begin] as number) === end - begin;
  const inside = gapless ? nothingInside : gapsInside(folded, spelling, end, off, partOfWord);
  if (typeof inside === 'string') return inside;
  let start = begin === end ? stand : (at[begin] as number);
  let stop = inside.stop ?? stand;
  const edgeUnit = units[begin] as number;
  let run = 1;
  while (start > 0 && !isDigit(edgeUnit) && unitAt(text, start - 1) === edgeUnit) {
    start--;
    run++;
  }
  const wanted = spelling.runs[0] as number;
  if (isLatin(edgeUnit) && !partOfWord ? !latinRun(run, wanted) : run < wanted) return 'repeats';
  if (run > wanted && off?.includes('repeats')) {
    if (isLatin(edgeUnit) && !partOfWord) return 'folding';
    start += run - wanted;
  }

  stop += widthAt(text, stop);
  while (stop < text.length && isAttached(String.fromCodePoint(text.codePointAt(stop) ?? 0))) stop += widthAt(text, stop);
  const from = signsBefore(text, start, spelling.joints[0]?.signs ?? []);
  const to = signsAfter(text, stop, spelling.joints.at(-1)?.signs ?? []);
  if (from === undefined || to === undefined) return 'sign';
  const edge = edgeFault(folded, begin, end, from, to, partOfWord);
  if (edge) return edge;
  return off?.length && !sameWithout(folded, spelling, from, to, off) ? 'folding' : { start: from, end: to };
}
