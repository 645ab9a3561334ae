import { Dexie } from 'dexie';
import { withoutCustomer } from '../clock/stored';
import { database } from './database';
import { announceDue } from './due-revision';
import { draftField } from './drafts';
import { changeFiles, readFile } from './files';
import type { WholeFile } from './files';
import { bury, personHash } from './tombstones';

/** Tables that may hold something on a person. */
const tables = ['customers', 'notes', 'complaints', 'followUps', 'conflicts', 'waits', 'questions', 'holds', 'sentReplies', 'handovers', 'typedTexts', 'clocks'] as const;

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
    held.typedTexts.push(...present(await database.typedTexts.bulkGet(draftsOf(file))));
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
    await database.typedTexts.bulkDelete(draftsOf(file));
  });
  await announceDue();
}

/** What is held on a person apart from their file. */
async function forgetElsewhere({ site, key, name }: { site: string; key: string; name: string }): Promise<void> {
  await database.questions.bulkDelete(await waitsOf(site, key).primaryKeys());
  await waitsOf(site, key).delete();
  await holdsOf(site, key).delete();
  await repliesOf(site, key).delete();
  // One letter is no name: it would take half of all messages along.
  if (name.length > 1) await database.sentMessages.filter((sent) => sent.site === site && sent.text.includes(name)).delete();
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
  const kinds = ['note', ...complaints.flatMap(({ id }) => ['step', 'passed', 'settled', 'look'].map((kind) => `${kind} ${id}`))];
  return [customer, ...joined].flatMap((file) => kinds.map((kind) => draftField(file, kind)));
}

function present<T>(rows: (T | undefined)[]): T[] {
  return rows.filter((row) => row !== undefined);
}
