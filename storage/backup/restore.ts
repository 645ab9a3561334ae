import { browser } from 'wxt/browser';
import { database } from '../database';
import { announceDue } from '../due-revision';
import { touchPacks } from '../packs';
import { complaintSchema, conflictSchema, customerSchema, followUpSchema, noteSchema, tombstoneSchema } from '../records-customers';
import { rebuildIndex } from '../search-index';
import { storedVaultSchema } from '../records-vault';
import { mergeFiles } from './merge';
import type { Merged } from './merge';
import type { Backup } from './read';
import { leftOut, savedTables } from './tables';

/**
 * Puts a backup in the place of everything that is kept here, in one transaction: all of it, or
 * nothing was changed.
 */
export async function restoreBackup({ tables, settings }: Backup): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    for (const table of database.tables) if (table.name !== 'backupFolders') await table.clear();
    for (const table of savedTables()) await table.bulkAdd(tables[table.name] ?? []);
    await rebuildIndex(database);
  });
  const kept = Object.fromEntries(Object.entries(settings).filter(([key]) => !leftOut.includes(key)));
  await browser.storage.local.set(kept);
  await touchPacks();
  await announceDue();
}

/** Takes the customer files of another computer's backup in beside those here; packs, times and settings stay as they are. */
export function mergeBackup({ tables }: Backup): Promise<Merged> {
  const rows = <T>(name: string, schema: { parse(row: unknown): T }) => (tables[name] ?? []).map((row) => schema.parse(row));
  return mergeFiles({
    records: {
      customers: rows('customers', customerSchema),
      notes: rows('notes', noteSchema),
      complaints: rows('complaints', complaintSchema),
      followUps: rows('followUps', followUpSchema),
    },
    tombstones: rows('tombstones', tombstoneSchema),
    conflicts: rows('conflicts', conflictSchema),
    vaults: rows('vaults', storedVaultSchema),
  });
}
