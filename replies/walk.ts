import type { Prepared } from './prepare.ts';
import { isWordUnit } from './sound-classes.ts';
import { weights } from './typed.ts';
import type { Typed } from './typed.ts';

/** The best way found: where it ends and how good it is, 0 to 1. */
export interface Way {
  end: number;
  quality: number;
}

/** No start is followed for more steps than this: a text made to explode ends here. */
const MAX_STEPS = 300;

/**
 * The walk that is under way. Searches make millions of walks, one at a time: they share their
 * state instead of making functions of their own.
 */
let prepared: Prepared;
let typed: Typed;
let steps = 0;
let bestEnd = -1;
let bestGain = 0;

/**
 * Compares what was typed with a text, from one place on: characters with themselves, letters
 * with the pinyin of characters — whole syllables, their beginnings, or initials, mixed at will
 * (`fahuo`, `fh`, `fhuo`, `发huo`). Loosely also sounds that are often mixed up, other characters
 * of the same sound, and as many letters wrong, missing, too many or swapped as `slips` says.
 * Walks from `from` (in `prepared.units`) and not past the end of the segment.
 */
export function walk(within: Prepared, what: Typed, from: number): Way | undefined {
  prepared = within;
  typed = what;
  steps = 0;
  bestEnd = -1;
  bestGain = 0;
  go(0, from, 0, what.slips);
  return bestEnd < 0 ? undefined : { end: bestEnd, quality: bestGain / what.text.length };
}

function arrive(end: number, gained: number): void {
  if (gained <= bestGain) return;
  bestGain = gained;
  bestEnd = end;
}

function sounds(syllable: number, i: number, p: number, gained: number, left: number): void {
  for (const move of typed.moves(i, syllable)) {
    if (move.cost > left) continue;
    if (move.last) arrive(p + 1, gained + move.gain);
    else go(i + move.size, p + 1, gained + move.gain, left - move.cost);
  }
}

/** Goes on from letter `i` of what was typed at place `p`, with `left` slips to spare. */
function go(i: number, p: number, gained: number, left: number): void {
  const { text, loose } = typed;
  const length = text.length;
  if (i === length) return arrive(p, gained);
  if (++steps > MAX_STEPS) return;
  const { units, first, second } = prepared;
  const unit = units[p] ?? 0;
  // A unit of 0 ends the segment.
  if (unit === 0) {
    if (left > 0 && length - i === 1 && i > 2) arrive(p, gained);
    return;
  }
  const wanted = text.charCodeAt(i);
  if (unit === wanted) return go(i + 1, p + 1, gained + weights.same, left);
  if (i > 0 && !isWordUnit(unit)) return go(i, p + 1, gained, left);
  const one = first[p] ?? 0;
  if (one > 0) {
    const other = second[p] ?? 0;
    if (wanted < 128) {
      sounds(one, i, p, gained, left);
      if (other > 0) sounds(other, i, p, gained, left);
    } else if (loose) {
      const heard = prepared.readingsOf(wanted);
      if (heard.includes(prepared.syllables[one] ?? '') || (other > 0 && heard.includes(prepared.syllables[other] ?? ''))) {
        go(i + 1, p + 1, gained + weights.sound, left);
      }
    }
  }
  if (left === 0 || i === 0) return;
  if (one === 0 || wanted >= 128) {
    if (text.charCodeAt(i + 1) === unit && units[p + 1] === wanted) go(i + 2, p + 2, gained + 2 * weights.slip, left - 1);
    go(i + 1, p + 1, gained + weights.slip, left - 1);
  }
  go(i + 1, p, gained, left - 1);
  go(i, p + 1, gained - weights.slip, left - 1);
}
