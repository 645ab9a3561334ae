import { beforeEach, expect, it } from 'vitest';
import { createClock, openWaits, reduce, restoreClock } from '../../../clock/waits';
import { keepClock, takeClock } from '../../../storage/clocks';
import { database } from '../../../storage/database';
import { c, say, T0 } from '../clock/stream';

beforeEach(async () => {
  await database.delete();
  await database.open();
});

const place = (tab: number, frame = 0, session = 'today') => ({ site: 'shop.example', tab, frame, session });

/** A clock in which these customers have been waiting since `T0`. */
function clockOf(...keys: string[]): string {
  let state = createClock({ site: 'shop.example' }, T0);
  for (const key of keys) state = reduce(state, say(T0 + 1, c(`m-${key}`, T0, { customerKey: key })));
  return JSON.stringify(state);
}

function waitersIn(state: string | null): string[] {
  const clock = state === null ? null : restoreClock(state, { site: 'shop.example' }, T0 + 2);
  return clock ? openWaits(clock, T0 + 2).map(({ customerKey }) => customerKey).toSorted() : [];
}

it('two tabs of one site each find their own again', async () => {
  await keepClock(place(1), clockOf('amy'));
  await keepClock(place(2), clockOf('bo'));
  const open = new Set([1, 2]);
  expect(waitersIn(await takeClock(place(1), open))).toEqual(['amy']);
  expect(waitersIn(await takeClock(place(2), open))).toEqual(['bo']);
  expect(await takeClock(place(3), new Set([1, 2, 3]))).toBeNull();
});

it('what closed tabs and an earlier run of the browser left goes on in the next page of that site', async () => {
  await keepClock(place(1), clockOf('amy'));
  await keepClock(place(7, 0, 'yesterday'), clockOf('bo'));
  await keepClock({ ...place(8, 0, 'yesterday'), site: 'other.example' }, clockOf('cy'));
  await keepClock(place(2), clockOf('di'));
  // Tab 7 is open, but is not what was tab 7 yesterday.
  const open = new Set([2, 3, 7, 8]);
  expect(waitersIn(await takeClock(place(3), open))).toEqual(['amy', 'bo']);
  expect(waitersIn(await takeClock(place(3), open))).toEqual(['amy', 'bo']);
  expect(await takeClock(place(4), open)).toBeNull();
  expect(waitersIn(await takeClock(place(2), open))).toEqual(['di']);
});

it('a frame finds its clock after a reload has given it another number', async () => {
  await keepClock(place(1, 12), clockOf('amy'));
  expect(waitersIn(await takeClock(place(1, 15), new Set([1])))).toEqual(['amy']);
});

it('takes over the clock that version 1 kept for the site', async () => {
  await database.clockStates.put({ site: 'shop.example', state: clockOf('amy'), at: 1 });
  expect(waitersIn(await takeClock(place(1), new Set([1])))).toEqual(['amy']);
  expect(await database.clockStates.count()).toBe(0);
});

it('of a customer in several, the latest is right; a damaged one is passed over', async () => {
  const late = reduce(restoreClock(clockOf('amy', 'bo'), { site: 'shop.example' }, T0 + 2)!, { type: 'closed', customerKey: 'amy', now: T0 + 10 });
  await keepClock(place(1), clockOf('amy'));
  await keepClock(place(2), JSON.stringify(late));
  await keepClock(place(3), '{');
  const state = await takeClock(place(4), new Set([4]));
  expect(waitersIn(state)).toEqual(['bo']);
  expect(JSON.parse(state!).finished).toMatchObject([{ id: 'm-amy', outcome: 'unanswered' }]);
});
