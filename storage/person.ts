import { Dexie } from 'dexie';
import { withoutCustomer } from '../clock/stored';
import { database } from './database';
import { announceDue } from './due-revision';
import { draftField, draftKinds, draftRows } from './draft-fields';
import { readDrafts } from './drafts-on';
import { changeFiles, readFile } from './files';
import { touchExceptions } from './exceptions';
import type { WholeFile } from './files';
import type { CustomerFile } from './records-customers';
import { bury, personHash } from './tombstones';

/** Tables that may hold something on a person. */
const tables = ['customers', 'notes', 'complaints', 'followUps', 'conflicts', 'waits', 'questions', 'holds', 'sentReplies', 'sentMessages', 'exceptions', 'handovers', 'typedTexts', 'clocks'] as const;

/** Everything that is held on one person, by table. */
export type Held = Record<(typeof tables)[number], object[]>;

/**
 * What is held on the person of this file, as far as it is unlocked; null when the file is gone. Of
 * what holds several people, a handover sheet or a running clock, only their own part.
 */
export function heldOn(id: string): Promise<Held | null> {
  return database.transaction('r', database.tables, async () => {
    const file = await readFile(id);
    if (!file) return null;
    const { customers, notes, complaints, followUps } = recordsOf(file);
    const held = Object.fromEntries(tables.map((table): [string, object[]] => [table, []])) as Held;
    Object.assign(held, { customers, notes, complaints, followUps });
    held.conflicts.push(...(await conflictsOf(file).toArray()));
    for (const { site, key } of customers) {
      const waits = await waitsOf(site, key).toArray();
      held.waits.push(...waits);
      held.questions.push(...present(await database.questions.bulkGet(waits.map((wait) => wait.id))));
      held.holds.push(...(await holdsOf(site, key).toArray()));
      held.sentReplies.push(...(await repliesOf(site, key).toArray()));
      for (const { state } of await clocksOf(site)) {
        const chat = withoutCustomer(state, key)?.chat;
        if (chat) held.clocks.push({ site, chat });
      }
    }
    const isAbout = pointsOf(file);
    held.handovers.push(...(await database.handovers.toArray()).flatMap((sheet) => sheet.points.filter(({ from }) => isAbout(from))));
    for (const one of customers) {
      for (const [kind, { text, rows }] of await readDrafts(one, draftKinds(file.complaints.map((complaint) => complaint.id)))) {
        if (rows.length > 0) held.typedTexts.push({ site: one.site, field: kind, text });
      }
      const names = mentionOf(one);
      held.sentMessages.push(...(await database.sentMessages.filter((sent) => sent.site === one.site && names(sent.text)).toArray()));
      held.exceptions.push(...(await database.exceptions.where('site').equals(one.site).filter(({ text, found }) => names(text) || names(found)).toArray()));
      held.holds.push(...(await database.holds.filter((hold) => hold.site === one.site && hold.customerKey !== one.key && names(hold.why)).toArray()));
    }
    return held;
  });
}

/**
 * Erases everything that is held on the person of this file, in one transaction: the file and all
 * that was merged into it, the timeline, drafts, answer times and questions, held sends, sent
 * replies, sent messages that name them, their points on handover sheets, their place in running
 * clocks, the search index. What is left are hashes and ids, by which no later merge brings anything
 * back that is older than this.
 */
export async function erasePerson(id: string): Promise<void> {
  const known = await readFile(id);
  if (!known) return;
  const people = await Promise.all([known.customer, ...known.joined].map(({ site, key }) => personHash(site, key)));
  await database.transaction('rw', database.tables, async () => {
    const file = await readFile(id);
    if (!file) return;
    const { customers, ...timeline } = recordsOf(file);
    await changeFiles(async (touch) => {
      const now = Date.now();
      touch(...customers.map((one) => one.id));
      for (const [table, records] of Object.entries({ ...timeline, customers })) await bury(table as 'notes', records.map((one) => one.id), now, true);
      await database.tombstones.bulkPut(people.map((hash) => ({ table: 'people', id: hash, at: now, erased: true, seen: [] })));
      await conflictsOf(file).delete();
    });
    for (const customer of customers) await forgetElsewhere(customer);
    const isAbout = pointsOf(file);
    await database.handovers.toCollection().modify((sheet) => {
      for (const point of sheet.points.filter(({ from }) => isAbout(from))) {
        Object.assign(point, { customer: '', text: '', from: null, marks: point.marks.map((mark) => ({ ...mark, why: '', text: '' })) });
      }
    });
    await database.typedTexts.bulkDelete(await draftRows(draftsOf(file)));
  });
  await announceDue();
  await touchExceptions();
}

/** What is held on a person apart from their file. */
async function forgetElsewhere(person: CustomerFile): Promise<void> {
  const { site, key } = person;
  await database.questions.bulkDelete(await waitsOf(site, key).primaryKeys());
  await waitsOf(site, key).delete();
  await holdsOf(site, key).delete();
  await repliesOf(site, key).delete();
  const names = mentionOf(person);
  await database.sentMessages.filter((sent) => sent.site === site && names(sent.text)).delete();
  await database.exceptions.where('site').equals(site).filter(({ text, found }) => names(text) || names(found)).delete();
  // That a message went out all the same stays; why it did goes.
  await database.holds.filter((hold) => hold.site === site && names(hold.why)).modify({ why: '' });
  for (const clock of await clocksOf(site)) {
    const rest = withoutCustomer(clock.state, key);
    if (rest) await database.clocks.put({ ...clock, state: rest.state });
  }
  // Of version 1, taken up only once; who is erased in between has nobody waiting there.
  await database.clockStates.delete(site);
}

function recordsOf({ customer, joined, notes, complaints, followUps }: WholeFile) {
  return { customers: [customer, ...joined], notes, complaints, followUps };
}

/** Versions of their records that a merge kept beside one another. */
function conflictsOf(file: WholeFile) {
  const ids = new Set(Object.values(recordsOf(file)).flat().map((one) => one.id));
  return database.conflicts.filter((one) => ids.has(one.id));
}

function waitsOf(site: string, key: string) {
  return database.waits.where('[site+since]').between([site, Dexie.minKey], [site, Dexie.maxKey]).filter((wait) => wait.customerKey === key);
}

function holdsOf(site: string, key: string) {
  return database.holds.where('[site+at]').between([site, Dexie.minKey], [site, Dexie.maxKey]).filter((hold) => hold.customerKey === key);
}

function repliesOf(site: string, key: string) {
  return database.sentReplies.where('[site+customerKey+reply]').between([site, key, Dexie.minKey], [site, key, Dexie.maxKey]);
}

function clocksOf(site: string) {
  return database.clocks.where('site').equals(site).toArray();
}

/** Whether a point of a handover sheet was filled from something on this person (`storage/pending.ts`). */
function pointsOf({ customer, joined, complaints, followUps }: WholeFile): (from: string | null) => boolean {
  const sources = new Set([
    ...complaints.map(({ id }) => `complaints ${id}`),
    ...followUps.map(({ id }) => `followUps ${id}`),
    ...[customer, ...joined].map(({ site, key }) => `waits ${site} ${key}`),
  ]);
  return (from) => from !== null && sources.has(from);
}

/** Every field in which something on this person may be being typed. */
function draftsOf({ customer, joined, complaints }: WholeFile): string[] {
  const kinds = draftKinds(complaints.map(({ id }) => id));
  return [customer, ...joined].flatMap((file) => kinds.map((kind) => draftField(file, kind)));
}

/** Whether a text names this person, or one of their numbers. */
function mentionOf({ name, otherNames, contact, address, orderNumbers }: CustomerFile): (text: string) => boolean {
  // One letter is no name, and three digits no number: they would take half of all texts along.
  const names = [name, ...otherNames].filter((one) => one.length > 1);
  const numbers = [contact, address, ...orderNumbers].filter((one) => one.length > 3);
  const all = [...names, ...numbers];
  return (text) => all.some((one) => text.includes(one));
}

function present<T>(rows: (T | undefined)[]): T[] {
  return rows.filter((row) => row !== undefined);
}
