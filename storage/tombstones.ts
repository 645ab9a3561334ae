import { versionOf } from '../customers/versions';
import type { Versioned } from '../customers/versions';
import { database } from './database';
import { tombstoneSchema } from './records-customers';
import type { SyncedTable, Tombstone } from './records-customers';

/**
 * Deletes records and leaves their tombstones. Call it inside `changeFiles`.
 * @param at change time of the deletion, epoch ms
 */
export async function bury(table: SyncedTable, ids: string[], at: number, erased = false): Promise<void> {
  const records = await database.table<Partial<Versioned>, string>(table).bulkGet(ids);
  await database.table(table).bulkDelete(ids);
  await database.tombstones.bulkPut(ids.map((id, index) => tombstoneSchema.parse({ table, id, at, erased, seen: (records[index]?.lineage ?? []).toSorted() })));
}

/** Takes tombstones away whose records were put back by hand. Call it inside `changeFiles`. */
export function unbury(table: SyncedTable, ids: string[]): Promise<void> {
  return database.tombstones.bulkDelete(ids.map((id): [string, string] => [table, id]));
}

/**
 * Whether a tombstone keeps another computer's copy of a record out.
 * @param tombstone of the record itself, of its customer, or of the person
 */
export function keepsOut({ at, erased, seen }: Tombstone, record: Versioned): boolean {
  if (erased) return at >= record.createdAt;
  return seen.length > 0 ? seen.includes(versionOf(record)) : at >= record.updatedAt;
}

/**
 * A person as a tombstone remembers them once they were erased: SHA-256 of site and key, as hex.
 * Do not await it inside a transaction, which would end.
 */
export async function personHash(site: string, key: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${site}\n${key}`);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}
