import { beforeEach, expect, it } from 'vitest';
import { toColumns } from '../../../clock/columns';
import { report } from '../../../clock/report';
import { deleteTimes, pruneTimes, storeWaits, waitsBetween } from '../../../storage/activity';
import { database } from '../../../storage/database';
import type { WaitRecord } from '../../../storage/records';
import { columnsBetween } from '../../../storage/wait-days';

const DAY = 86_400_000;
const D0 = 20_000 * DAY;
/** Within the fortieth day, which is not over. */
const NOW = D0 + 40.5 * DAY;

function wait(id: string, since: number, ms: number | null, over: Partial<WaitRecord> = {}): WaitRecord {
  return {
    id, site: 's', customerKey: 'k', customerName: '', since, endedAt: since + (ms ?? 0), outcome: ms === null ? 'unanswered' : 'answered', first: true,
    opener: 'customer', quietMs: null, followUps: [], robotAfterMs: null, exact: true, ...over,
  };
}

const options = { targetMs: 20_000, timeZone: 'Asia/Shanghai' };
/** The report through packed days, and the same from the rows themselves. */
async function both(from = D0 + DAY / 3, to = NOW) {
  const packed = report(await columnsBetween(from, to, NOW), { from, to }, options);
  return { packed, plain: report(toColumns(await waitsBetween(from, to)), { from, to }, options) };
}
async function expectSame(n: number): Promise<void> {
  const { packed, plain } = await both();
  expect(packed).toEqual(plain);
  expect(packed.all.n).toBe(n);
}

beforeEach(async () => {
  await database.delete();
  await database.open();
  const waits = Array.from({ length: 400 }, (_, n) => wait(`w${n}`, D0 + n * (DAY / 10) + n, n % 7 === 0 ? null : n * 500, { site: `s${n % 3}`, first: n % 2 === 0, exact: n % 11 !== 0 }));
  await database.waits.bulkPut(waits);
});

it('the report of packed days is that of the rows, in part days at both ends too', async () => {
  const { packed, plain } = await both();
  expect(packed).toEqual(plain);
  expect(await database.waitDays.count()).toBe(39);
  expect((await both()).packed).toEqual(plain);
  expect((await both(D0, D0 + 40 * DAY)).packed).toEqual((await both(D0, D0 + 40 * DAY)).plain);
  expect((await both(D0 + DAY / 10, D0 + DAY / 10 + 50)).packed.all.n).toBe(1);
});

it('whatever changes a wait is in the next report', async () => {
  const { packed } = await both();
  const n = packed.all.n;
  await storeWaits([wait('new', D0 + 5 * DAY + 5, 999)], 's');
  await expectSame(n + 1);
  // It was another day's.
  await storeWaits([wait('new', D0 + 9 * DAY + 5, 999)], 's');
  await expectSame(n + 1);
  await storeWaits([], 's', ['new']);
  await expectSame(n);
  await database.waits.update('w50', { outcome: 'unanswered' });
  await expectSame(n);
  await database.waits.bulkPut(Array.from({ length: 2500 }, (_, at) => wait(`many${at}`, D0 + 20 * DAY + at, 5)));
  await expectSame(n + 2500);
  await pruneTimes(D0 + 21 * DAY);
  const after = (await both()).plain.all.n;
  await expectSame(after);
  await deleteTimes();
  await expectSame(0);
});

it('a change that fails leaves the packed days and the waits as they were', async () => {
  await both();
  await expect(
    database.transaction('rw', database.waits, async () => {
      await database.waits.put(wait('new', D0 + 5 * DAY + 5, 999));
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await database.waitDays.count()).toBe(39);
  await expectSame((await both()).plain.all.n);
});

it('today is not packed', async () => {
  await both();
  expect(await database.waitDays.get(Math.floor(NOW / DAY))).toBeUndefined();
});
