import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncomingMessage, Side } from '../../../chat/types.ts';
import type { ClockEvent } from '../../../clock/waits.ts';
import { createClock, reduce } from '../../../clock/waits.ts';
import type { Line, OracleWait } from './oracle.ts';
import { oracleWaits } from './oracle.ts';
import { T0 } from './stream.ts';

/** A turn of a dialogue: who, and what when the text is at hand. */
interface Turn {
  side: Side;
  text: string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const options = { site: 'test', sessionGapMs: 10 * MINUTE, settleMs: 2 * MINUTE };

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Plays the dialogues as one shift of eight hours, many at once, each line at a drawn time and up to
 * 90 s late, every tenth one twice; each chat is closed 5 minutes after its last line.
 */
function playShift(dialogues: Turn[][], seed: number): { clock: OracleWait[]; oracle: OracleWait[] } {
  const draw = drawer(seed);
  const deliveries: { due: number; event: ClockEvent }[] = [];
  const oracle: OracleWait[] = [];
  for (const [number, turns] of dialogues.entries()) {
    let at = T0 + Math.floor(draw() * 8 * 60) * MINUTE;
    const customerKey = `d${number}`;
    const lines: Line[] = turns.map(({ side, text }, index) => {
      // Most answers take seconds, some take many minutes.
      at += 1 + Math.floor(-Math.log(1 - draw()) * (draw() < 0.05 ? 12 * MINUTE : 25 * SECOND));
      if (at % MINUTE === 0) at += 1;
      const message: IncomingMessage = { id: `${customerKey}.${index}`, customerKey, side, text, at, atSource: 'page', history: false };
      for (let copies = draw() < 0.1 ? 2 : 1; copies > 0; copies -= 1) {
        const due = at + (draw() < 0.2 ? Math.floor(draw() * 90 * SECOND) : 0);
        deliveries.push({ due, event: { type: 'messages', messages: [message], now: due } });
      }
      return { id: message.id, side, at, ours: true };
    });
    const closedAt = at + 5 * MINUTE;
    deliveries.push({ due: closedAt, event: { type: 'closed', customerKey, now: closedAt } });
    oracle.push(...oracleWaits([...lines, { id: 'closing', side: 'closing', at: closedAt, ours: true }], options.sessionGapMs));
  }
  const clock: OracleWait[] = [];
  let state = createClock(options, T0);
  for (const { event } of deliveries.toSorted((a, b) => a.due - b.due)) {
    state = reduce(state, event);
    clock.push(...state.finished.map(({ id, since, endedAt, outcome, first, opener, followUps, robotAfterMs }) => ({ id, since, endedAt, outcome, first, opener, followUps, robotAfterMs }) as OracleWait));
    if (state.finished.length > 0) state = reduce(state, { type: 'stored', ids: state.finished.map(({ id }) => id), now: event.now });
  }
  const byId = (a: OracleWait, b: OracleWait) => (a.id < b.id ? -1 : 1);
  return { clock: clock.sort(byId), oracle: oracle.sort(byId) };
}

describe('whole dialogues with drawn times', () => {
  const turns = fc.array(fc.constantFrom<Side>('customer', 'customer', 'agent', 'agent', 'robot', 'system'), { minLength: 2, maxLength: 60, size: 'max' });

  it('agree with the oracle, made up', () => {
    fc.assert(
      fc.property(fc.array(turns, { minLength: 20, maxLength: 60, size: 'max' }), fc.nat(), (sides, seed) => {
        const { clock, oracle } = playShift(sides.map((one) => one.map((side) => ({ side, text: '' }))), seed);
        expect(clock).toEqual(oracle);
      }),
      { numRuns: 10 },
    );
  }, 30_000);

  const file = process.env['CHATSIDE_JD_DIALOGUES'];
  const reason = !file ? 'skipped: CHATSIDE_JD_DIALOGUES names no file' : existsSync(file) ? null : `skipped: ${file} is not there`;
  it.skipIf(reason !== null)(`agree with the oracle, real ones of a shop${reason ? ` (${reason})` : ''}`, () => {
    const dialogues = new Map<string, Turn[]>();
    for (const row of readFileSync(file!, 'utf8').split('\n').filter(Boolean)) {
      const [number = '', side = '', text = ''] = row.split('\t');
      dialogues.set(number, [...(dialogues.get(number) ?? []), { side: side as Side, text }]);
    }
    let waits = 0;
    for (let seed = 0; seed < 5; seed += 1) {
      const { clock, oracle } = playShift([...dialogues.values()], seed);
      expect(clock).toEqual(oracle);
      waits += clock.length;
    }
    console.log(`${dialogues.size} dialogues, 5 drawings of times, ${waits} waits: clock and oracle agree`);
  }, 60_000);
});
