import type { FoldingName } from '../packs/format.ts';
import { foldCharacter, foldSign, isAttached, isInvisible } from './characters.ts';
import { isDigit, isLatin, unitAt } from './fold.ts';
import type { Folded } from './fold.ts';
import type { Pardon } from './hit.ts';
import { widthAt } from './spelling.ts';
import type { Spelling } from './spelling.ts';

const chineseNumber = /^[〇零一二三四五六七八九十百千万亿]$/;

/** Whether two neighbouring characters belong to one number (第一 in 第一百, 20 in 200). */
function oneNumber(edge: string, neighbour: string, neighbourUnit: number): boolean {
  if (chineseNumber.test(edge)) return edge !== neighbour && chineseNumber.test(neighbour);
  return !chineseNumber.test(neighbour) && isDigit(neighbourUnit);
}

/** Start of the signs that must stand before an index; spaces and invisible characters may lie between. */
export function signsBefore(text: string, start: number, signs: readonly string[]): number | undefined {
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

/** End of the signs that must stand behind an index. */
export function signsAfter(text: string, stop: number, signs: readonly string[]): number | undefined {
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

/** Why what stands around a find makes it part of a longer word or number; undefined when nothing does. */
export function edgeFault(folded: Folded, begin: number, end: number, start: number, stop: number, partOfWord: boolean): Pardon | undefined {
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
export function sameWithout(
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
