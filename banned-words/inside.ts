import type { FoldingName } from '../packs/format.ts';
import { foldSign, gapOf } from './characters.ts';
import type { Gap } from './characters.ts';
import { isDigit, isLatin, unitAt } from './fold.ts';
import type { Folded } from './fold.ts';
import type { Pardon } from './hit.ts';
import { widthAt } from './spelling.ts';
import type { Joint, Spelling } from './spelling.ts';

/** Longest gap inside a word, in characters that are seen; what is further apart is not one word. */
const LONGEST_GAP = 12;

/** A look at what stands between two matched characters. */
interface Between {
  gaps: { kind: Gap; character: string }[];
  invisible: boolean;
  /** How often the next unit stands in a row. */
  run: number;
  /** What stands inside that row. */
  inRun: Gap;
}

function lookBetween({ text, units, at }: Folded, index: number): Between | undefined {
  const previous = at[index - 1] as number;
  const to = at[index] as number;
  const between: Between = { gaps: [], invisible: false, run: 1, inRun: 'none' };
  for (let here = previous + widthAt(text, previous); here < to; here += widthAt(text, here)) {
    if (unitAt(text, here) === units[index]) {
      between.run++;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(here) ?? 0);
    const kind = gapOf(character, text[here + 1] ?? '');
    if (kind === 'none') between.invisible = true;
    else if (between.run > 1) between.inRun = between.inRun === 'hard' ? 'hard' : kind;
    else if (between.gaps.push({ kind, character }) > LONGEST_GAP) return undefined;
  }
  return between;
}

const isHan = (unit: number) => (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xd800 && unit < 0xe000);
const endsPhrase = (gaps: Between['gaps']) =>
  gaps.some(({ kind }) => kind === 'hard') || gaps.filter(({ kind }) => kind === 'line').length > 1;
/** Signs with which a Latin word is broken in one place only (wei*xin); a space or hyphen there parts two words. */
const breaksLatin = /^[*_|^#+=·•\p{So}]$/u;

/** Whether the gaps inside a find leave it one word. */
function gapsJoin(spelling: Spelling, gaps: Between['gaps'][]): boolean {
  const { units, joints } = spelling;
  // 微。信。号 — the same mark between all of three or more characters is no end of a phrase.
  const mark = gaps[0]?.[0]?.character;
  if (gaps.length > 1 && mark !== undefined && gaps.every((gap) => gap.length === 1 && gap[0]?.character === mark)) return true;
  let latinParted = 0;
  let latinJoined = 0;
  for (const [index, gap] of gaps.entries()) {
    const own = joints[index + 1]?.own ?? '';
    const [before, after] = [units[index] as number, units[index + 1] as number];
    if (own) {
      if (latinParted && latinJoined) return false;
      latinParted = latinJoined = 0;
      if (gap.some(({ kind, character }) => kind === 'hard' && !own.includes(character.normalize('NFKC')))) return false;
      continue;
    }
    if (endsPhrase(gap)) return false;
    if (isDigit(before) && isDigit(after) && gap.length) return false;
    if (isLatin(before) && isLatin(after)) {
      if (gap.length && !gap.every(({ character }) => breaksLatin.test(character))) latinParted++;
      else if (!gap.length) latinJoined++;
    }
  }
  return latinParted === 0 || latinJoined === 0;
}

/** Whether a Latin run reads as the spelling's: letters are doubled in honest words, but not tripled. */
export const latinRun = (run: number, wanted: number) => run === wanted || run >= Math.max(3, wanted);

function hasSigns(gaps: Between['gaps'], signs: readonly string[]): boolean {
  let found = 0;
  for (const { character } of gaps) if (foldSign(character) === signs[found]) found++;
  return found >= signs.length;
}

/** Where the n-th of a repeated unit stands. */
function nth({ text, units, at }: Folded, index: number, n: number): number {
  let here = (at[index - 1] as number) + 1;
  for (let seen = 0; here < (at[index] as number); here++) if (unitAt(text, here) === units[index] && ++seen === n) break;
  return here;
}

/** Weighs what stands inside a find. `stop` is where its last unit stands, if not at its last repetition. */
export function gapsInside(
  folded: Folded,
  spelling: Spelling,
  end: number,
  off: readonly FoldingName[] | undefined,
  partOfWord: boolean,
): { stop?: number } | Pardon {
  const { units, at } = folded;
  const begin = end - spelling.units.length + 1;
  const gaps: Between['gaps'][] = [];
  let stop: number | undefined;
  let repeated = unitAt(folded.text, (at[begin] as number) - 1) === units[begin] ? 1 : 0;
  for (let index = begin + 1; index <= end; index++) {
    const wanted = spelling.runs[index - begin] as number;
    const { signs, own } = spelling.joints[index - begin] as Joint;
    if (at[index] === (at[index - 1] as number) + 1) {
      if (wanted > 1) return 'repeats';
      if (signs.length) return 'sign';
      gaps.push([]);
      continue;
    }
    const between = lookBetween(folded, index);
    if (!between) return 'gap';
    const unit = units[index] as number;
    if (between.invisible && off?.includes('invisible')) return 'folding';
    if (between.gaps.length && !own && off?.includes('gaps')) return 'folding';
    const open = partOfWord && index === end;
    if (isLatin(unit) && !open ? !latinRun(between.run, wanted) : between.run < wanted) return 'repeats';
    const strict = off?.includes('repeats') ?? false;
    if (between.run !== wanted && strict && (index < end || (isLatin(unit) && !open))) return 'folding';
    if (between.run > wanted) repeated++;
    if (index < end && between.inRun === 'hard') return 'gap';
    // 最好好用: the last one's repetitions belong to the find only where another is repeated too, or it stands thrice.
    if (index === end && isHan(unit) && between.run > wanted)
      if (strict || between.inRun !== 'none' || (repeated < 2 && between.run - wanted < 2)) stop = nth(folded, index, wanted);
    if (signs.length && !hasSigns(between.gaps, signs)) return 'sign';
    gaps.push(between.gaps);
  }
  if (gaps.some((gap) => gap.length) && !gapsJoin(spelling, gaps)) return 'gap';
  return stop === undefined ? {} : { stop };
}
