import { aQuarterAfter } from '../customers/quarter';
import type { ImportedPerson } from '../customers/import';
import { database } from './database';
import { changeFiles, readFiles } from './files';
import { parseRecords } from './parse';
import { customerSchema, noteSchema } from './records-customers';
import type { CustomerFile, Note } from './records-customers';
import { bury } from './tombstones';

/** What would become of one person of the table. */
export interface ImportPlan {
  person: ImportedPerson;
  /** `adds`: the file is here, and gets what it has not. */
  state: 'new' | 'adds' | 'same';
  /** The file that is here. */
  known: CustomerFile | null;
  notes: ImportedPerson['notes'];
  fields: ImportedPerson['fields'];
}

const isEmpty = (value: unknown) => value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** Compares a table's persons with the files that are here: by site and key, else by site and name where only one is called so. */
export function planImport(persons: ImportedPerson[]): Promise<ImportPlan[]> {
  return readFiles(async () => {
    const files = parseRecords('customers', customerSchema, await database.customers.toArray()).records;
    const byKey = new Map(files.map((file) => [`${file.site}\n${file.key}`, file]));
    const byName = Map.groupBy(files.filter(({ joined }) => !joined), (file) => `${file.site}\n${file.name}`);
    const plans: ImportPlan[] = [];
    for (const person of persons) {
      const named = byName.get(`${person.site}\n${person.name}`) ?? [];
      const known = (person.key ? byKey.get(`${person.site}\n${person.key}`) : named.length === 1 ? named[0] : undefined) ?? null;
      const there = known ? new Set((await database.notes.where('customerId').equals(known.id).toArray()).map(({ text }) => text)) : new Set<string>();
      const notes = person.notes.filter(({ text }) => !there.has(text));
      const fields = Object.fromEntries(Object.entries(person.fields).filter(([name]) => !known || isEmpty(known[name as keyof CustomerFile])));
      const state = !known ? 'new' : notes.length > 0 || Object.keys(fields).length > 0 ? 'adds' : 'same';
      plans.push({ person, state, known, notes, fields });
    }
    return plans;
  });
}

/** What an import did; `undoImport` takes it back. */
export interface ImportDone {
  added: string[];
  notes: string[];
  /** Files as they were before fields of theirs were filled. */
  before: CustomerFile[];
}

/**
 * Stores what was planned, in one transaction. Nothing that is here is written over.
 * @param signal cancels: nothing is stored then
 */
export function runImport(plans: ImportPlan[], author: string, signal?: AbortSignal, onProgress?: (share: number) => void): Promise<ImportDone> {
  return changeFiles(async (touch) => {
    const now = Date.now();
    const done: ImportDone = { added: [], notes: [], before: [] };
    for (const [index, { person, state, known, notes, fields }] of plans.entries()) {
      if (state === 'same') continue;
      signal?.throwIfAborted();
      const customer = await fileOf(person, known, fields, author, now);
      if (!known) done.added.push(customer.id);
      else if (Object.keys(fields).length > 0) done.before.push(known);
      await database.customers.put(customer);
      const records = notes.map((note): Note => {
        const at = note.at ?? now;
        return noteSchema.parse({ id: crypto.randomUUID(), customerId: customer.id, text: note.text, author: note.author || author, createdAt: at, updatedAt: at });
      });
      await database.notes.bulkAdd(records);
      done.notes.push(...records.map(({ id }) => id));
      touch(customer.id);
      onProgress?.((index + 1) / plans.length);
    }
    return done;
  });
}

async function fileOf(person: ImportedPerson, known: CustomerFile | null, fields: ImportedPerson['fields'], author: string, now: number): Promise<CustomerFile> {
  if (known) return customerSchema.parse({ ...((await database.customers.get(known.id)) ?? known), ...fields, updatedAt: now, activeAt: now });
  const { site, key, name } = person;
  return customerSchema.parse({ owner: author, ...fields, site, key: key || crypto.randomUUID(), name, id: crypto.randomUUID(), createdAt: now, updatedAt: now, activeAt: now, reviewDue: aQuarterAfter(now) });
}

/** Takes an import back: what it added is gone, fields that it filled are as before. */
export function undoImport({ added, notes, before }: ImportDone): Promise<void> {
  return changeFiles(async (touch) => {
    const now = Date.now();
    await bury('notes', notes, now);
    await bury('customers', added, now);
    await database.customers.bulkPut(before.map((file) => ({ ...file, updatedAt: now })));
    touch(...added, ...before.map(({ id }) => id));
  });
}
