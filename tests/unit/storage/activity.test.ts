import { beforeEach, expect, it } from 'vitest';
import { countReplyUse, holdsSince, replyUsesOf, storeHold, storeWaits, waitsSince } from '../../../storage/activity';
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
  expect((await waitsSince(0)).records.map(({ id, endedAt }) => [id, endedAt])).toEqual([
    ['w2', 9000],
    ['w1', 99_000],
  ]);
  expect((await waitsSince(2000)).records).toHaveLength(1);
});

it('forgets a wait that turned out to be none, of its own site only', async () => {
  await storeWaits([wait, { ...wait, id: 'w2' }], 's');
  await storeWaits([], 'other', ['w1']);
  await storeWaits([], 's', ['w2']);
  expect((await waitsSince(0)).records.map(({ id }) => id)).toEqual(['w1']);
});

it('stores held sends', async () => {
  const hits = [{ term: '最低价', category: 'adlaw', level: 'block' as const }];
  await storeHold({ site: 's', customerKey: 'k', at: 5, hits, action: 'held', why: '' });
  expect((await holdsSince(5)).records).toMatchObject([{ hits, action: 'held' }]);
  expect((await holdsSince(6)).records).toEqual([]);
});

it('counts uses by site', async () => {
  await countReplyUse('s', 'p/r');
  await countReplyUse('s', 'p/r');
  await countReplyUse('other', 'p/r');
  expect(await replyUsesOf('s')).toMatchObject([{ reply: 'p/r', count: 2 }]);
});
