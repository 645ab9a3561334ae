import type { BannedWord, Pack } from '../packs/format';
import { bannedWordSchema, PACK_FORMAT, PACK_VERSION } from '../packs/format';
import type { WordList } from '../packs/word-lists';
import { database } from './database';
import { changePack, putPacks, removePacks, touchPacks } from './packs';
import { storedPackSchema } from './records';
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
  const before = await database.transaction('rw', database.packs, async () => {
    const stored = await database.packs.get(id);
    if (!stored) return null;
    // What the caller was shown was parsed as it was read; what it does not know of is parsed here.
    const { binnedAt: _, ...kept } = list.words ? stored : storedPackSchema.parse(stored);
    const words = kept.pack.words ?? [];
    await database.packs.put({ ...kept, changedAt: now, pack: { ...kept.pack, release, words: changed(words, change) } });
    return stored;
  });
  if (before) {
    await touchPacks();
    const { words, release: released } = before.pack;
    return async () => {
      await database.packs.where('id').equals(id).modify((stored) => {
        Object.assign(stored, { changedAt: Date.now(), pack: { ...stored.pack, words, release: released } });
      });
      await touchPacks();
    };
  }
  // One that was switched off stays so.
  const on = !(await readSettings()).packsOff.includes(id);
  await putPacks([{ id, origin: 'own', on, addedAt: now, changedAt: now, pack: { ...list, release, words: changed(list.words ?? [], change) } }]);
  return async () => {
    await removePacks([id]);
  };
}

/** Only the words that are new are parsed: of tens of thousands all but one are as they were. */
function changed(words: BannedWord[], change: (words: BannedWord[]) => BannedWord[]): BannedWord[] {
  const known = new Set(words);
  return change(words).map((word) => (known.has(word) ? word : bannedWordSchema.parse(word)));
}

/** Takes a stored pack into use, or out of it. */
export async function switchStoredPack(id: string, on: boolean): Promise<void> {
  await changePack(id, (stored) => ({ ...stored, on }));
}
