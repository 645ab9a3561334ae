import { describe, expect, it } from 'vitest';
import { emptyList, GIVEN_UP_MS, missingChats, seeList, STEADY_MS } from '../../../clock/leaving.ts';
import { createClock, reduce, restoreClock } from '../../../clock/waits.ts';
import { a, c, HOUR, MINUTE, row, say, SECOND, T0 } from './stream.ts';

const rows = (...keys: string[]) => keys.map((key) => row(key, 0));
const restored = () => {
  let state = createClock({ site: 'test' }, T0);
  state = reduce(state, say(T0 + 1, c('m1', T0), c('m2', T0, { customerKey: 'bo' }), a('m3', T0 + 1, { customerKey: 'bo' })));
  return restoreClock(JSON.stringify(state), { site: 'test' }, T0 + 10 * MINUTE)!;
};

describe('a clock that is taken up again', () => {
  it('supposes of those who waited, and of nobody else, that the page may show them no more', () => {
    expect(restored().unseen).toEqual([['amy', T0 + 1]]);
  });

  it('keeps the time at which they were last seen over further reloads', () => {
    expect(restoreClock(JSON.stringify(restored()), { site: 'test' }, T0 + 20 * MINUTE)!.unseen).toEqual([['amy', T0 + 1]]);
  });

  it('supposes nothing once the list or a message shows them', () => {
    const now = T0 + 11 * MINUTE;
    expect(reduce(restored(), { type: 'chats', chats: rows('amy'), now }).unseen).toEqual([]);
    expect(reduce(restored(), say(now, c('m9', now))).unseen).toEqual([]);
    expect(reduce(restored(), say(now, c('m9', now, { customerKey: 'bo' }))).unseen).toHaveLength(1);
  });

  it('ends a wait at the time given, not at the time it is noticed', () => {
    const ended = reduce(restored(), { type: 'closed', customerKey: 'amy', at: T0 + 5 * SECOND, now: T0 + HOUR });
    expect(ended.finished.filter(({ customerKey }) => customerKey === 'amy')).toMatchObject([{ id: 'm1', outcome: 'unanswered', endedAt: T0 + 5 * SECOND }]);
    expect(ended.unseen).toEqual([]);
  });
});

describe('an unseen chat', () => {
  const unseen: [string, number][] = [['amy', T0]];
  const short = seeList(emptyList, rows('bo', 'cy'), 'bo', T0);

  it('has ended once a short list has stood without it', () => {
    expect(missingChats(short, unseen, T0 + STEADY_MS - 1)).toEqual({ missing: [], next: T0 + STEADY_MS });
    expect(missingChats(short, unseen, T0 + STEADY_MS).missing).toEqual(unseen);
  });

  it('has not while the list still grows; reordering is no growth', () => {
    const grown = seeList(short, rows('bo', 'cy', 'di'), 'bo', T0 + MINUTE);
    expect(missingChats(grown, unseen, T0 + STEADY_MS).missing).toEqual([]);
    const reordered = seeList(short, rows('cy', 'bo'), 'bo', T0 + MINUTE);
    expect(missingChats(reordered, unseen, T0 + STEADY_MS).missing).toEqual(unseen);
  });

  it('may be further down a long list, and nowhere in none: it is given up after a day', () => {
    const long = seeList(emptyList, rows(...'bcdefghij'), 'b', T0);
    for (const list of [long, emptyList]) {
      expect(missingChats(list, unseen, T0 + GIVEN_UP_MS - 1)).toEqual({ missing: [], next: T0 + GIVEN_UP_MS });
      expect(missingChats(list, unseen, T0 + GIVEN_UP_MS).missing).toEqual(unseen);
    }
  });

  it('asks for no waking when there is none', () => {
    expect(missingChats(short, [], T0 + HOUR)).toEqual({ missing: [], next: null });
  });
});
