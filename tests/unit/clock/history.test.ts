import { describe, expect, it } from 'vitest';
import { createClock, openWaits } from '../../../clock/waits.ts';
import { HOUR, T0, a, c, counted, fresh, play, row, say, time, untimed, waiting } from './stream.ts';

describe('history', () => {
  it('counts nothing that was answered before, and waits since the page time of the trailing message', () => {
    const old = [c('c1', T0 - 9000), a('a1', T0 - 8000), c('c2', T0 - 7000), c('c3', T0 - 6000)].map((m) => ({ ...m, history: true }));
    const state = play(fresh(), say(T0, ...old));
    expect(waiting(state, T0)).toEqual([['amy', -7000, 'calm']]);
    expect(counted(play(state, time(T0 + 300_000)))).toEqual([]);
    expect(counted(play(state, say(T0 + 1000, a('a2', T0 + 1000)), time(T0 + 300_000)))).toEqual([['c2', -7000, 8000]]);
  });

  it('without page times waits since it was seen, and only for the trailing ones', () => {
    const state = play(fresh(), say(T0, c('c1', T0, untimed), a('a1', T0, untimed), c('c2', T0, untimed)));
    expect(waiting(state, T0 + 5000)).toEqual([['amy', 0, 'calm']]);
    const end = play(state, say(T0 + 6000, a('a2', T0 + 6000, { atSource: 'seen' })), time(T0 + 300_000));
    expect(end.finished).toMatchObject([{ id: 'c2', exact: false }]);
  });

  it('scrolled up to wakes nobody; with times it may lengthen the wait it belongs to', () => {
    const state = play(fresh(), say(T0, c('c2', T0)), say(T0 + 1000, a('a2', T0 + 1000)));
    const scrolled = play(state, say(T0 + 2000, c('c0', T0 + 2000, untimed)), say(T0 + 3000, c('c1', T0 - 5000, { history: true })));
    expect(openWaits(scrolled, T0 + 3000)).toEqual([]);
    expect(counted(play(scrolled, time(T0 + 300_000)))).toEqual([['c1', -5000, 6000]]);
  });

  it('stands above what is there at the same minute', () => {
    const history = { history: true };
    // One is settled at once, the other may still change.
    for (const minute of [Date.UTC(2026, 10, 24, 2, 10), Date.UTC(2026, 10, 24, 2, 13)]) {
      const state = play(fresh(), say(T0, a('a1', minute, history)), say(T0 + 1, c('c1', minute, history)));
      expect(openWaits(state, T0 + 1)).toEqual([]);
    }
  });

  it('stands below what it was shown below, though the time is the same', () => {
    const state = play(fresh(), say(T0, a('a1', T0)), say(T0 + 5000, a('a1', T0), c('c1', T0, { history: true })));
    expect(waiting(state, T0 + 5000)).toEqual([['amy', 0, 'calm']]);
  });

  it('goes above lines of which only the time seen is known', () => {
    const minute = Date.UTC(2026, 10, 24, 2, 14);
    const state = play(fresh(), say(minute + 5000, c('c1', minute), a('a1', minute)), say(minute + 9000, c('c0', minute - HOUR, { history: true })));
    expect(openWaits(state, minute + 9000)).toEqual([]);
  });

  it('was not written after what stands below it', () => {
    const state = play(fresh(), say(T0, c('c1', T0)), say(T0 + 5000, c('c0', T0 + 5000, untimed), c('c1', T0)));
    expect(waiting(state, T0 + 5000)).toEqual([['amy', 0, 'calm']]);
  });

  it('above or before what is settled is settled too', () => {
    const settled = play(fresh(), say(T0 + 1000, c('c1', T0), a('a1', T0 + 1000)), time(T0 + 300_000));
    const now = T0 + 301_000;
    expect(openWaits(play(settled, say(now, c('c0', now, untimed), a('a1', T0 + 1000))), now)).toEqual([]);
    expect(openWaits(play(settled, say(now, c('c0', T0 + 500, { history: true }))), now)).toEqual([]);
    // A live one of the very same time is new.
    expect(waiting(play(settled, say(now, c('c2', T0 + 1000))), now)).toEqual([['amy', 1000, 'late']]);
  });

  it('that comes alone to a known chat is new when a mark announced it', () => {
    const state = play(
      fresh(),
      say(T0 + 1000, c('c1', T0), a('a1', T0 + 1000)),
      { type: 'chats', chats: [row('amy', 1)], now: T0 + 4000 },
      say(T0 + 9000, c('c2', T0 + 9000, untimed)),
    );
    expect(waiting(state, T0 + 9000)).toEqual([['amy', 4000, 'calm']]);
  });

  it('leaves alone what is older than staleMs', () => {
    const state = play(createClock({ site: 'test', staleMs: 1000 }, T0), say(T0, c('c1', T0 - 2000, { history: true })));
    expect(openWaits(state, T0)).toEqual([]);
  });
});

describe('chats that are not in front', () => {
  it('wait since their mark, which gives its time to the messages when the chat is opened', () => {
    const marked = play(fresh(), { type: 'chats', chats: [row('amy', 1), row('bo', 0)], now: T0 }, { type: 'chats', chats: [row('amy', 3)], now: T0 + 5000 });
    expect(waiting(marked, T0 + 5000)).toEqual([['amy', 0, 'calm']]);
    const opened = play(marked, say(T0 + 8000, c('c0', T0, untimed), a('a0', T0, untimed), c('c1', T0 + 8000, untimed)));
    expect(waiting(opened, T0 + 8000)).toEqual([['amy', 0, 'calm']]);
    const answered = play(opened, say(T0 + 9000, a('a1', T0 + 9000)), time(T0 + 300_000));
    expect(answered.finished).toMatchObject([{ id: 'c1', since: T0, endedAt: T0 + 9000, exact: true }]);
  });

  it('wait no more when the mark goes, and end unanswered when they are closed', () => {
    const marked = play(fresh(), { type: 'chats', chats: [row('amy', 1)], now: T0 });
    expect(openWaits(play(marked, { type: 'chats', chats: [row('amy', 0)], now: T0 + 1 }), T0 + 1)).toEqual([]);
    expect(play(marked, { type: 'closed', customerKey: 'amy', now: T0 + 2000 }).finished).toMatchObject([{ outcome: 'unanswered', since: T0 }]);
  });

  it('wait only when they are not in front', () => {
    const front = play(fresh(), { type: 'chats', chats: [row('amy', 2, true)], now: T0 });
    expect(openWaits(front, T0)).toEqual([]);
  });

  it('keep their own wait when a mark appears as well', () => {
    const state = play(fresh(), say(T0, c('c1', T0)), { type: 'chats', chats: [row('amy', 1), row('bo', 0, true)], now: T0 + 4000 });
    expect(waiting(state, T0 + 4000)).toEqual([['amy', 0, 'calm']]);
  });
});
