import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import { packSchema } from '../packs/format';
import type { Pack } from '../packs/format';
import { database } from './database';
import { clearPictures, shelvePictures, withPictures } from './pictures';
import { parseRecords } from './parse';
import { storedPackSchema } from './records';
import type { StoredPack } from './records';
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

/** The packs that were written, loaded or subscribed to here; damaged ones are left out and left alone. */
export async function storedPacks(): Promise<StoredPack[]> {
  return parseRecords('packs', storedPackSchema, await database.packs.toArray()).records;
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

/** Stores packs, each in the place of the one with its id and with its pictures, in one transaction. */
export async function putPacks(packs: StoredPack[]): Promise<void> {
  const parsed = packs.map((stored) => storedPackSchema.parse(stored));
  await database.transaction('rw', database.packs, database.pictures, async () => {
    for (const stored of parsed) await database.packs.put({ ...stored, pack: await shelvePictures(stored.pack) });
  });
  await touchPacks();
}

/** Takes stored packs away; what it returns puts them back with `putPacks`. */
export async function removePacks(ids: string[]): Promise<StoredPack[]> {
  const found = (await database.packs.bulkGet(ids)).filter((stored) => stored !== undefined);
  // Read before the transaction, which does not wait for the bytes of a picture.
  const removed = await Promise.all(found.map(async (stored) => ({ ...stored, pack: await withPictures(stored.pack) })));
  await database.transaction('rw', database.packs, database.pictures, async () => {
    await database.packs.bulkDelete(ids);
    for (const id of ids) await clearPictures(id);
  });
  await touchPacks();
  return removed;
}

/** Tells the background, and through it the panels, that packs changed. */
export async function touchPacks(): Promise<void> {
  await revision.setValue((await revision.getValue()) + 1);
}

/** Calls back after each change of the stored packs, from whichever page it came. */
export function watchPacks(onChange: () => void): () => void {
  return revision.watch(onChange);
}
