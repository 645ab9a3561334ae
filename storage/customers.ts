import { database } from './database';
import { parseRecords } from './parse';
import type { Parsed } from './parse';
import { customerSchema, noteSchema } from './records';
import type { CustomerFile, Note } from './records';

/** Who a file is on, as the shop's page tells it. */
export interface CustomerRef {
  site: string;
  key: string;
  name: string;
}

/** One customer with the notes on them, newest first. */
export interface CustomerWithNotes {
  customer: CustomerFile;
  notes: Note[];
}

/** The file of this person on this site, or null when there is none. */
export async function findCustomer(site: string, key: string): Promise<CustomerFile | null> {
  const stored = await database.customers.where('[site+key]').equals([site, key]).first();
  return stored ? (parseRecords('customers', customerSchema, [stored]).records[0] ?? null) : null;
}

/** The file with this id, or null when there is none. */
export async function readCustomer(id: string): Promise<CustomerFile | null> {
  const stored = await database.customers.get(id);
  return stored ? (parseRecords('customers', customerSchema, [stored]).records[0] ?? null) : null;
}

/** The notes on one customer, newest first. */
export async function notesOf(customerId: string): Promise<Parsed<Note>> {
  const stored = await database.notes.where('customerId').equals(customerId).toArray();
  const parsed = parseRecords('notes', noteSchema, stored);
  parsed.records.sort((a, b) => b.createdAt - a.createdAt);
  return parsed;
}

/**
 * Stores a note, and the customer's file with it when this is the first one. Resolves when both
 * are on the disk.
 * @throws ZodError when the text is empty or longer than 20,000 code units
 */
export function addNote(who: CustomerRef, text: string, author: string): Promise<CustomerWithNotes> {
  return database.transaction('rw', database.customers, database.notes, async () => {
    const now = Date.now();
    const known = await findCustomer(who.site, who.key);
    const customer = customerSchema.parse({
      ...(known ?? { id: crypto.randomUUID(), createdAt: now }),
      ...who,
      updatedAt: now,
    });
    const note = noteSchema.parse({
      id: crypto.randomUUID(),
      customerId: customer.id,
      text: text.trim(),
      author,
      createdAt: now,
      updatedAt: now,
    });
    await database.customers.put(customer);
    await database.notes.add(note);
    return { customer, notes: (await notesOf(customer.id)).records };
  });
}

/** Stores a new file, made by hand in the popup. */
export async function createCustomer(who: CustomerRef): Promise<CustomerFile> {
  const now = Date.now();
  const customer = customerSchema.parse({ ...who, id: crypto.randomUUID(), createdAt: now, updatedAt: now });
  await database.customers.add(customer);
  return customer;
}

/** The fields of a file that a person may change. */
export type CustomerChange = Partial<
  Pick<CustomerFile, 'name' | 'contact' | 'address' | 'product' | 'customerClass' | 'tags'>
>;

/** Changes a file. Does nothing when it is gone. */
export function changeCustomer(id: string, change: CustomerChange): Promise<void> {
  return database.transaction('rw', database.customers, async () => {
    const stored = await database.customers.get(id);
    if (stored) await database.customers.put(customerSchema.parse({ ...stored, ...change, updatedAt: Date.now() }));
  });
}

/** Changes a note's text. Does nothing when it is gone. */
export function changeNote(id: string, text: string): Promise<void> {
  return database.transaction('rw', database.notes, async () => {
    const stored = await database.notes.get(id);
    if (stored) await database.notes.put(noteSchema.parse({ ...stored, text: text.trim(), updatedAt: Date.now() }));
  });
}

/** Takes away a note; what it returns puts it back. */
export async function removeNote(id: string): Promise<Note | null> {
  const stored = await database.notes.get(id);
  if (!stored) return null;
  await database.notes.delete(id);
  return stored;
}

/** Takes away a customer with all notes; what it returns puts them back. */
export function removeCustomer(id: string): Promise<CustomerWithNotes | null> {
  return database.transaction('rw', database.customers, database.notes, async () => {
    const customer = await database.customers.get(id);
    if (!customer) return null;
    const notes = await database.notes.where('customerId').equals(id).toArray();
    await database.notes.bulkDelete(notes.map((note) => note.id));
    await database.customers.delete(id);
    return { customer, notes };
  });
}

/** Puts back what `removeCustomer` or `removeNote` took away. */
export function restore(removed: { customer?: CustomerFile; notes: Note[] }): Promise<void> {
  return database.transaction('rw', database.customers, database.notes, async () => {
    if (removed.customer) await database.customers.put(removed.customer);
    await database.notes.bulkPut(removed.notes);
  });
}

/**
 * All customers with their notes, those changed last first. With `query`, only those in whose
 * name, contact, address, product, tags, site or notes every word of it occurs, whatever the case.
 */
export async function searchCustomers(query: string): Promise<Parsed<CustomerWithNotes>> {
  const [customers, notes] = await database.transaction('r', database.customers, database.notes, () =>
    Promise.all([
      database.customers.orderBy('updatedAt').reverse().toArray(),
      database.notes.toArray(),
    ]),
  );
  const files = parseRecords('customers', customerSchema, customers);
  const texts = parseRecords('notes', noteSchema, notes);
  const byCustomer = Map.groupBy(texts.records, (note) => note.customerId);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const records = files.records
    .map((customer) => ({
      customer,
      notes: (byCustomer.get(customer.id) ?? []).sort((a, b) => b.createdAt - a.createdAt),
    }))
    .filter((entry) => {
      const haystack = searchable(entry);
      return words.every((word) => haystack.includes(word));
    });
  return { records, faults: [...files.faults, ...texts.faults] };
}

function searchable({ customer, notes }: CustomerWithNotes): string {
  return [
    customer.name,
    customer.contact,
    customer.address,
    customer.product,
    customer.site,
    ...customer.tags,
    ...notes.map((note) => note.text),
  ]
    .join('\n')
    .toLowerCase();
}
