import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import { database } from './database';
import { readFile } from './files';
import { erasePerson } from './person';
import type { Settings } from './settings';

const DAY = 86_400_000;

/** Files erased by the rules since the notice was last closed. */
const prunedItem = storage.defineItem<unknown>('local:prunedFiles', { fallback: 0 });
const countSchema = z.number().int().nonnegative().catch(0);

/**
 * Erases files that are older than their class is kept, counted from the last change of the file or
 * its timeline. One with an open complaint, follow-up or promise stays.
 * @returns how many were erased
 */
export async function pruneFiles(keepFiles: Settings['keepFiles'], now: number): Promise<number> {
  const days = Object.values(keepFiles).filter((one) => one !== null);
  if (days.length === 0) return 0;
  const oldest = now - Math.min(...days) * DAY;
  const old = await database.customers
    .where('activeAt')
    .between(1, oldest)
    .filter(({ customerClass, activeAt }) => {
      const kept = keepFiles[customerClass ?? 'none'];
      return kept !== null && activeAt < now - kept * DAY;
    })
    .primaryKeys();
  let erased = 0;
  for (const id of old) {
    const file = await readFile(id);
    if (!file || file.complaints.some(({ closedAt }) => closedAt === null) || file.followUps.some(({ doneAt }) => doneAt === null)) continue;
    await erasePerson(id);
    erased += 1;
  }
  if (erased > 0) await prunedItem.setValue(countSchema.parse(await prunedItem.getValue()) + erased);
  return erased;
}

/** How many files the rules erased, until it is said to be known. */
export async function prunedFiles(): Promise<number> {
  return countSchema.parse(await prunedItem.getValue());
}

/** The notice was read. */
export function forgetPruned(): Promise<void> {
  return prunedItem.setValue(0);
}
