import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Console } from './play.ts';
import type { Step } from './play.ts';

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
  }, 10_000 + numRuns * 20);
});
