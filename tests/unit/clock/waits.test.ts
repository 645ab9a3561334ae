import { describe, expect, it } from 'vitest';
import { dueAlerts, nextChange, openWaits, reduce, restoreClock } from '../../../clock/waits.ts';
import { HOUR, MINUTE, SECOND, T0, a, c, counted, fresh, message, play, say, time, untimed, waiting } from './stream.ts';

describe('a wait', () => {
  it('begins with the oldest unanswered message and ends with the first own answer', () => {
    const at = (s: number) => T0 + s * SECOND;
    const state = play(
      fresh(),
      say(at(1), c('c1', at(1))),
      say(at(5), c('c2', at(5))),
      say(at(6), message('r1', 'robot', at(6)), message('s1', 'system', at(7 - 1))),
      say(at(9), a('a1', at(9))),
      say(at(12), a('a2', at(12))),
      time(at(200)),
    );
    expect(counted(state)).toEqual([['c1', 1000, 8000]]);
    expect(state.finished[0]).toMatchObject({ followUps: [4000], robotAfterMs: 5000, first: true, outcome: 'answered', exact: true });
    expect(openWaits(state, at(200))).toEqual([]);
  });

  it('knows first answers from following ones, by session', () => {
    const at = (m: number) => T0 + m * MINUTE;
    const state = play(
      fresh(),
      ...[0, 1, 12].flatMap((m, i) => [say(at(m), c(`c${i}`, at(m))), say(at(m) + 500, a(`a${i}`, at(m) + 500))]),
      time(at(60)),
    );
    expect(state.finished.map(({ first, quietMs }) => [first, quietMs])).toEqual([[true, null], [false, 59_500], [true, 11 * MINUTE - 500]]);
  });

  it('counts a silence of just the session gap as the same session', () => {
    const gap = 10 * MINUTE;
    const again = (quiet: number) => play(fresh(), say(T0, c('c1', T0), a('a1', T0)), say(T0 + quiet, c('c2', T0 + quiet), a('a2', T0 + quiet)), time(T0 + HOUR)).finished.map(({ first }) => first);
    expect([again(gap), again(gap + 1)]).toEqual([[true, false], [true, true]]);
  });

  it('ends unanswered when the chat is closed or handed over, and does not come back with the history', () => {
    const closed = play(fresh(), say(T0, c('c1', T0)), { type: 'closed', customerKey: 'amy', now: T0 + 30_000 });
    expect(closed.finished).toMatchObject([{ id: 'c1', outcome: 'unanswered', endedAt: T0 + 30_000 }]);
    const reopened = play(closed, say(T0 + 40_000, c('c1', T0 + 40_000, untimed)));
    expect(openWaits(reopened, T0 + 40_000)).toEqual([]);
  });

  it('has levels that change when nextChange says', () => {
    const state = play(fresh(), say(T0, c('c1', T0)), say(T0 + 3000, c('b1', T0 + 3000, { customerKey: 'bo' })));
    expect(waiting(state, T0 + 9999)).toEqual([['amy', 0, 'calm'], ['bo', 3000, 'calm']]);
    expect(nextChange(state, T0 + 9999)).toBe(T0 + 10_000);
    expect(waiting(state, T0 + 10_000)[0]).toEqual(['amy', 0, 'soon']);
    expect(nextChange(state, T0 + 10_000)).toBe(T0 + 13_000);
    expect(waiting(state, T0 + 20_000)[0]).toEqual(['amy', 0, 'soon']);
    expect(nextChange(state, T0 + 13_000)).toBe(T0 + 20_001);
    expect(waiting(state, T0 + 20_001)[0]).toEqual(['amy', 0, 'late']);
    expect(nextChange(state, T0 + 23_001)).toBeNull();
  });

  it('alerts once a wait', () => {
    const late = play(fresh(), say(T0, c('c1', T0)), time(T0 + 21_000));
    expect(dueAlerts(late, T0 + 21_000).map(({ id }) => id)).toEqual(['c1']);
    const told = play(late, { type: 'alerted', customerKeys: ['amy'], now: T0 + 21_000 }, say(T0 + 22_000, c('c2', T0 + 22_000)));
    expect(dueAlerts(told, T0 + 60_000)).toEqual([]);
    const next = play(told, say(T0 + 62_000, a('a1', T0 + 61_000), c('c3', T0 + 62_000)));
    expect(dueAlerts(next, T0 + 83_000).map(({ id }) => id)).toEqual(['c3']);
    // That c1's wait settles in the meantime is no reason to tell of c3 again.
    const again = play(next, { type: 'alerted', customerKeys: ['amy'], now: T0 + 83_000 }, time(T0 + 200_000));
    expect(dueAlerts(again, T0 + 200_000)).toEqual([]);
  });
});

describe('time that misbehaves', () => {
  it('counts each message once after a reload', () => {
    const messages = [c('c1', T0), a('a1', T0 + 4000), c('c2', T0 + 5000)];
    const before = play(fresh(), say(T0 + 5000, ...messages), time(T0 + 300_000));
    const after = play(
      restoreClock(JSON.stringify(before), { site: 'test' }, T0 + 400_000)!,
      say(T0 + 400_000, ...messages.map((m) => ({ ...m, at: T0 + 400_000, ...untimed }))),
    );
    expect(counted(after)).toEqual([['c1', 0, 4000]]);
    expect(waiting(after, T0 + 400_000)).toEqual([['amy', 5000, 'late']]);
  });

  it('does not trip over a damaged state', () => {
    for (const json of ['', 'null', '{"version":2}', JSON.stringify({ ...fresh(), chats: [{}] })]) expect(restoreClock(json, { site: 'test' }, T0)).toBeNull();
  });

  it('keeps the same chats when nothing happens', () => {
    const state = play(fresh(), say(T0, c('c1', T0)));
    expect(play(state, say(T0 + 1, c('c1', T0)), time(T0 + 2)).chats).toBe(state.chats);
  });

  it('gives finished waits until they are stored', () => {
    const state = play(fresh(), say(T0, c('c1', T0)), say(T0 + 1000, a('a1', T0 + 1000)), time(T0 + 300_000), time(T0 + 301_000));
    expect(counted(state)).toHaveLength(1);
    expect(play(state, { type: 'stored', ids: ['c1'], now: T0 + 302_000 }).finished).toEqual([]);
  });

  it('is right after a sleep', () => {
    const state = play(fresh(), say(T0, c('c1', T0)));
    expect(openWaits(state, T0 + 8 * 60 * MINUTE)[0]!.elapsedMs).toBe(8 * 60 * MINUTE);
  });

  it('keeps the length of a wait when the clock is set back', () => {
    const seen = { atSource: 'seen' } as const;
    const state = play(fresh(), say(T0, c('c1', T0, seen)), time(T0 + 5000), time(T0 + 5000 - 3_600_000));
    expect(openWaits(state, T0 + 6000 - 3_600_000)[0]!.elapsedMs).toBe(6000);
    const end = T0 + 7000 - 3_600_000;
    expect(counted(play(state, say(end, a('a1', end, seen)), time(end + 300_000)))).toEqual([['c1', -3_600_000, 7000]]);
  });

  it('watches from the time that the clock was set back to', () => {
    const back = T0 - 3_600_000;
    const state = play(fresh(), time(back), say(back + 9000, c('c1', back + 1000, { history: true }), a('a1', back + 5000, { history: true })), time(back + 300_000));
    expect(state.finished).toMatchObject([{ id: 'c1', endedAt: back + 5000 }]);
  });

  it('never has a negative wait, even with page times from the future', () => {
    const state = play(fresh(), say(T0, c('c1', T0 + MINUTE)));
    expect(openWaits(state, T0)[0]!.elapsedMs).toBe(0);
    expect(openWaits(state, T0 - MINUTE)[0]!.elapsedMs).toBe(0);
    expect(counted(play(state, say(T0 + 1, a('a1', T0 - MINUTE)), time(T0 + 300_000))).every(([, , ms]) => Number(ms) >= 0)).toBe(true);
  });

  it('takes the time seen where the page shows no seconds', () => {
    const minute = Date.UTC(2026, 10, 24, 2, 14);
    const state = play(fresh(), say(minute + 50_000, c('c1', minute)));
    expect(openWaits(state, minute + 51_000)[0]!.elapsedMs).toBe(1000);
    expect(counted(play(state, say(minute + 65_000, a('a1', minute + MINUTE)), time(minute + 400_000)))[0]![2]).toBe(15_000);
  });

  it('takes the time seen where the shop’s minute is over by our clock', () => {
    const minute = Date.UTC(2026, 10, 24, 2, 14);
    expect(openWaits(play(fresh(), say(minute + 70_000, c('c1', minute))), minute + 71_000)[0]!.elapsedMs).toBe(1000);
    expect(openWaits(play(fresh(), say(minute + 120_000, c('c1', minute))), minute + 121_000)[0]!.elapsedMs).toBe(121_000);
  });
});

describe('messages that misbehave', () => {
  it('come late, doubled and edited', () => {
    const state = play(
      fresh(),
      say(T0 + 9000, a('a1', T0 + 9000)),
      say(T0 + 9500, c('c2', T0 + 5000)),
      say(T0 + 9900, c('c1', T0 + 2000)),
      say(T0 + 9950, c('c1', T0 + 2000, { text: 'edited' }), c('c1', T0 + 2000)),
      time(T0 + 300_000),
    );
    expect(counted(state)).toEqual([['c1', 2000, 7000]]);
  });

  it('are taken back: the question, the answer', () => {
    const asked = play(fresh(), say(T0, c('c1', T0)), say(T0 + 1000, c('c2', T0 + 1000)));
    const without = play(asked, { type: 'withdrawn', customerKey: 'amy', ids: ['c1'], now: T0 + 2000 });
    expect(waiting(without, T0 + 2000)).toEqual([['amy', 1000, 'calm']]);
    const unanswered = play(asked, say(T0 + 3000, a('a1', T0 + 3000)), say(T0 + 4000, message('a1', 'system', T0 + 4000)));
    expect(waiting(unanswered, T0 + 4000)).toEqual([['amy', 0, 'calm']]);
    expect(counted(play(unanswered, say(T0 + 5000, a('a2', T0 + 5000)), time(T0 + 300_000)))).toEqual([['c1', 0, 5000]]);
  });
});

describe('a long life', () => {
  it('stays small over 20,000 messages', () => {
    let state = fresh();
    for (let i = 0; i < 20_000; i += 1) {
      const now = T0 + i * 1000;
      const side = i % 7 === 6 ? 'agent' : 'customer';
      state = reduce(state, say(now, message(`m${i}`, side, now, { customerKey: `k${(i >> 5) % 300}` })));
      if (i % 500 === 0) state = reduce(state, { type: 'stored', ids: state.finished.map(({ id }) => id), now });
    }
    expect(state.chats.length).toBeLessThanOrEqual(100);
    expect(Math.max(...state.chats.map(({ entries }) => entries.length))).toBeLessThanOrEqual(200);
    expect(JSON.stringify(state).length).toBeLessThan(700_000);
  }, 60_000);

  it('lets go of a chat in which nobody waits before one in which somebody does', () => {
    let state = play(fresh(), say(T0, c('c1', T0)));
    for (let i = 0; i < 150; i += 1) {
      const key = { customerKey: `k${i}` };
      state = play(state, say(T0 + i, c(`c${i}`, T0 + i, key)), say(T0 + i + 1, a(`a${i}`, T0 + i + 1, key)));
    }
    expect(waiting(state, T0 + 200)).toEqual([['amy', 0, 'calm']]);
    expect(counted(play(state, time(T0 + 300_000)))).toHaveLength(150);
  });

  it('ends a wait unanswered when there are too many to keep', () => {
    let state = fresh();
    for (let i = 0; i < 101; i += 1) state = play(state, say(T0 + i, c(`c${i}`, T0 + i, { customerKey: `k${i}` })));
    expect(state.finished).toMatchObject([{ id: 'c0', outcome: 'unanswered' }]);
  });

  it('stays small with one customer who never stops', () => {
    let state = fresh();
    for (let i = 0; i < 2000; i += 1) state = reduce(state, say(T0 + i, c(`m${i}`, T0 + i)));
    expect(state.chats[0]!.entries.length).toBeLessThanOrEqual(200);
    expect(waiting(state, T0 + 2000)).toEqual([['amy', 0, 'calm']]);
    expect(counted(play(state, say(T0 + 2000, a('a', T0 + 2000)), time(T0 + 300_000)))).toEqual([['m0', 0, 2000]]);
  });
});
