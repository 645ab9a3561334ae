import type { FoldingName } from '../packs/format.ts';
import { foldCharacter, foldSign, gapOf, isAttached, isInvisible } from './characters.ts';
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
  /** How often the next unit stands in a row, and where it stood first. */
  run: number;
  first: number;
  /** What stands inside that row. */
  inRun: Gap;
}

function lookBetween({ text, units, at }: Folded, index: number): Between | undefined {
  const previous = at[index - 1] as number;
  const to = at[index] as number;
  const between: Between = { gaps: [], invisible: false, run: 1, first: to, inRun: 'none' };
  for (let here = previous + widthAt(text, previous); here < to; here += widthAt(text, here)) {
    if (unitAt(text, here) === units[index]) {
      if (between.run++ === 1) between.first = here;
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

const chineseNumber = /^[〇零一二三四五六七八九十百千万亿]$/;

/** Whether two neighbouring characters belong to one number (第一 in 第一百, 20 in 200). */
function oneNumber(edge: string, neighbour: string, neighbourUnit: number): boolean {
  if (chineseNumber.test(edge)) return edge !== neighbour && chineseNumber.test(neighbour);
  return !chineseNumber.test(neighbour) && isDigit(neighbourUnit);
}

/** Whether a Latin run reads as the spelling's: letters are doubled in honest words, but not tripled. */
const latinRun = (run: number, wanted: number) => run === wanted || run >= Math.max(3, wanted);

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
  const inside = gapsInside(folded, spelling, end, off, partOfWord);
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

/** Weighs what stands inside a find. `stop` is where its last unit stands, if not at its last repetition. */
function gapsInside(
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

/** Where the n-th of a repeated unit stands. */
function nth({ text, units, at }: Folded, index: number, n: number): number {
  let here = (at[index - 1] as number) + 1;
  for (let seen = 0; here < (at[index] as number); here++) if (unitAt(text, here) === units[index] && ++seen === n) break;
  return here;
}

function hasSigns(gaps: Between['gaps'], signs: readonly string[]): boolean {
  let found = 0;
  for (const { character } of gaps) if (foldSign(character) === signs[found]) found++;
  return found >= signs.length;
}

/** Start of the signs that must stand before an index; spaces and invisible characters may lie between. */
function signsBefore(text: string, start: number, signs: readonly string[]): number | undefined {
  let here = start;
  for (let left = signs.length; left > 0; ) {
    if (here === 0) return undefined;
    here -= here > 1 && (text.codePointAt(here - 2) ?? 0) > 0xffff ? 2 : 1;
    const character = String.fromCodePoint(text.codePointAt(here) ?? 0);
    if (foldSign(character) === signs[left - 1]) left--;
    else if (character !== ' ' && !isInvisible(character)) return undefined;
  }
  return here;
}

function signsAfter(text: string, stop: number, signs: readonly string[]): number | undefined {
  let here = stop;
  for (let found = 0; found < signs.length; here += widthAt(text, here)) {
    if (here >= text.length) return undefined;
    const character = String.fromCodePoint(text.codePointAt(here) ?? 0);
    if (foldSign(character) === signs[found]) found++;
    else if (character !== ' ' && !isInvisible(character)) return undefined;
  }
  while (signs.length && here < text.length && isAttached(text[here] as string)) here++;
  return here;
}

function edgeFault(folded: Folded, begin: number, end: number, start: number, stop: number, partOfWord: boolean): Pardon | undefined {
  const { text, units, at } = folded;
  const before = start > 0 ? unitAt(text, start - 1) : 0;
  const after = stop < text.length ? unitAt(text, stop) : 0;
  const [first, last] = [units[begin] as number, units[end] as number];
  if (!partOfWord && ((isLatin(first) && isLatin(before)) || (isLatin(last) && isLatin(after)))) return 'word';
  if (isDigit(first) && start === at[begin]) {
    if (isLatin(before) && !partOfWord) return 'word';
    if (oneNumber(text[start] ?? '', text[start - 1] ?? '', before) || /\d[.,]$/.test(text.slice(start - 2, start))) return 'number';
  }
  if (isDigit(last) && /^[.,]\d/.test(text.slice(stop, stop + 2))) return 'number';
  if (isDigit(last) && oneNumber(text[at[end] as number] ?? '', text[stop] ?? '', after)) return 'number';
  // 加 我们: a pronoun across a gap belongs to what follows it.
  if (end - begin === 1 && text[stop] === '们' && stop - start > 2) return 'word';
  return undefined;
}

/** Characters that have a folding, with the unit they begin with. */
function* solidIn(text: string, from: number, to: number): Generator<{ character: string; unit: number }> {
  for (let at = from; at < to; at += widthAt(text, at)) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const unit = unitAt(text, at) || foldCharacter(character).charCodeAt(0);
    if (unit) yield { character, unit };
  }
}

/** Whether text and spelling still agree, character by character, without the foldings that are off. */
function sameWithout(
  { text }: Folded,
  spelling: Spelling,
  from: number,
  to: number,
  off: readonly FoldingName[],
): boolean {
  const own = [...solidIn(spelling.text, 0, spelling.text.length)].map(({ character }) => foldCharacter(character, off));
  const here: string[] = [];
  for (const { character, unit } of solidIn(text, from, to)) {
    const folded = foldCharacter(character, off);
    if (folded !== here.at(-1) || isDigit(unit)) here.push(folded);
  }
  const once = own.filter((folded, at) => folded !== own[at - 1] || /\d/.test(folded));
  return here.length === once.length && here.every((folded, at) => folded === once[at]);
}
