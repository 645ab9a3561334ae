import type { BannedWord, Pack } from '../packs/format';
import { PACK_FORMAT, PACK_VERSION } from '../packs/format';
import type { WordList } from '../packs/word-lists';
import { changePack, putPacks, removePacks } from './packs';
import type { StoredPack } from './records';
import { readSettings } from './settings';

/** The pack that entries of one's own go into. */
export const OWN_LIST = 'own.words';

/** The lists of words among these packs: own ones first, then those in the reader's language. */
export function wordListsOf(
  builtIn: readonly Pack[],
  stored: readonly StoredPack[],
  packsOff: readonly string[],
  language: Pack['language'],
): WordList[] {
  const builtInIds = new Set(builtIn.map(({ id }) => id));
  const replaced = new Set(stored.map(({ id }) => id));
  const ofStored = stored
    .filter(({ pack }) => pack.words)
    .map(({ id, origin, on, pack }): WordList => ({ pack, on, origin: builtInIds.has(id) ? 'copy' : origin }));
  const ofBuiltIn = builtIn
    .filter(({ id, words }) => words && !replaced.has(id))
    .map((pack): WordList => ({ pack, origin: 'builtIn', on: !packsOff.includes(pack.id) }));
  const rank = ({ origin, pack }: WordList) => (origin === 'own' || origin === 'file' ? 0 : pack.language === language ? 1 : 2);
  return [...ofStored, ...ofBuiltIn].sort((a, b) => rank(a) - rank(b));
}

/** A list of one's own before its first entry. */
export const emptyOwnList = (language: Pack['language']): Pack => ({
  format: PACK_FORMAT,
  version: PACK_VERSION,
  id: OWN_LIST,
  name: { 'zh-CN': '我的词库', en: 'My words' },
  language,
  release: '1',
});

/**
 * Changes the words of a list, and takes it out of the bin. One that is not stored here, because it is
 * built in or new, is first copied; the copy of a built-in one stands in its place.
 * @returns takes the change back
 * @throws ZodError when a word does not fit
 */
export async function changeWords(list: Pack, change: (words: BannedWord[]) => BannedWord[]): Promise<() => Promise<void>> {
  const { id } = list;
  const now = Date.now();
  const release = new Date(now).toLocaleDateString('sv');
  let before: Pack | undefined;
  await changePack(id, (stored) => {
    before = stored.pack;
    const { binnedAt: _, ...kept } = stored;
    return { ...kept, pack: { ...stored.pack, release, words: change(stored.pack.words ?? []) } };
  });
  if (before) {
    const { words, release: released } = before;
    return () => changePack(id, (stored) => ({ ...stored, pack: { ...stored.pack, release: released, words } }));
  }
  // One that was switched off stays so.
  const on = !(await readSettings()).packsOff.includes(id);
  await putPacks([{ id, origin: 'own', on, addedAt: now, changedAt: now, pack: { ...list, release, words: change(list.words ?? []) } }]);
  return async () => {
    await removePacks([id]);
  };
}

/** Takes a stored pack into use, or out of it. */
export async function switchStoredPack(id: string, on: boolean): Promise<void> {
  await changePack(id, (stored) => ({ ...stored, on }));
}
