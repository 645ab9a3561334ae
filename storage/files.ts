import { database } from './database';
import { announceDue } from './due-revision';
import { parseRecords } from './parse';
import type { Parsed, RecordFault } from './parse';
import { reveal, sealFiles } from './sealing';
import { reindex } from './search-index';
import { complaintSchema, customerSchema, followUpSchema, noteSchema } from './records-customers';
import type { Complaint, CustomerFile, FollowUp, Note } from './records-customers';

/** All that is kept on one person. */
export interface WholeFile {
  customer: CustomerFile;
  /** Files that were merged into this one, at any depth. */
  joined: CustomerFile[];
  /** Of the file and all that were merged into it; newest first. */
  notes: Note[];
  complaints: Complaint[];
  followUps: FollowUp[];
  faults: RecordFault[];
}

/** Tables that one change of a file may touch. */
function tables() {
  const { customers, notes, complaints, followUps, tombstones, conflicts, vaults, typedTexts, searchBlocks, searchSignatures } = database;
  return [customers, notes, complaints, followUps, tombstones, conflicts, vaults, typedTexts, searchBlocks, searchSignatures];
}

/**
 * Runs a change of customer files as one transaction: all of it is on the disk when it resolves, or
 * nothing was changed. Inside, await nothing but the database. What the secrecy of a file wants sealed
 * is sealed before it ends.
 * @param change calls `touch` with the id of each file that it changed, or in whose timeline it did:
 *   those can then be found by their new text
 */
export function changeFiles<T>(change: (touch: (...ids: string[]) => void) => Promise<T>): Promise<T> {
  return database.transaction('rw', tables(), async () => {
    const touched = new Set<string>();
    const result = await change((...ids) => ids.forEach((id) => touched.add(id)));
    await sealFiles([...touched]);
    // A file that was merged into another one is found in its head.
    const stored = parseRecords('customers', customerSchema, (await database.customers.bulkGet([...touched])).filter(Boolean));
    for (const file of stored.records) if (file.joined) touched.add((await headOf(file)).id);
    if (touched.size > 0) await reindex(database, [...touched]);
    return result;
  });
}

/** As `changeFiles`, for changes of what is due: the background learns of them. */
export async function changeDue<T>(change: Parameters<typeof changeFiles<T>>[0]): Promise<T> {
  const result = await changeFiles(change);
  await announceDue();
  return result;
}

/** Reads of several tables as of one moment. */
export function readFiles<T>(read: () => Promise<T>): Promise<T> {
  return database.transaction('r', tables(), read);
}

/** The file with this id, as it is stored, or null when there is none. */
export async function readCustomer(id: string): Promise<CustomerFile | null> {
  const stored = await database.customers.get(id);
  return stored ? (parseRecords('customers', customerSchema, [stored]).records[0] ?? null) : null;
}

/** The file that this one was merged into, at the end of the chain; itself when it was not. */
export async function headOf(customer: CustomerFile): Promise<CustomerFile> {
  const seen = [customer];
  for (;;) {
    const last = seen.at(-1)!;
    const next = last.joined && (await readCustomer(last.joined.into));
    if (!next) return last;
    // Two computers merged two files into one another: both choose the same head.
    const again = seen.findIndex(({ id }) => id === next.id);
    if (again >= 0) return seen.slice(again).reduce((a, b) => (a.id < b.id ? a : b));
    seen.push(next);
  }
}

/** The files that were merged into this one, at any depth. */
export async function joinedInto(id: string): Promise<CustomerFile[]> {
  const found = new Map<string, CustomerFile>();
  let ids = [id];
  while (ids.length > 0) {
    const stored = await database.customers.where('joined.into').anyOf(ids).toArray();
    const fresh = parseRecords('customers', customerSchema, stored).records.filter((one) => one.id !== id && !found.has(one.id));
    for (const one of fresh) found.set(one.id, one);
    ids = fresh.map((one) => one.id);
  }
  return [...found.values()];
}

/** The file of this person on this site (the head, where it was merged), or null when there is none. */
export async function findCustomer(site: string, key: string): Promise<CustomerFile | null> {
  const stored = await database.customers.where('[site+key]').equals([site, key]).sortBy('id');
  const [first] = parseRecords('customers', customerSchema, stored).records;
  return first ? headOf(first) : null;
}

/**
 * All that is kept on one person, by the id of their file or of one that was merged into it, as far
 * as it is unlocked (`reveal`); null when there is none.
 */
export function readFile(id: string): Promise<WholeFile | null> {
  return readFiles(async () => {
    const known = await readCustomer(id);
    return known && revealFile(await wholeFile(await headOf(known)));
  });
}

/** As much of it as is unlocked. Call it inside `readFiles`. */
export async function revealFile(file: WholeFile): Promise<WholeFile> {
  const [customer = file.customer] = await reveal('customers', [file.customer]);
  return {
    ...file,
    customer,
    joined: await reveal('customers', file.joined),
    notes: await reveal('notes', file.notes),
    complaints: await reveal('complaints', file.complaints),
    followUps: await reveal('followUps', file.followUps),
  };
}

/** The head with everything under it. Call it inside `readFiles` or `changeFiles`. */
export async function wholeFile(customer: CustomerFile): Promise<WholeFile> {
  const joined = await joinedInto(customer.id);
  const ids = [customer.id, ...joined.map(({ id }) => id)];
  const of = (table: 'notes' | 'complaints' | 'followUps') => database.table(table).where('customerId').anyOf(ids).toArray();
  const notes = newestFirst(parseRecords('notes', noteSchema, await of('notes')));
  const complaints = newestFirst(parseRecords('complaints', complaintSchema, await of('complaints')));
  const followUps = newestFirst(parseRecords('followUps', followUpSchema, await of('followUps')));
  return {
    customer,
    joined,
    notes: notes.records,
    complaints: complaints.records,
    followUps: followUps.records,
    faults: [...notes.faults, ...complaints.faults, ...followUps.faults],
  };
}

function newestFirst<T extends { createdAt: number }>(parsed: Parsed<T>): Parsed<T> {
  parsed.records.sort((a, b) => b.createdAt - a.createdAt);
  return parsed;
}

/**
 * Whether contact data of secret files is sealed, not only of confidential ones. The files that are
 * there follow.
 * @throws Fault `locked` when it is to be opened and cannot be; nothing is changed
 */
export function chooseSealContacts(sealContacts: boolean): Promise<void> {
  return changeFiles(async (touch) => {
    await database.vaults.toCollection().modify({ sealContacts });
    touch(...(await database.customers.filter(({ secrecy }) => secrecy === 'secret').primaryKeys()));
  });
}

/** As `wholeFile`, of many heads with few reads. Call it inside `readFiles`. */
export async function wholeFiles(heads: CustomerFile[]): Promise<WholeFile[]> {
  const headOfId = new Map(heads.map(({ id }) => [id, id]));
  const joined: CustomerFile[] = [];
  let ids = [...headOfId.keys()];
  while (ids.length > 0) {
    const stored = await database.customers.where('joined.into').anyOf(ids).toArray();
    const fresh = parseRecords('customers', customerSchema, stored).records.filter(({ id }) => !headOfId.has(id));
    for (const one of fresh) headOfId.set(one.id, headOfId.get(one.joined!.into)!);
    joined.push(...fresh);
    ids = fresh.map(({ id }) => id);
  }
  const of = (table: 'notes' | 'complaints' | 'followUps') => database.table(table).where('customerId').anyOf([...headOfId.keys()]).toArray();
  const notes = newestFirst(parseRecords('notes', noteSchema, await of('notes')));
  const complaints = newestFirst(parseRecords('complaints', complaintSchema, await of('complaints')));
  const followUps = newestFirst(parseRecords('followUps', followUpSchema, await of('followUps')));
  const byHead = <T extends { customerId: string }>(records: T[]) => Map.groupBy(records, ({ customerId }) => headOfId.get(customerId));
  const [notesOf, complaintsOf, followUpsOf, joinedOf] = [byHead(notes.records), byHead(complaints.records), byHead(followUps.records), Map.groupBy(joined, ({ id }) => headOfId.get(id))];
  return heads.map((customer) => ({
    customer,
    joined: joinedOf.get(customer.id) ?? [],
    notes: notesOf.get(customer.id) ?? [],
    complaints: complaintsOf.get(customer.id) ?? [],
    followUps: followUpsOf.get(customer.id) ?? [],
    faults: [],
  }));
}
