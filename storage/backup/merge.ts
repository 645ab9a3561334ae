import { contentOf, lineageOfAll, mergeVersions, versionOf } from '../../customers/versions';
import type { Versioned } from '../../customers/versions';
import { database } from '../database';
import { changeFiles } from '../files';
import { parseRecords } from '../parse';
import { complaintSchema, conflictSchema, customerSchema, followUpSchema, noteSchema, syncedTables, tombstoneSchema } from '../records-customers';
import type { Conflict, CustomerFile, SyncedTable, Tombstone } from '../records-customers';
import { keepsOut, personHash } from '../tombstones';
import type { StoredVault } from '../records-vault';

/** The customer files of another computer, out of its backup. */
export interface OtherFiles {
  records: Record<SyncedTable, Versioned[]>;
  tombstones: Tombstone[];
  conflicts: Conflict[];
  vaults: StoredVault[];
}

/** What a merge did, in records. */
export interface Merged {
  added: number;
  changed: number;
  removed: number;
  /** Changed on both computers: both versions are kept. */
  apart: number;
}

const schemas = { customers: customerSchema, notes: noteSchema, complaints: complaintSchema, followUps: followUpSchema };
/** Records merged at a time. */
const SLICE = 500;

const keyOf = (table: SyncedTable, record: Versioned) => `${table} ${record.id} ${versionOf(record)}`;

/**
 * Takes the other computer's files in, in one transaction: by id, lineage, time of change and
 * tombstones. In whatever order computers are merged, the result is the same; what was changed on
 * both is kept beside each other.
 */
export async function mergeFiles(other: OtherFiles): Promise<Merged> {
  // Hashing would end the transaction, so it comes before.
  const persons = await personsOf([...other.records.customers, ...(await database.customers.toArray())]);
  return changeFiles(async (touch) => {
    const merged: Merged = { added: 0, changed: 0, removed: 0, apart: 0 };
    await database.vaults.bulkAdd(await missing(other.vaults.map((vault) => ({ ...vault, inUse: false }))));
    await mergeTombstones(other.tombstones);
    const graves = new Map((await database.tombstones.toArray()).map((one) => [`${one.table} ${one.id}`, one]));
    const alive = await unseenIn(graves, other);
    for (const table of syncedTables) {
      const incoming = Map.groupBy([...other.records[table], ...other.conflicts.filter((one) => one.table === table).map(({ record }) => record as Versioned)], ({ id }) => id);
      // A tombstone may also take away what the other computer has no more.
      const buried = [...graves.values()].filter((one) => one.table === table && !incoming.has(one.id)).map(({ id }) => id);
      const ids = [...incoming.keys(), ...buried];
      for (let from = 0; from < ids.length; from += SLICE) {
        await mergeSlice(table, ids.slice(from, from + SLICE), incoming, { graves, persons, alive, touch, merged });
      }
      if (table === 'customers') await dropEntries(graves);
    }
    return merged;
  });
}

interface Merging {
  graves: Map<string, Tombstone>;
  persons: Map<string, string>;
  /** Deleted files with entries that whoever deleted them had not seen. */
  alive: Set<string>;
  touch(...ids: string[]): void;
  merged: Merged;
}

async function mergeSlice(table: SyncedTable, ids: string[], incoming: Map<string, Versioned[]>, { graves, persons, alive, touch, merged }: Merging): Promise<void> {
  const rows = database.table<Versioned, string>(table);
  const mine = await rows.bulkGet(ids);
  const apart = Map.groupBy(parseRecords('conflicts', conflictSchema, await database.conflicts.where('[table+id]').anyOf(ids.map((id) => [table, id])).toArray()).records, ({ id }) => id);
  for (const [index, id] of ids.entries()) {
    const local = mine[index];
    const known = (apart.get(id) ?? []).map(({ record }) => record as Versioned);
    const stays = (version: Versioned) => gravesOf(table, version, graves, persons).every((grave) => !keepsOut(grave, version));
    const all = mergeVersions([...(local ? [withLineage(local)] : []), ...known, ...(incoming.get(id) ?? [])]);
    const left = all.filter((version) => stays(version) && !isStub(version));
    const grave = graves.get(`customers ${id}`);
    const [front, ...others] = table === 'customers' && left.length === 0 && grave && !grave.erased && alive.has(id) ? all.slice(0, 1).map((one) => stubOf(one, grave)) : left;
    const same = local && front && contentOf(withLineage(local)) === contentOf(front);
    if (!front) {
      if (!local && known.length === 0) continue;
      merged.removed += local ? 1 : 0;
      await rows.delete(id);
    } else if (!same) {
      merged[local ? 'changed' : 'added'] += 1;
      await rows.put(front);
    }
    if (same && known.length === others.length) continue;
    touch(table === 'customers' ? id : customerOf(front ?? local));
    merged.apart += Math.max(0, others.length - known.length);
    await database.conflicts.where('[table+id]').equals([table, id]).delete();
    await database.conflicts.bulkPut(others.map((record) => ({ key: keyOf(table, record), table, id, record: record as unknown as Conflict['record'] })));
  }
}

/** A record of an older Chatside has no lineage. */
const withLineage = (record: Versioned): Versioned => ({ ...record, lineage: record.lineage ?? [] });

const customerOf = (record: Versioned | undefined): string => (record as { customerId?: string } | undefined)?.customerId ?? '';

/** Tombstones that bear on a record: its own, and that of an erased file or person. */
function gravesOf(table: SyncedTable, record: Versioned, graves: Map<string, Tombstone>, persons: Map<string, string>): Tombstone[] {
  const customer = table === 'customers' ? record.id : customerOf(record);
  const person = graves.get(`people ${persons.get(customer) ?? ''}`);
  const file = graves.get(`customers ${customer}`);
  // Whatever was written in an erased file, then or later, is of that person.
  if (file?.erased || person) return [graves.get(`${table} ${record.id}`), file && { ...file, at: Infinity }, person].filter((one) => one !== undefined);
  const own = graves.get(`${table} ${record.id}`);
  return own ? [own] : [];
}

const STUB = 'deleted';
const isStub = (record: Versioned) => versionOf(record).startsWith(STUB);

/** What is left of a deleted file in which another computer wrote: whose it is, so that the entry has a place. */
function stubOf(record: Versioned, grave: Tombstone): Versioned {
  const { id, site, key, createdAt } = record as CustomerFile;
  return customerSchema.parse({ id, site, key, name: '', createdAt, updatedAt: grave.at, lineage: [...grave.seen.filter((one) => !one.startsWith(STUB)), `${STUB} ${grave.at}`] });
}

/**
 * Who deletes a file buries every entry in it that is there; one that was not buried was not seen, and
 * keeps a bare file. An erased file is gone with whatever anybody wrote in it.
 */
async function unseenIn(graves: Map<string, Tombstone>, other: OtherFiles): Promise<Set<string>> {
  const alive = new Set<string>();
  const files = [...graves.values()].filter(({ table, erased }) => table === 'customers' && !erased);
  for (const table of syncedTables) {
    if (table === 'customers') continue;
    const mine = await database.table<Versioned, string>(table).where('customerId').anyOf(files.map(({ id }) => id)).toArray();
    for (const entry of [...mine, ...other.records[table]]) {
      const file = graves.get(`customers ${customerOf(entry)}`);
      const own = graves.get(`${table} ${entry.id}`);
      if (file && !file.erased && !(own && keepsOut(own, entry))) alive.add(file.id);
    }
  }
  return alive;
}

/** What was written in files that were erased goes with them. */
async function dropEntries(graves: Map<string, Tombstone>): Promise<void> {
  const gone = [...graves.values()].filter(({ table, erased }) => table === 'customers' && erased).map(({ id }) => id);
  for (const table of ['notes', 'complaints', 'followUps']) await database.table(table).where('customerId').anyOf(gone).delete();
}

async function personsOf(customers: object[]): Promise<Map<string, string>> {
  const persons = new Map<string, string>();
  for (const one of customers as { id: string; site: string; key: string }[]) {
    if (!persons.has(one.id)) persons.set(one.id, await personHash(one.site, one.key));
  }
  return persons;
}

async function mergeTombstones(tombstones: Tombstone[]): Promise<void> {
  const known = await database.tombstones.bulkGet(tombstones.map(({ table, id }): [string, string] => [table, id]));
  await database.tombstones.bulkPut(
    tombstones.map((one, index) => {
      const mine = known[index];
      return mine ? tombstoneSchema.parse({ ...one, at: Math.max(one.at, mine.at), erased: one.erased || mine.erased, seen: [...new Set([...mine.seen, ...one.seen])].toSorted() }) : one;
    }),
  );
}

async function missing(vaults: StoredVault[]): Promise<StoredVault[]> {
  const known = await database.vaults.bulkGet(vaults.map(({ id }) => id));
  return vaults.filter((_, index) => !known[index]);
}

/** Versions that were changed apart and that nobody has settled yet. */
export async function readConflicts(): Promise<Conflict[]> {
  return parseRecords('conflicts', conflictSchema, await database.conflicts.toArray()).records;
}

/**
 * Settles a record that was changed apart: this version counts from now on, on every computer that
 * merges later. Does nothing when it was settled meanwhile.
 * @param version key of the version that is to count; null: the one in front
 */
export function settleConflict(table: SyncedTable, id: string, version: string | null): Promise<void> {
  return changeFiles(async (touch) => {
    const rows = database.table<Versioned, string>(table);
    const front = await rows.get(id);
    const apart = await database.conflicts.where('[table+id]').equals([table, id]).toArray();
    const chosen = version === null ? front : (apart.find(({ key }) => key === version)?.record as Versioned | undefined);
    if (!front || !chosen || apart.length === 0) return;
    const all = [withLineage(front), ...apart.map(({ record }) => record as Versioned)];
    const updatedAt = Math.max(Date.now(), ...all.map((one) => one.updatedAt + 1));
    await rows.put(schemas[table].parse({ ...chosen, updatedAt, lineage: lineageOfAll(all, crypto.randomUUID().slice(0, 13)) }) as Versioned);
    await database.conflicts.bulkDelete(apart.map(({ key }) => key));
    touch(table === 'customers' ? id : customerOf(chosen));
  });
}
