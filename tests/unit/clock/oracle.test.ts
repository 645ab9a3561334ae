import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../../../chat/types.ts';
import { createClock, openWaits, reduce } from '../../../clock/waits.ts';
import { Console } from './play.ts';
import type { Step } from './play.ts';
import { message, T0 } from './stream.ts';

const side = fc.constantFrom('customer', 'customer', 'customer', 'agent', 'agent', 'robot', 'system');
const chat = fc.nat(2);
const second = 1000;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('say'), chat, side, after: fc.integer({ min: 1, max: 40 * second }), late: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('catchUp'), whole: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('open'), chat }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('list') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('withdraw'), back: fc.nat(3), trace: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close'), chat }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('jump'), ms: fc.integer({ min: 1, max: 12 * 3600 * second }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload'), after: fc.integer({ min: 1, max: 3600 * second }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('double'), back: fc.nat(6), count: fc.integer({ min: 1, max: 4 }) }) },
) as fc.Arbitrary<Step>;

const past = fc.array(fc.record({ side, ago: fc.integer({ min: 1, max: 3600 * second }) }), { maxLength: 6 }) as fc.Arbitrary<{ side: 'customer'; ago: number }[]>;
const chats = fc.array(fc.record({ timed: fc.boolean(), past }), { minLength: 3, maxLength: 3 });

const byId = <T extends { id?: string }>(list: T[]) => list.toSorted((a, b) => (a.id! < b.id! ? -1 : 1));
const byKey = (list: { key: string; since: number }[]) => list.toSorted((a, b) => (a.key < b.key ? -1 : 1));

/** More for a long night: `CHATSIDE_FUZZ_RUNS=100000`. */
const numRuns = Number(process.env['CHATSIDE_FUZZ_RUNS'] ?? 500);

describe('the clock and the oracle', () => {
  it('agree on every chat after every step, whatever the page does', () => {
    fc.assert(
      fc.property(chats, fc.array(step, { minLength: 1, maxLength: 80, size: 'max' }), (setting, steps) => {
        const shop = new Console(setting);
        for (const next of steps) {
          shop.play(next);
          expect(byKey(shop.clock().open)).toEqual(byKey(shop.oracle().open));
        }
        shop.finish();
        expect(byId(shop.clock().ended)).toEqual(byId(shop.oracle().ended));
      }),
      { numRuns },
    );
  }, 30_000 + numRuns * 20);
});

describe('a clock that is set back again and again', () => {
  const line = fc.record({ side: side as fc.Arbitrary<Side>, after: fc.integer({ min: 1, max: 900 * second }), back: fc.option(fc.integer({ min: 1, max: 7200 * second }), { freq: 3 }) });

  /** Lengths of the finished waits and of the open one, as a page without times shows these lines. */
  function lengths(lines: { side: Side; after: number; back: number | null }[], isSetBack: boolean) {
    let [now, state] = [T0, createClock({ site: 'test' }, T0)];
    for (const [index, { side: from, after, back }] of lines.entries()) {
      now += after;
      state = reduce(state, { type: 'messages', messages: [message(`m${index}`, from, now, { atSource: 'seen' })], now });
      if (isSetBack && back !== null) now -= back;
      state = reduce(state, { type: 'time', now });
    }
    const open = openWaits(state, now).map(({ elapsedMs }) => elapsedMs);
    state = reduce(state, { type: 'time', now: now + 3600 * second });
    return { open, finished: state.finished.map(({ id, since, endedAt, first }) => [id, endedAt! - since, first]) };
  }

  it('measures what a good clock measures', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30, size: 'max' }), (lines) => {
        expect(lengths(lines, true)).toEqual(lengths(lines, false));
      }),
    );
  });

  it('never has a negative wait on a page with times', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30, size: 'max' }), (lines) => {
        let [now, state] = [T0, createClock({ site: 'test' }, T0)];
        for (const [index, { side: from, after, back }] of lines.entries()) {
          now += after - (back ?? 0);
          state = reduce(state, { type: 'messages', messages: [message(`m${index}`, from, T0 + index * second)], now });
          expect(openWaits(state, now).every(({ elapsedMs }) => elapsedMs >= 0)).toBe(true);
        }
        state = reduce(state, { type: 'closed', customerKey: 'amy', now });
        for (const wait of state.finished) expect(wait.endedAt).toBeGreaterThanOrEqual(wait.since);
      }),
    );
  });
});
