import { storage } from 'wxt/utils/storage';
import type { Excuse } from '../banned-words';
import { database } from './database';
import { parseRecords } from './parse';
import type { Parsed } from './parse';
import { wordExceptionSchema } from './records-words';
import type { WordException } from './records-words';

/** Most that are kept for one site: each is read with every draft that has its word. */
const MOST = 2000;

/** Changes with every change of an exception, so that the background learns of it. */
const revision = storage.defineItem<number>('local:exceptionsRevision', { fallback: 0 });

/** Says that exceptions were changed; called after each change. */
export async function touchExceptions(): Promise<void> {
  await revision.setValue((await revision.getValue()) + 1);
}

/** Calls back after each change, from whichever page it came. */
export function watchExceptions(onChange: () => void): () => void {
  return revision.watch(onChange);
}

/** All exceptions, latest first. */
export async function allExceptions(): Promise<Parsed<WordException>> {
  const parsed = parseRecords('exceptions', wordExceptionSchema, await database.exceptions.toArray());
  parsed.records.sort((a, b) => b.at - a.at);
  return parsed;
}

/** What is excused on one site. */
export async function excusesOf(site: string): Promise<Excuse[]> {
  const stored = await database.exceptions.where('site').equals(site).toArray();
  return parseRecords('exceptions', wordExceptionSchema, stored).records.map(({ term, text, whole, acceptedAt }) => ({
    term,
    text,
    whole,
    accepted: acceptedAt !== null,
  }));
}

/**
 * Stores that a phrase is no fault on a site, once; beyond the most that are kept, the oldest that the
 * lead has not accepted goes.
 * @returns its id
 */
export async function addException(exception: Omit<WordException, 'id' | 'acceptedAt'>): Promise<string> {
  const id = await database.transaction('rw', database.exceptions, async () => {
    const ofSite = await database.exceptions.where('site').equals(exception.site).toArray();
    const same = ofSite.find(({ term, text, whole }) => term === exception.term && text === exception.text && whole === exception.whole);
    if (same) return same.id;
    const fresh = wordExceptionSchema.parse({ ...exception, id: crypto.randomUUID(), acceptedAt: null });
    const open = ofSite.filter(({ acceptedAt }) => acceptedAt === null).sort((a, b) => a.at - b.at);
    if (ofSite.length >= MOST && open[0]) await database.exceptions.delete(open[0].id);
    await database.exceptions.add(fresh);
    return fresh.id;
  });
  await touchExceptions();
  return id;
}

/** The lead accepts exceptions, which from then on lift a block too; false takes that back. */
export async function acceptExceptions(ids: string[], accepted: boolean): Promise<void> {
  await database.exceptions.where('id').anyOf(ids).modify({ acceptedAt: accepted ? Date.now() : null });
  await touchExceptions();
}

/** Takes exceptions back; what it returns puts them back with `putExceptions`. */
export async function removeExceptions(ids: string[]): Promise<WordException[]> {
  const removed = await database.transaction('rw', database.exceptions, async () => {
    const found = (await database.exceptions.bulkGet(ids)).filter((one) => one !== undefined);
    await database.exceptions.bulkDelete(ids);
    return found;
  });
  await touchExceptions();
  return removed;
}

/** The agent takes back their own, as long as the lead has not accepted it. */
export async function withdrawException(site: string, id: string): Promise<void> {
  const stored = await database.exceptions.get(id);
  if (stored?.site === site && stored.acceptedAt === null) await removeExceptions([id]);
}

/** Puts back what `removeExceptions` took away. */
export async function putExceptions(exceptions: WordException[]): Promise<void> {
  await database.exceptions.bulkPut(exceptions);
  await touchExceptions();
}
