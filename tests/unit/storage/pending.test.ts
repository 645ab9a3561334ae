import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createClock, reduce } from '../../../clock/waits';
import { storeWaits } from '../../../storage/activity';
import { keepClock } from '../../../storage/clocks';
import { addComplaint } from '../../../storage/complaints';
import { database } from '../../../storage/database';
import { addFollowUp } from '../../../storage/follow-ups';
import { pendingAt } from '../../../storage/pending';
import { c, say } from '../clock/stream';

const now = Date.now();
const shift = { from: now - 3_600_000, to: now + 3_600_000 };
const limits = { noteDays: 0, answerHours: 24, closeDays: 3 };
const who = (key: string, name: string) => ({ site: 'shop.example', key, name });

beforeEach(async () => {
  fakeBrowser.reset();
  await database.delete();
  await database.open();
});

const brief = async () => (await pendingAt(shift, now)).map(({ kind, customer, text }) => [kind, customer, text]);

it('is who waits, what is open, what is due within a day of the shift, and what was asked', async () => {
  for (const site of ['shop.example', 'practice']) {
    const clock = reduce(createClock({ site }, now), say(now, c('m1', now - 1000, { customerKey: `${site} amy` })));
    await keepClock({ site, tab: 1, frame: 0, session: 'x' }, JSON.stringify(clock));
  }
  await addComplaint(who('k1', '林女士'), { text: '少件', severity: 'minor', receivedAt: now }, limits, '');
  await addFollowUp(who('k2', '王先生'), { kind: 'promise', text: '补发', dueAt: shift.to + 60_000 }, '');
  await addFollowUp(who('k2', '王先生'), { kind: 'followUp', text: '下周回访', dueAt: shift.to + 7 * 86_400_000 }, '');
  const wait = { id: 'w1', customerKey: 'k', customerName: '', since: now, endedAt: now, outcome: 'answered', first: true, opener: 'customer', quietMs: null, followUps: [], robotAfterMs: null, exact: true } as const;
  await storeWaits([{ ...wait, followUps: [], site: 'shop.example', question: '什么时候发货' }], 'shop.example');
  await storeWaits([{ ...wait, followUps: [], id: 'w2', site: 'practice', question: '练习的问题' }], 'practice');
  expect(await brief()).toEqual([
    ['waiting', 'shop.example amy', ''],
    ['promise', '王先生', '补发'],
    ['complaint', '林女士', '少件'],
    ['question', '', '什么时候发货 ×1'],
  ]);
});

it('has no word of what is confidential', async () => {
  const { customerId } = await addComplaint(who('k1', '林女士'), { text: '不可外传', severity: 'minor', receivedAt: now }, limits, '');
  await database.customers.update(customerId, { secrecy: 'confidential' });
  expect(JSON.stringify(await brief())).not.toContain('不可外传');
  expect(await brief()).toHaveLength(1);
});
