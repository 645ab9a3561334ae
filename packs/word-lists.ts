import type { BannedWord, Level, Pack } from './format.ts';

/** A pack of banned words and where it comes from. */
export interface WordList {
  pack: Pack;
  /** `copy`: a stored pack that stands in the place of a built-in one. */
  origin: 'builtIn' | 'copy' | 'own' | 'file' | 'subscription';
  /** False: kept, but not in use. */
  on: boolean;
}

/** One entry in its place. */
export interface WordRow {
  list: WordList;
  /** Its place in the pack's `words`. */
  index: number;
  word: BannedWord;
}

/** What is looked for; an empty one is any. */
export interface WordFilter {
  /** Part of the term, a spelling, the suggestion or an exception, whatever the case. */
  text: string;
  category: string;
  level: Level | '';
  /** Id of the pack. */
  list: string;
}

/** Every entry of the lists, in their order. */
export const rowsOf = (lists: readonly WordList[]): WordRow[] =>
  lists.flatMap((list) => (list.pack.words ?? []).map((word, index) => ({ list, index, word })));

/** The rows that a filter leaves; those whose term holds the text before those that hold it elsewhere. */
export function filterRows(rows: readonly WordRow[], { text, category, level, list }: WordFilter): WordRow[] {
  const wanted = text.trim().toLowerCase();
  const holds = (value: string | undefined) => value !== undefined && value.toLowerCase().includes(wanted);
  const inTerm: WordRow[] = [];
  const elsewhere: WordRow[] = [];
  for (const row of rows) {
    const { word } = row;
    if ((category && word.category !== category) || (level && word.level !== level) || (list && row.list.pack.id !== list)) continue;
    if (holds(word.term)) inTerm.push(row);
    else if (holds(word.suggestion) || [word.variants, word.cuedVariants, word.exceptions].some((texts) => texts?.some(holds))) elsewhere.push(row);
  }
  return [...inTerm, ...elsewhere];
}

/** An entry's reason as it is read: a name stands for one that the whole pack shares. */
export function reasonOf(word: BannedWord, pack: Pack) {
  return (typeof word.reason === 'string' ? pack.reasons?.[word.reason] : undefined) ?? word.reason;
}

/**
 * Where an entry stands in a list that may have changed since it was shown: in its place, or the first
 * with its term and category; null when it is gone.
 */
export function placeOf(words: readonly BannedWord[], { index, word }: Pick<WordRow, 'index' | 'word'>): number | null {
  const same = (other: BannedWord | undefined) => other?.term === word.term && other.category === word.category;
  const at = same(words[index]) ? index : words.findIndex(same);
  return at < 0 ? null : at;
}

/** Words with one put in the place of another, or before all others. */
export const withWord = (words: readonly BannedWord[], word: BannedWord, index: number | null): BannedWord[] =>
  index === null ? [word, ...words] : words.map((other, at) => (at === index ? word : other));

export const withoutWord = (words: readonly BannedWord[], index: number | null): BannedWord[] => words.filter((_, at) => at !== index);

