import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createTexts } from '../../../locales';
import { storeHold, storeWaits } from '../../../storage/activity';
import { addComplaint, changeComplaint } from '../../../storage/complaints';
import { changeCustomer } from '../../../storage/customers';
import { database } from '../../../storage/database';
import { addException } from '../../../storage/exceptions';
import { keepDraft } from '../../../storage/drafts-on';
import { personAsJson, personAsMarkdown } from '../../../storage/export/person';
import { addFollowUp, changeFollowUp } from '../../../storage/follow-ups';
import { joinFiles } from '../../../storage/join';
import { pruneFiles, prunedFiles } from '../../../storage/keep-files';
import { addNote } from '../../../storage/notes';
import { erasePerson, heldOn } from '../../../storage/person';
import { searchFiles } from '../../../storage/search';
import { storeSentReply } from '../../../storage/sent-replies';
import { keepsOut, personHash } from '../../../storage/tombstones';

const lin = { site: 'shop.example', key: 'uid-7', name: '林小姐' };
const second = { site: 'mall.example', key: 'lin88', name: 'lin88' };
const wang = { site: 'shop.example', key: 'uid-8', name: '王伟' };
const house = { noteDays: 0, answerHours: 24, closeDays: 3 };
const DAY = 86_400_000;

beforeEach(async () => {
  fakeBrowser.reset();
  await database.delete();
  await database.open();
});

/** The same on two people, so that one can be erased and the other be looked at. */
let made = 0;
async function holdMuch(who: typeof lin): Promise<string> {
  made += 1;
  const { customer, notes } = await addNote(who, `关于 ${who.name}`, '小李');
  const complaint = await addComplaint(who, { text: '杯子碎了', severity: 'minor', receivedAt: 1 }, house, '');
  const promise = await addFollowUp(who, { kind: 'promise', text: '12 号到货', dueAt: 5 }, '');
  await database.conflicts.put({ key: `notes ${made}`, table: 'notes', id: notes[0]!.id, record: { ...notes[0]!, text: `${who.name} 另一台电脑的版本` } });
  const wait = {
    id: `w ${who.key}`, site: who.site, customerKey: who.key, customerName: who.name, since: 1000, endedAt: 9000, outcome: 'answered', first: true,
    opener: 'customer', quietMs: null, followUps: [], robotAfterMs: null, exact: true,
  } as const;
  await storeWaits([{ ...wait, followUps: [] }], who.site);
  await database.questions.put({ id: wait.id, site: who.site, at: 1000, text: '什么时候发货' });
  await storeHold({ site: who.site, customerKey: who.key, at: 5, hits: [], action: 'held', why: '', author: '' });
  await storeSentReply({ site: who.site, customerKey: who.key, reply: 'p/r', at: 5 });
  await database.sentMessages.add({ site: who.site, at: 5, text: `${who.name}您好` });
  await keepDraft(who, 'note', '写到一半', 'w');
  await keepDraft(who, `step ${complaint.id}`, '写到一半', 'w');
  await addException({ site: who.site, term: '最好', category: 'adlaw', level: 'block', pack: 'p', found: '最好', text: `${who.name}最好`, whole: false, author: '', at: 5 });
  await storeHold({ site: who.site, customerKey: '', at: 6, hits: [], action: 'sent-anyway', why: `${who.name}同意`, author: '' });
  const chat = { key: who.key, name: who.name, entries: [], settledIds: [], settledAt: null, before: { lastAt: null, lastPage: false, opener: 'customer', answered: false }, markedAt: null, alertedAt: null };
  const clock = { version: 1, now: 5, watchedFrom: 0, chats: [chat, { ...chat, key: 'other', name: '别人' }], finished: [], unseen: [] };
  await database.clocks.put({ site: who.site, tab: made, frame: 0, session: 'x', state: JSON.stringify(clock), at: 5 });
  const point = { kind: 'promise', customer: who.name, site: who.site, at: 5, text: '12 号到货', edited: false, marks: [], id: `p${made}`, from: `followUps ${promise.id}` } as const;
  await database.handovers.put({ id: `s${made}`, shift: { from: 0, to: 9 }, points: [{ ...point, marks: [] }], struck: [], signed: null, taken: null, createdAt: 1, changedAt: 1 });
  return customer.id;
}

const counts = async (id: string) => Object.fromEntries(Object.entries((await heldOn(id)) ?? {}).map(([table, rows]) => [table, rows.length]));
const one = { customers: 1, notes: 1, complaints: 1, followUps: 1, conflicts: 1, waits: 1, questions: 1, holds: 2, sentReplies: 1, sentMessages: 1, exceptions: 1, handovers: 1, typedTexts: 2, clocks: 1 };

describe('everything held on one person', () => {
  it('is shown, of all their files and of nobody else', async () => {
    const [head, other] = [await holdMuch(lin), await holdMuch(second)];
    await holdMuch(wang);
    expect(await counts(head)).toEqual(one);
    await joinFiles(head, other);
    expect(await counts(other)).toEqual(Object.fromEntries(Object.entries(one).map(([table, count]) => [table, count * 2])));
  });

  it('is handed over as JSON and as text, in which their own text is no markup', async () => {
    const id = await holdMuch(lin);
    await addNote(lin, '# <b>粗</b>\n第二行', '');
    const held = (await heldOn(id))!;
    expect(JSON.parse(personAsJson(held, new Date(0)))).toEqual({ format: 'chatside-person', version: 1, exportedAt: '1970-01-01T00:00:00.000Z', ...JSON.parse(JSON.stringify(held)) });
    const text = personAsMarkdown(held, '关于林小姐', createTexts('zh-CN').t);
    expect(text).toContain('## 投诉');
    expect(text).toContain('- text: \\# \\<b\\>粗\\</b\\>\n  第二行');
  });

  it('is erased, and nobody else’s', async () => {
    const [head, other, stays] = [await holdMuch(lin), await holdMuch(second), await holdMuch(wang)];
    await joinFiles(head, other);
    await erasePerson(other);
    expect([await heldOn(head), await heldOn(other)]).toEqual([null, null]);
    expect(await counts(stays)).toEqual(one);
    expect((await searchFiles('关于')).ids).toEqual([stays]);
    const left = await Promise.all(database.tables.filter(({ name }) => name !== 'tombstones').map((table) => table.toArray()));
    expect(JSON.stringify(left).match(/林小姐|lin88|uid-7/g)).toBeNull();
    expect(JSON.stringify(left).includes('别人')).toBe(true);
    expect(JSON.stringify(await database.tombstones.toArray()).match(/林小姐|lin88|uid-7/g)).toBeNull();
  });

  it('stays away: a merge lets no older copy of it in, and a new customer of that name may come', async () => {
    const id = await holdMuch(lin);
    const copy = (await database.customers.get(id))!;
    await erasePerson(id);
    for (const tombstone of [await database.tombstones.get(['customers', id]), await database.tombstones.get(['people', await personHash(lin.site, lin.key)])]) {
      expect(keepsOut(tombstone!, { ...copy, updatedAt: Date.now() + DAY })).toBe(true);
      expect(keepsOut(tombstone!, { ...copy, createdAt: Date.now() + DAY, updatedAt: Date.now() + DAY })).toBe(false);
    }
  });
});

describe('files that are kept for a time', () => {
  const forever = { A: null, B: null, C: null, D: null, none: null };

  it('go by their class, once nothing is open in them, and the user is told', async () => {
    const now = Date.now();
    const [a, d, none] = [await addNote(lin, 'a', ''), await addNote(second, 'd', ''), await addNote(wang, 'none', '')];
    await changeCustomer(a.customer.id, { customerClass: 'A' });
    await changeCustomer(d.customer.id, { customerClass: 'D' });
    const promise = await addFollowUp(second, { kind: 'promise', text: 'x', dueAt: 5 }, '');
    expect(await pruneFiles(forever, now + 10_000 * DAY)).toBe(0);
    expect(await pruneFiles({ ...forever, D: 30, none: 90 }, now + 31 * DAY)).toBe(0);
    await changeFollowUp(promise.id, { doneAt: now });
    expect(await pruneFiles({ ...forever, D: 30, none: 90 }, now + 29 * DAY)).toBe(0);
    expect(await pruneFiles({ ...forever, D: 30, none: 90 }, now + 31 * DAY)).toBe(1);
    expect((await database.customers.toCollection().primaryKeys()).toSorted()).toEqual([a.customer.id, none.customer.id].toSorted());
    expect(await pruneFiles({ ...forever, D: 30, none: 90 }, now + 91 * DAY)).toBe(1);
    expect(await prunedFiles()).toBe(2);
  });

  it('stay while a complaint is open', async () => {
    const complaint = await addComplaint(lin, { text: 'x', severity: 'minor', receivedAt: 1 }, house, '');
    const later = Date.now() + 100 * DAY;
    expect(await pruneFiles({ ...forever, none: 1 }, later)).toBe(0);
    await changeComplaint(complaint.id, { settledAt: 1, calledBackAt: 2, closedAt: 3 });
    expect(await pruneFiles({ ...forever, none: 1 }, later)).toBe(1);
  });
});
