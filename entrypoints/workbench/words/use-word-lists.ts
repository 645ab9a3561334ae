import { useMemo } from 'react';
import { useTexts } from '../../../locales/context';
import { knownCategories } from '../../../packs/format';
import type { WordList } from '../../../packs/word-lists';
import { useBuiltInPacks, useStoredPacks } from '../../../storage/use-packs';
import { useSettings } from '../../../storage/use-settings';
import { wordListsOf } from '../../../storage/word-lists';

/** The lists of words, in use or not, as they change. */
export function useWordLists(): WordList[] {
  const builtIn = useBuiltInPacks();
  const stored = useStoredPacks();
  const packsOff = useSettings()?.packsOff;
  const { language } = useTexts();
  return useMemo(() => wordListsOf(builtIn, stored, packsOff ?? [], language), [builtIn, stored, packsOff, language]);
}

/** Categories of the lists, those that the product knows first. */
export function useCategories(lists: WordList[]): string[] {
  return useMemo(() => [...new Set([...knownCategories, ...lists.flatMap(({ pack }) => (pack.words ?? []).map(({ category }) => category))])], [lists]);
}
