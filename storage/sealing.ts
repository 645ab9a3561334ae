import { Fault } from '../locales/fault';
import { seal, unseal } from '../secrecy/seal';
import { database } from './database';
import { draftField, draftKinds, hasSealedText, sealDrafts } from './draft-fields';
import type { Complaint, CustomerFile, FollowUp, Note, Secrecy } from './records-customers';
import { readVaults, unlockedKeys } from './vault';
import type { StoredVault } from './records-vault';

/**
 * Sealing of customer files: from `confidential` up all that was written on a person is encrypted
 * where it is stored. `changeFiles` seals whatever a change left in the clear, in the same
 * transaction, so that no write can forget it; readers reveal what the user has unlocked.
 */

interface Tables {
  customers: CustomerFile;
  notes: Note;
  complaints: Complaint;
  followUps: FollowUp;
}
type Table = keyof Tables;

/** Fields that hold text about a person, and what an empty one is. */
const fields: Record<Table, Record<string, unknown>> = {
  customers: { contact: '', address: '', product: '', model: '', classReason: '' },
  notes: { text: '' },
  complaints: { text: '', steps: [], passedTo: '', settledHow: '', secondLook: null },
  followUps: { text: '' },
};
/** What is sealed of a `secret` file where the user chose so. */
const contactFields = ['contact', 'address'];

const isEmpty = (value: unknown) => value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** Names of the fields that are sealed in records of this table. */
export function sealedFields(table: Table, secrecy: Secrecy, vault: StoredVault | undefined): string[] {
  if (hasSealedText(secrecy)) return Object.keys(fields[table]);
  return secrecy === 'secret' && vault?.sealContacts && table === 'customers' ? contactFields : [];
}

const placeOf = (table: Table, id: string) => `${table} ${id}`;

/** What is sealed in a record, or null while it is locked or when it is damaged. */
function open(table: Table, record: Tables[Table], vaults: StoredVault[]): Record<string, unknown> | null {
  const vault = vaults.find(({ id }) => id === record.sealed?.vault);
  const key = vault && unlockedKeys().get(vault.id);
  if (!vault || !key || !record.sealed) return null;
  return unseal(vault, key, placeOf(table, record.id), record.sealed) as Record<string, unknown> | null;
}

/**
 * Records as the user may read them now: what is unlocked stands in its fields and `sealed` is gone;
 * what is locked keeps its empty fields and `sealed`.
 */
export async function reveal<T extends Table>(table: T, records: Tables[T][]): Promise<Tables[T][]> {
  if (!records.some(({ sealed }) => sealed)) return records;
  const vaults = await readVaults();
  return records.map((record) => {
    const values = record.sealed && open(table, record, vaults);
    return values ? { ...record, ...values, sealed: undefined } : record;
  });
}

/** Seals what these files have to have sealed and opens what they have not to; the last step of every change of them. */
export async function sealFiles(ids: string[]): Promise<void> {
  const files = (await database.customers.bulkGet(ids)).filter((file) => file !== undefined);
  const vaults = await readVaults();
  const mine = vaults.find(({ inUse }) => inUse);
  for (const file of files) {
    await settle('customers', [file], file.secrecy, mine, vaults);
    for (const table of ['notes', 'complaints', 'followUps'] as const) {
      // A file that never was secret has nothing sealed: what most files are costs one look.
      await settle(table, await database.table(table).where('customerId').equals(file.id).toArray(), file.secrecy, mine, vaults);
    }
    if (!hasSealedText(file.secrecy)) continue;
    await sealConflicts(file, mine, vaults);
    const complaints = (await database.complaints.where('customerId').equals(file.id).primaryKeys());
    await sealDrafts(draftKinds(complaints).map((kind) => draftField(file, kind)), vaults);
  }
}

/** Versions of its records that a merge kept beside one another hold the same text. */
async function sealConflicts(file: CustomerFile, mine: StoredVault | undefined, vaults: StoredVault[]): Promise<void> {
  const apart = await database.conflicts.filter(({ id, record }) => id === file.id || ('customerId' in record && record.customerId === file.id)).toArray();
  for (const conflict of apart) {
    const names = sealedFields(conflict.table, file.secrecy, mine);
    const clear = names.filter((name) => !isEmpty(conflict.record[name as never]));
    const record = clear.length > 0 && settleOne(conflict.table, conflict.record as Tables[Table], names, clear, mine, vaults);
    if (record) await database.conflicts.put({ ...conflict, record });
  }
}

async function settle<T extends Table>(table: T, records: Tables[T][], secrecy: Secrecy, mine: StoredVault | undefined, vaults: StoredVault[]): Promise<void> {
  const names = sealedFields(table, secrecy, mine);
  const changed = records.flatMap((record) => {
    const clear = names.filter((name) => !isEmpty(record[name as keyof Tables[T]]));
    const excess = record.sealed && (names.length === 0 || table === 'customers');
    if (clear.length === 0 && !excess) return [];
    const settled = settleOne(table, record, names, clear, mine, vaults);
    return settled ? [settled] : [];
  });
  if (changed.length > 0) await database.table(table).bulkPut(changed);
}

/** @throws Fault `locked`, `no-vault` */
function settleOne<T extends Table>(table: T, record: Tables[T], names: string[], clear: string[], mine: StoredVault | undefined, vaults: StoredVault[]): Tables[T] | null {
  const before = record.sealed ? open(table, record, vaults) : {};
  // With every field written anew, what is sealed is of no use any more.
  const replacesAll = names.length > 0 && names.length === clear.length;
  if (!before && !replacesAll) {
    // Nothing new to seal: it may stay as it is until somebody unlocks it.
    if (clear.length === 0 && names.length > 0) return null;
    throw new Fault('locked');
  }
  const values = Object.fromEntries(clear.map((name) => [name, record[name as keyof Tables[T]]]));
  const all: Record<string, unknown> = { ...before, ...values };
  const inside = names.filter((name) => !isEmpty(all[name]));
  const outside = Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
  const bare = { ...record, ...Object.fromEntries(names.map((name) => [name, fields[table][name]])), ...outside, sealed: undefined };
  if (inside.length === 0) return bare;
  if (!mine) throw new Fault('no-vault');
  const sealed = seal(mine, unlockedKeys().get(mine.id) ?? null, placeOf(table, record.id), Object.fromEntries(inside.map((name) => [name, all[name]])));
  return { ...bare, sealed };
}
