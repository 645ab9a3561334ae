import { wordsIn, folded } from '../customers/search-text';
import { database } from './database';
import { parseRecords } from './parse';
import type { RecordFault } from './parse';
import { customerSchema } from './records-customers';
import type { CustomerFile, Note } from './records-customers';
import { countFiles, searchFiles } from './search';

/** One customer in a list. */
export interface FileRow {
  customer: Pick<CustomerFile, 'id' | 'site' | 'key' | 'name' | 'customerClass' | 'secrecy' | 'activeAt'>;
  /** The newest note, or the one that the query hit; empty when the file is not open. */
  line: string;
  openComplaints: number;
  /** When the next promise or follow-up is due; null when none is open. */
  dueAt: number | null;
}

/** Rows `from` to before `from + rows.length` of a list. */
export interface ListPart {
  query: string;
  from: number;
  rows: FileRow[];
  /** Rows found so far; for an empty query `countFiles` says how many there are. */
  found: number;
  /** There are more to be found. */
  more: boolean;
  faults: RecordFault[];
}

/**
 * A part of the list of files, those active last first; with a query, of those that are found by it.
 * @param to the row after the last one that is wanted
 */
export async function listFiles(query: string, from: number, to: number): Promise<ListPart> {
  const words = wordsIn(query);
  if (words.length === 0) {
    const ids = (await database.customers.where('activeAt').above(0).reverse().offset(from).limit(to - from).primaryKeys());
    return { query, from, found: from + ids.length, more: ids.length === to - from, ...(await rowsOf(ids, words)) };
  }
  let found = await searchFiles(query);
  const ids = found.ids;
  while (found.next !== null && ids.length < to) {
    found = await searchFiles(query, found.next);
    ids.push(...found.ids);
  }
  return { query, from, found: ids.length, more: found.next !== null, ...(await rowsOf(ids.slice(from, to), words)) };
}

/** Files that are due for their quarterly review, the longest first. */
export async function reviewDue(now: number, limit: number): Promise<{ rows: FileRow[]; count: number }> {
  const due = database.customers.where('reviewDue').between(0, now).filter((file) => !file.joined);
  const ids = (await due.clone().limit(limit).primaryKeys());
  return { rows: (await rowsOf(ids, [])).rows, count: await due.count() };
}

/** Rows of these files, in their order; damaged ones are named and left out. */
export async function rowsOf(ids: string[], words: string[]): Promise<{ rows: FileRow[]; faults: RecordFault[] }> {
  const stored = (await database.customers.bulkGet(ids)).filter((file) => file !== undefined);
  const { records, faults } = parseRecords('customers', customerSchema, stored);
  const joined = await database.customers.where('joined.into').anyOf(ids).toArray();
  const headOf = new Map([...ids.map((id): [string, string] => [id, id]), ...joined.map((file): [string, string] => [file.id, file.joined!.into])]);
  const members = [...headOf.keys()];
  const [notes, complaints, followUps] = await Promise.all([
    database.notes.where('customerId').anyOf(members).toArray(),
    database.complaints.where('customerId').anyOf(members).filter(({ closedAt }) => closedAt === null).toArray(),
    database.followUps.where('customerId').anyOf(members).filter(({ doneAt }) => doneAt === null).toArray(),
  ]);
  const byHead = <T extends { customerId: string }>(entries: T[]) => Map.groupBy(entries, ({ customerId }) => headOf.get(customerId)!);
  const [notesBy, complaintsBy, followUpsBy] = [byHead(notes), byHead(complaints), byHead(followUps)];
  const rows = records.map((customer) => ({
    customer,
    line: customer.secrecy === 'open' ? lineOf(notesBy.get(customer.id) ?? [], words) : '',
    openComplaints: complaintsBy.get(customer.id)?.length ?? 0,
    dueAt: followUpsBy.get(customer.id)?.reduce((least, { dueAt }) => Math.min(least, dueAt), Infinity) ?? null,
  }));
  return { rows, faults };
}

/** The newest note with one of the words, else the newest. */
function lineOf(notes: Note[], words: string[]): string {
  const texts = notes.filter(({ text }) => typeof text === 'string').sort((a, b) => b.createdAt - a.createdAt).map(({ text }) => text);
  return texts.find((text) => words.some((word) => folded(text).includes(word))) ?? texts[0] ?? '';
}

/** Files that are in no list since their place in it is damaged. Takes half a second for 100,000 files. */
export async function lostFiles(): Promise<RecordFault[]> {
  const joined = await database.customers.where('joined.into').above('').count();
  if ((await countFiles()) + joined === (await database.customers.count())) return [];
  const listed = new Set(await database.customers.orderBy('activeAt').primaryKeys());
  const lost = (await database.customers.toCollection().primaryKeys()).filter((id) => !listed.has(id));
  return parseRecords('customers', customerSchema, await database.customers.bulkGet(lost)).faults;
}
