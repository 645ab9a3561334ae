import { foldUnit } from './sound-classes.ts';

/** Longest abbreviation of the pack format, in UTF-16 code units. */
const LONGEST = 32;

/** An abbreviation as it is looked up: case and width do not count. */
export function foldAbbreviation(text: string): string {
  return Array.from({ length: text.length }, (_, at) => String.fromCharCode(foldUnit(text.charCodeAt(at)))).join('');
}

/**
 * The abbreviation that ends right before a caret (UTF-16 code units), the longest one that is
 * known. `known` gets it folded. A code of letters must not be the end of a longer word (`fh` in
 * `sfh`), one of Chinese characters not the end of a sentence's words (发货 in 什么时候发货): it
 * stands at the beginning, or behind a space or punctuation.
 * @returns null when no abbreviation stands there
 */
export function abbreviationBefore<T>(text: string, caret: number, known: (folded: string) => T | undefined): { start: number; value: T } | null {
  for (let length = Math.min(LONGEST, caret); length > 0; length--) {
    const start = caret - length;
    const value = known(foldAbbreviation(text.slice(start, caret)));
    if (value !== undefined && !runsOn(text, start)) return { start, value };
  }
  return null;
}

/** Whether the word that begins at `start` goes on to the left of it. */
function runsOn(text: string, start: number): boolean {
  const before = text.slice(0, start);
  if (/[\p{L}\p{N}]$/u.test(before) === false) return false;
  const first = text.slice(start);
  if (/^\p{Script=Han}/u.test(first)) return /[\p{Script=Han}\p{N}]$/u.test(before);
  // Between Chinese and a Latin code there is no space.
  return /^[\p{L}\p{N}]/u.test(first) && !/\p{Script=Han}$/u.test(before);
}
