import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import { packSchema } from '../packs/format';
import type { Pack } from '../packs/format';
import { database } from './database';
import { clearPictures, shelvePictures, withPictures } from './pictures';
import { storedPackSchema } from './records-packs';
import type { StoredPack } from './records-packs';
import { parseRecords } from './parse';
import { clearRows, readRows, rowsOf, writeRows } from './reply-shelves';
import { readSettings } from './settings';

/** Written by the build beside the built-in packs: the names of their files. */
const LIST = '/packs/index.json';

/** Changes with every change of a stored pack, so that the background learns of it. */
const revision = storage.defineItem<number>('local:packsRevision', { fallback: 0 });

let loaded: Promise<Pack[]> | undefined;

/**
 * The packs that came with the extension, parsed. Read once in the life of a page or worker.
 * @throws ZodError when a built-in file is damaged, which the tests rule out for a release
 */
export function builtInPacks(): Promise<Pack[]> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pack[]> {
  const files = z.array(z.string()).parse(await read(LIST));
  return Promise.all(files.map(async (file) => packSchema.parse(await read(`/packs/${file}`))));
}

async function read(path: string): Promise<unknown> {
  const url = new URL(path, browser.runtime.getURL('/'));
  return (await fetch(url)).json();
}

/**
 * The records of stored packs, without the replies of those that are edited here; damaged ones and
 * those in the bin are left out and left alone.
 */
export async function storedHeads(): Promise<StoredPack[]> {
  const { records } = parseRecords('packs', storedPackSchema, await database.packs.toArray());
  return records.filter(({ binnedAt }) => binnedAt === undefined);
}

/** The packs that were written, loaded or subscribed to here, whole. */
export async function storedPacks(): Promise<StoredPack[]> {
  return Promise.all((await storedHeads()).map(whole));
}

/** A stored pack with its replies; those in the bin are left out. */
export async function whole(stored: StoredPack): Promise<StoredPack> {
  if (stored.pack.replies) return stored;
  const rows = (await readRows(stored.id)).filter(({ binnedAt }) => binnedAt === undefined);
  return rows.length === 0 ? stored : { ...stored, pack: { ...stored.pack, replies: rows.map(({ reply }) => reply) } };
}

/** What is in use of these: stored packs that are on, and built-in ones that are neither off nor replaced. */
export function inUse(builtIn: Pack[], stored: StoredPack[], packsOff: string[]): Pack[] {
  const replaced = new Set([...packsOff, ...stored.map(({ id }) => id)]);
  return [...stored.filter(({ on }) => on).map(({ pack }) => pack), ...builtIn.filter(({ id }) => !replaced.has(id))];
}

/** Every pack that is in use. */
export async function packsInUse(): Promise<Pack[]> {
  const [builtIn, stored, { packsOff }] = await Promise.all([builtInPacks(), storedPacks(), readSettings()]);
  return inUse(builtIn, stored, packsOff);
}

/**
 * Stores packs, each in the place of the one with its id and with its pictures, in one transaction.
 * To change only the words or the name of a pack use `changePack`, which leaves its replies where
 * they are.
 */
export async function putPacks(packs: StoredPack[]): Promise<void> {
  const parsed = packs.map((pack) => storedPackSchema.parse(pack));
  await database.transaction('rw', database.packs, database.replyShelves, database.pictures, async () => {
    for (const stored of parsed) {
      await clearRows(stored.id);
      const kept = await shelvePictures(stored.pack);
      // A subscribed pack is read only and comes and goes whole: it stays in one record.
      if (stored.origin === 'subscription') await database.packs.put({ ...stored, pack: kept });
      else {
        const { replies = [], ...pack } = kept;
        await database.packs.put({ ...stored, pack });
        await writeRows(stored.id, rowsOf(replies));
      }
    }
  });
  await touchPacks();
}

/** Changes a stored pack's own record, its replies apart. Does nothing when it is gone. */
export async function changePack(id: string, change: (stored: StoredPack) => StoredPack): Promise<void> {
  await database.transaction('rw', database.packs, async () => {
    const parsed = storedPackSchema.safeParse(await database.packs.get(id));
    if (parsed.success) await database.packs.put(storedPackSchema.parse({ ...change(parsed.data), id, changedAt: Date.now() }));
  });
  await touchPacks();
}

/** Takes stored packs away; what it returns puts them back with `putPacks`. */
export async function removePacks(ids: string[]): Promise<StoredPack[]> {
  const found = (await database.packs.bulkGet(ids)).filter((stored) => stored !== undefined);
  // Read before the transaction, which does not wait for the bytes of a picture.
  const removed = await Promise.all(
    found.map(async (stored) => {
      const { pack, ...rest } = await whole(stored);
      return { ...rest, pack: await withPictures(pack) };
    }),
  );
  await database.transaction('rw', database.packs, database.replyShelves, database.pictures, async () => {
    await database.packs.bulkDelete(ids);
    for (const id of ids) await Promise.all([clearRows(id), clearPictures(id)]);
  });
  await touchPacks();
  return removed;
}

/** Revisions that this page or worker made itself. */
const own = new Set<number>();

/** Tells the background, and through it the panels, that packs changed. */
export async function touchPacks(): Promise<void> {
  const next = Date.now() + Math.random();
  own.add(next);
  await revision.setValue(next);
}

/** Changes with every change of a stored pack. */
export const packsRevision = (): Promise<number> => revision.getValue();

/**
 * Calls back after each change of the stored packs, from whichever page it came.
 * @param onChange `here`: this page or worker made the change itself
 */
export function watchPacks(onChange: (here: boolean) => void): () => void {
  return revision.watch((value) => onChange(own.has(value)));
}
