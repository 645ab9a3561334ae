import { lineageAfter } from '../customers/versions';
import { aQuarterAfter } from '../customers/quarter';
import { database } from './database';
import { changeDue, changeFiles, findCustomer, joinedInto, wholeFile } from './files';
import type { WholeFile } from './files';
import { customerSchema } from './records-customers';
import type { CustomerFile } from './records-customers';
import { reveal } from './sealing';
import { bury, unbury } from './tombstones';

/** Who a file is on, as the shop's page tells it. */
export interface CustomerRef {
  site: string;
  key: string;
  name: string;
}

/** A new file on this person, not yet stored. */
function newFile(who: CustomerRef, owner: string, now: number): CustomerFile {
  const { site, key, name } = who;
  const times = { createdAt: now, updatedAt: now, activeAt: now, reviewDue: aQuarterAfter(now) };
  return customerSchema.parse({ site, key, name, id: crypto.randomUUID(), owner, ...times });
}

/** Stores a new file, made by hand. */
export async function createCustomer(who: CustomerRef, owner = ''): Promise<CustomerFile> {
  const customer = newFile(who, owner, Date.now());
  await changeFiles(async (touch) => {
    touch(await database.customers.add(customer));
  });
  return customer;
}

/**
 * The file to write an entry into: the one of this person, made where there is none. A name that the
 * console now shows otherwise is taken over, the former stays among the other names. Call it inside
 * `changeFiles`.
 * @param author whoever writes the entry: the first one asked is the owner of a new file
 */
export async function fileFor(who: CustomerRef, author: string, now: number): Promise<CustomerFile> {
  const known = await findCustomer(who.site, who.key);
  if (!known) {
    const made = newFile(who, author, now);
    await database.customers.add(made);
    return made;
  }
  // A file that was merged into another one may be called otherwise there.
  const renamed = who.name !== '' && who.name !== known.name && known.site === who.site && known.key === who.key;
  const change = renamed
    ? { name: who.name, otherNames: namesWith(known.otherNames, known.name), updatedAt: now }
    : {};
  const customer = customerSchema.parse({ ...known, ...change, activeAt: now });
  await database.customers.put(customer);
  return customer;
}

/** Adds a name to other names once, the newest last, fifty at most. */
export function namesWith(names: string[], name: string): string[] {
  return name ? [...names.filter((one) => one !== name), name].slice(-50) : names;
}

/** The fields of a file that a person may change. */
export type CustomerChange = Partial<
  Omit<CustomerFile, 'id' | 'site' | 'key' | 'joined' | 'sealed' | 'createdAt' | 'updatedAt' | 'activeAt'>
>;

/**
 * Changes a file. Does nothing when it is gone.
 * @throws ZodError when a field does not fit
 */
export function changeCustomer(id: string, change: CustomerChange): Promise<void> {
  return changeFiles(async (touch) => {
    const [stored] = await reveal('customers', (await database.customers.bulkGet([id])).filter((one) => one !== undefined));
    const now = Date.now();
    touch(id);
    if (!stored) return;
    await database.customers.put(customerSchema.parse({ ...stored, ...change, updatedAt: now, activeAt: now }));
    if (change.secrecy === undefined) return;
    // One person, one secrecy: what was merged into the file holds their text as well.
    for (const other of await reveal('customers', await joinedInto(id))) {
      touch(other.id);
      await database.customers.put(customerSchema.parse({ ...other, secrecy: change.secrecy, updatedAt: now }));
    }
  });
}

/** The file was looked through: it is due again in a quarter. */
export function reviewCustomer(id: string): Promise<void> {
  return changeCustomer(id, { reviewDue: aQuarterAfter(Date.now()) });
}

/** Takes away a person's file, all merged into it, and the timelines; what it returns puts them back. */
export function removeCustomer(id: string): Promise<WholeFile | null> {
  return changeDue(async (touch) => {
    const customer = await database.customers.get(id);
    if (!customer) return null;
    touch(id);
    const file = await wholeFile(customer);
    const ids = (records: { id: string }[]) => records.map((one) => one.id);
    const now = Date.now();
    await bury('notes', ids(file.notes), now);
    await bury('complaints', ids(file.complaints), now);
    await bury('followUps', ids(file.followUps), now);
    await bury('customers', ids([customer, ...file.joined]), now);
    return file;
  });
}

/** What was taken away and can be put back. */
export type Removed = Partial<Pick<WholeFile, 'customer' | 'joined' | 'notes' | 'complaints' | 'followUps'>>;

/** Puts back what `removeCustomer` or one of the `remove…` of an entry took away. */
export function restore({ customer, joined = [], notes = [], complaints = [], followUps = [] }: Removed): Promise<void> {
  return changeDue(async (touch) => {
    const customers = customer ? [customer, ...joined] : joined;
    // Another version, so that a tombstone that another computer has already got does not bear on it.
    const now = Date.now();
    touch(...customers.map(({ id }) => id), ...[...notes, ...complaints, ...followUps].map(({ customerId }) => customerId));
    for (const [table, records] of Object.entries({ customers, notes, complaints, followUps })) {
      const version = crypto.randomUUID().slice(0, 13);
      await database.table(table).bulkPut(records.map((record) => ({ ...record, updatedAt: now, lineage: lineageAfter({ ...record, lineage: record.lineage ?? [] }, version) })));
      await unbury(table as 'customers', records.map(({ id }) => id));
    }
  });
}
