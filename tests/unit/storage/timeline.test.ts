import { beforeEach, describe, expect, it } from 'vitest';
import { addComplaint, changeComplaint, openComplaints, removeComplaint, secondLookOf } from '../../../storage/complaints';
import { changeCustomer, restore } from '../../../storage/customers';
import { database } from '../../../storage/database';
import { findCustomer, readFile } from '../../../storage/files';
import { addFollowUp, changeFollowUp, openFollowUps, removeFollowUp } from '../../../storage/follow-ups';
import { joinFiles, partFile } from '../../../storage/join';
import { addNote } from '../../../storage/notes';
import { keepsOut, personHash } from '../../../storage/tombstones';

const lin = { site: 'shop.example', key: 'uid-7', name: '林小姐' };
const other = { site: 'mall.example', key: 'lin88', name: 'lin88' };
const house = { noteDays: 0, answerHours: 24, closeDays: 3 };
const received = new Date('2026-11-24T10:00:00').getTime();

beforeEach(async () => {
  await database.delete();
  await database.open();
});

describe('complaints', () => {
  const write = () => addComplaint(lin, { text: ' 杯子碎了 ', severity: 'serious', receivedAt: received }, house, '小李');

  it('makes the file with the complaint; whoever was asked first is its owner', async () => {
    const { customerId, text, remindAt, answerBy } = await write();
    await addNote(lin, '第二天又来问', '小王');
    expect([text, remindAt]).toEqual(['杯子碎了', answerBy]);
    expect(await readFile(customerId)).toMatchObject({ customer: { owner: '小李' }, complaints: [{ severity: 'serious' }], notes: [{ author: '小王' }] });
  });

  it('closes nothing without a call-back', async () => {
    const { id } = await write();
    await expect(changeComplaint(id, { settledHow: '补发', settledAt: 1, closedAt: 2 })).rejects.toThrow('not-called-back');
    expect(await database.complaints.get(id)).toMatchObject({ settledHow: '', closedAt: null });
    await changeComplaint(id, { settledHow: '补发', settledAt: 1 });
    expect(await openComplaints()).toHaveLength(1);
    await changeComplaint(id, { calledBackAt: 2, closedAt: 3 });
    expect(await openComplaints()).toEqual([]);
  });

  it('lists the most urgent first, a snoozed one by the end of its snooze', async () => {
    const [first, second] = [await write(), await write()];
    await changeComplaint(first.id, { snoozedUntil: first.closeBy });
    expect((await openComplaints()).map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('draws a fifth of those settled in a quarter', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, write));
    for (const { id } of all.slice(0, 6)) await changeComplaint(id, { settledAt: received });
    await changeComplaint(all[9]!.id, { settledAt: new Date('2027-01-02T10:00:00').getTime() });
    expect(await secondLookOf('2026-Q4')).toHaveLength(2);
    expect(await secondLookOf('2027-Q1')).toMatchObject([{ id: all[9]!.id }]);
  });

  it('leaves a tombstone when deleted, and none when put back', async () => {
    const { id } = await write();
    const removed = await removeComplaint(id);
    expect(await database.tombstones.get(['complaints', id])).toMatchObject({ erased: false });
    if (removed) await restore({ complaints: [removed] });
    expect(await database.tombstones.count()).toBe(0);
    expect(await openComplaints()).toMatchObject([{ id }]);
  });
});

describe('follow-ups and promises', () => {
  it('are open until they are done, the most urgent first', async () => {
    const late = await addFollowUp(lin, { kind: 'followUp', text: '回访', dueAt: 2000 }, '小李');
    const soon = await addFollowUp(lin, { kind: 'promise', text: '12 号到货', dueAt: 1000 }, '小李');
    expect((await openFollowUps()).map(({ id }) => id)).toEqual([soon.id, late.id]);
    await changeFollowUp(soon.id, { snoozedUntil: 3000 });
    expect((await openFollowUps()).map(({ id }) => id)).toEqual([late.id, soon.id]);
    await changeFollowUp(late.id, { doneAt: 2500 });
    expect(await openFollowUps()).toMatchObject([{ id: soon.id, remindAt: 3000 }]);
    await removeFollowUp(soon.id);
    expect(await openFollowUps()).toEqual([]);
  });
});

describe('two files of one person', () => {
  async function two() {
    const { customer: head } = await addNote(lin, '要发票', '小李');
    const { customer: second } = await addNote(other, 'wants blue', 'Tom');
    await changeCustomer(head.id, { tags: ['老客户'], contact: '138' });
    await changeCustomer(second.id, { tags: ['老客户', 'VIP'], contact: '139', address: '杭州', customerClass: 'A', secrecy: 'secret' });
    const stored = async () => [await database.customers.get(head.id), await database.customers.get(second.id)];
    return { head: head.id, second: second.id, before: await stored(), stored };
  }

  it('are one when merged: found by either key, with both timelines and the stricter secrecy', async () => {
    const { head, second } = await two();
    await joinFiles(head, second);
    const file = await readFile(second);
    expect(file?.customer).toMatchObject({
      id: head, name: '林小姐', otherNames: ['lin88'], contact: '138', address: '杭州', customerClass: 'A', secrecy: 'secret', tags: ['老客户', 'VIP'],
    });
    expect(file?.notes.map(({ text }) => text).toSorted()).toEqual(['wants blue', '要发票'].toSorted());
    expect((await findCustomer(other.site, other.key))?.id).toBe(head);
    const { customer } = await addNote(other, 'after', '');
    expect(customer.id).toBe(head);
  });

  it('are as before when parted, but for what was changed in between', async () => {
    const { head, second, before, stored } = await two();
    await joinFiles(head, second);
    await changeCustomer(head, { address: '上海' });
    await partFile(second);
    const changed = { updatedAt: expect.any(Number), activeAt: expect.any(Number), lineage: expect.any(Array) };
    expect(await stored()).toEqual([
      { ...before[0], ...changed, address: '上海', secrecy: 'secret' },
      { ...before[1], ...changed },
    ]);
    expect((await readFile(second))?.notes.map(({ text }) => text)).toEqual(['wants blue']);
  });

  it('find one head where two computers merged them into one another', async () => {
    const { head, second } = await two();
    const gave = { fields: [], tags: [], orderNumbers: [], otherNames: [] };
    await database.customers.update(head, { joined: { into: second, at: 1, gave } });
    await database.customers.update(second, { joined: { into: head, at: 1, gave } });
    expect((await readFile(head))?.customer.id).toBe((await readFile(second))?.customer.id);
    expect((await readFile(head))?.notes).toHaveLength(2);
  });
});

it('keeps a deleted record out unless it was changed later, an erased one whenever it was changed', async () => {
  const tombstone = { table: 'notes' as const, id: 'n', at: 100, seen: [] as string[] };
  const note = { id: 'n', createdAt: 50, updatedAt: 150, lineage: [] as string[] };
  expect(keepsOut({ ...tombstone, erased: false }, note)).toBe(false);
  expect(keepsOut({ ...tombstone, erased: false }, { ...note, updatedAt: 100 })).toBe(true);
  expect(keepsOut({ ...tombstone, erased: true }, note)).toBe(true);
  expect(keepsOut({ ...tombstone, erased: true }, { ...note, createdAt: 101 })).toBe(false);
  // Where it is known what was seen, the clocks of two computers make no difference.
  expect(keepsOut({ ...tombstone, erased: false, seen: ['a'] }, { ...note, lineage: ['a', 'b'] })).toBe(false);
  expect(keepsOut({ ...tombstone, erased: false, seen: ['a', 'b'] }, { ...note, lineage: ['a', 'b'] })).toBe(true);
  expect(await personHash('a', 'b')).toMatch(/^[0-9a-f]{64}$/);
});
