import { beforeEach, expect, it } from 'vitest';
import { countReplyUse, deleteTimes, holdsBetween, mostUsedReplies, pruneTimes, replyUsesOf, storeHold, storeWaits, waitsBetween } from '../../../storage/activity';
import { questionsBetween } from '../../../storage/questions';
import { database } from '../../../storage/database';
import type { WaitRecord } from '../../../storage/records';

const wait: WaitRecord = {
  id: 'w1',
  site: 's',
  customerKey: 'k',
  customerName: '林',
  since: 1000,
  endedAt: 9000,
  outcome: 'answered',
  first: true,
  opener: 'customer',
  quietMs: null,
  followUps: [],
  robotAfterMs: null,
  exact: true,
};

beforeEach(async () => {
  await database.delete();
  await database.open();
});

it('counts a wait once, however often it comes, as it was last', async () => {
  await storeWaits([wait], 's');
  await storeWaits([{ ...wait, endedAt: 99_000 }, { ...wait, id: 'w2', since: 5000 }], 's');
  expect((await waitsBetween(0, Infinity)).map(({ id, endedAt }) => [id, endedAt])).toEqual([
    ['w1', 99_000],
    ['w2', 9000],
  ]);
  expect(await waitsBetween(2000, Infinity)).toHaveLength(1);
});

it('forgets a wait that turned out to be none, of its own site only', async () => {
  await storeWaits([wait, { ...wait, id: 'w2' }], 's');
  await storeWaits([], 'other', ['w1']);
  await storeWaits([], 's', ['w2']);
  expect((await waitsBetween(0, Infinity)).map(({ id }) => id)).toEqual(['w1']);
});

it('stores held sends', async () => {
  const hits = [{ term: '最低价', category: 'adlaw', level: 'block' as const }];
  await storeHold({ site: 's', customerKey: 'k', at: 5, hits, action: 'held', why: '' });
  expect(await holdsBetween(5, Infinity)).toMatchObject([{ hits, action: 'held' }]);
  expect(await holdsBetween(6, Infinity)).toEqual([]);
});

it('counts uses by site', async () => {
  await countReplyUse('s', 'p/r');
  await countReplyUse('s', 'p/r');
  await countReplyUse('other', 'p/r');
  expect(await replyUsesOf('s')).toMatchObject([{ reply: 'p/r', count: 2 }]);
});

it('reads the waits of a period, oldest first, and passes over a damaged one', async () => {
  await storeWaits([1000, 2000, 3000, 4000].map((since) => ({ ...wait, id: `w${since}`, since })), 's');
  await database.waits.put({ id: 'broken', since: 2500 } as WaitRecord);
  expect((await waitsBetween(2000, 4000)).map(({ id }) => id)).toEqual(['w2000', 'w3000']);
});

it('prunes what began before a time and nothing else, and deletes all when told', async () => {
  await storeWaits([{ ...wait, id: 'old', since: 999 }, { ...wait, id: 'kept', since: 1000 }], 's');
  for (const at of [999, 1000]) await storeHold({ site: 's', customerKey: 'k', at, hits: [], action: 'held', why: '' });
  await pruneTimes(1000);
  expect((await waitsBetween(0, Infinity)).map(({ id }) => id)).toEqual(['kept']);
  expect((await holdsBetween(0, Infinity)).map(({ at }) => at)).toEqual([1000]);
  await deleteTimes();
  expect([await database.waits.count(), await database.holds.count()]).toEqual([0, 0]);
});

it('adds up the uses of a reply in a period, on all sites or on one; without times it counts them undated', async () => {
  for (const [site, reply] of [['a', 'p/1'], ['b', 'p/2'], ['b', 'p/2'], ['a', 'p/2'], ['a', 'p/3'], ['b', 'p/3']] as const) await countReplyUse(site, reply);
  await database.replyTimes.put({ at: 0, site: 'a', reply: 'p/1', count: 50 });
  await countReplyUse('a', 'p/3', false);
  const used = async (from: number, site: string) => (await mostUsedReplies(from, Infinity, site, 2)).map(({ reply, count }) => [reply, count]);
  expect(await used(1, '')).toEqual([['p/2', 3], ['p/3', 2]]);
  expect(await used(1, 'b')).toEqual([['p/2', 2], ['p/3', 1]]);
  expect(await used(0, '')).toEqual([['p/1', 51], ['p/2', 3]]);
  expect((await replyUsesOf('a')).find(({ reply }) => reply === 'p/3')?.count).toBe(2);
});

it('keeps the question of a wait, and lets it go with the wait', async () => {
  await storeWaits([{ ...wait, question: '什么时候发货' }, { ...wait, id: 'w2', since: 2000 }], 's');
  // It comes again, settled: the page no longer shows its text.
  await storeWaits([wait], 's');
  expect((await questionsBetween(0, Infinity)).map(({ id, at, text }) => [id, at, text])).toEqual([['w1', 1000, '什么时候发货']]);
  await storeWaits([], 's', ['w1']);
  expect(await questionsBetween(0, Infinity)).toEqual([]);
});

it('an answer stands over what another tab gave up before it, not over a later closing', async () => {
  const outcomeAfter = async (endedAt: number) => {
    await storeWaits([wait], 's');
    await storeWaits([{ ...wait, outcome: 'unanswered', endedAt }], 's');
    return (await waitsBetween(0, Infinity))[0]!.outcome;
  };
  expect(await outcomeAfter(8000)).toBe('answered');
  expect(await outcomeAfter(10_000)).toBe('unanswered');
});
