import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenesIn } from '@/practice/scenes';
import { score } from '@/practice/score';
import { advance, newShift, nextDue, type ShiftEvent } from '@/practice/shift';
import { NOON, Player, smallFile } from './play';

describe('a shift', () => {
  test('a late tick finds what punctual ones would have', () => {
    const punctual = new Player(scenesIn('en'), { customers: 5, seed: 3 });
    punctual.pass(900);
    const late = new Player(scenesIn('en'), { customers: 5, seed: 3 });
    late.now += 900_000;
    late.send({ type: 'tick' });
    expect(late.shift.chats).toEqual(punctual.shift.chats);
    expect(late.shift.status).toBe('over');
  });

  test('is the same for the same seed and another for another', () => {
    const order = (seed: number) => {
      const play = new Player(scenesIn('zh-CN'), { customers: 16, seed });
      play.pass(400);
      return play.shift.chats.map(({ id }) => id);
    };
    expect(order(5)).toEqual(order(5));
    expect(order(5)).not.toEqual(order(6));
    expect(order(5).toSorted()).toEqual(order(6).toSorted());
  });

  test('a pause counts neither for the customers nor for the waits', () => {
    const play = new Player(smallFile(), { scene: 'one' });
    play.pass(10);
    play.send({ type: 'pause' });
    play.pass(3600);
    play.say('not heard');
    play.send({ type: 'resume' });
    play.pass(2);
    play.say('it is red');
    expect(play.said()).not.toContain('agent: not heard');
    expect(play.chat().waits).toEqual([{ since: 2500, until: 12_000, answered: true }]);
    expect(play.chat().messages.at(-1)?.at).toBe(NOON + 3_612_000);
  });

  test('a clock set back does not run the shift backwards', () => {
    const play = new Player(smallFile(), { scene: 'one' });
    play.pass(10);
    play.now -= 5000;
    play.say('it is red');
    expect(play.chat().waits[0]?.until).toBe(10_000);
    play.pass(200);
    play.say('still here'); // the shift is over
    play.now -= 5000;
    play.say('bye');
    const [before, last] = play.chat().messages.slice(-2);
    expect(last?.at).toBe(before?.at);
  });

  test('the pace divides the script, and a change of pace what is left of it', () => {
    const fast = new Player(smallFile(), { scene: 'one', pace: 10 });
    fast.pass(1);
    expect(fast.said()).toContain('customer: second');
    const changed = new Player(smallFile(), { scene: 'one' });
    changed.pass(4.4);
    changed.say('red'); // before the second bubble, due at 4.5 s
    changed.send({ type: 'pace', pace: 0.1 });
    changed.pass(0.9);
    expect(changed.said()).not.toContain('customer: second');
    changed.pass(0.2);
    expect(changed.said()).toContain('customer: second');
  });

  test('no more customers at once than asked for; the next comes when one has gone', () => {
    const play = new Player(scenesIn('en'), { customers: 3, seed: 9 });
    let most = 0;
    for (let second = 0; second < 7200 && play.shift.status === 'running'; second += 1) {
      play.pass(1);
      most = Math.max(most, play.shift.chats.filter(({ outcome }) => outcome === 'open').length);
    }
    expect(most).toBe(3);
    expect(play.shift.chats).toHaveLength(scenesIn('en').scenes.length);
    expect(play.happenings.filter(({ type }) => type === 'over')).toHaveLength(1);
  });

  test('more customers than scenes: scenes come again under another name', () => {
    const play = new Player(smallFile(), { customers: 5 });
    play.pass(100);
    const ids = play.shift.chats.map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(ids.filter((id) => /-[23]$/.test(id))).toHaveLength(3);
  });

  test('unread counts what came while another chat was open', () => {
    const play = new Player(smallFile(), { customers: 2 });
    play.pass(20);
    const [first, second] = play.shift.chats.map(({ id }) => id) as [string, string];
    expect(play.shift.openChatId).toBe(first);
    expect([play.chat(first).unread, play.chat(second).unread]).toEqual([0, 2]);
    play.send({ type: 'open', chatId: second });
    expect(play.chat(second).unread).toBe(0);
  });

  test('closing the last chat ends the shift', () => {
    const play = new Player(smallFile(), { scene: 'one' });
    play.pass(5);
    play.send({ type: 'close', chatId: 'one' });
    expect(play.shift.status).toBe('over');
    expect(nextDue(play.shift)).toBeNull();
  });

  test('any stream of events leaves a sound shift', () => {
    const ids = scenesIn('en').scenes.map(({ id }) => id);
    const event: fc.Arbitrary<ShiftEvent> = fc.oneof(
      fc.constantFrom<ShiftEvent>({ type: 'pause' }, { type: 'resume' }, { type: 'tick' }, { type: 'start' }),
      fc.record({ type: fc.constant('pace' as const), pace: fc.constantFrom(0.5, 1, 2, 4, 100) }),
      fc.record({ type: fc.constantFrom('open' as const, 'close' as const), chatId: fc.constantFrom(...ids) }),
      fc.record({
        type: fc.constant('send' as const),
        chatId: fc.constantFrom(...ids),
        text: fc.constantFrom('hello', 'one moment', 'no idea', 'yes, 39 and amber, today', 'sorry, a refund'),
      }),
    );
    const steps = fc.array(fc.tuple(event, fc.integer({ min: -20_000, max: 90_000 })), { maxLength: 60 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 6 }), fc.nat(), (stream, customers, seed) => {
        let now = NOON;
        let latest = now;
        let shift = advance(newShift(scenesIn('en'), { customers, pace: 1, seed }), { type: 'start' }, now).shift;
        for (const [next, after] of stream) {
          now += after;
          latest = Math.max(latest, now);
          ({ shift } = advance(shift, next, now));
          ({ shift } = advance(shift, { type: 'tick' }, latest));
          expect(nextDue(shift) ?? Infinity).toBeGreaterThan(latest);
          for (const chat of shift.chats) {
            const times = chat.messages.map(({ at }) => at);
            expect(times).toEqual(times.toSorted((a, b) => a - b));
            expect(chat.waits.filter(({ until }) => until === null).length).toBeLessThanOrEqual(chat.outcome === 'open' ? 1 : 0);
            chat.waits.forEach((wait, i) => {
              expect(wait.until ?? Infinity).toBeGreaterThanOrEqual(wait.since);
              expect(wait.since).toBeGreaterThanOrEqual(chat.waits[i - 1]?.until ?? 0);
            });
          }
        }
        const { waits, within, answerTimes } = score(shift);
        expect(within).toBeLessThanOrEqual(answerTimes.length);
        expect(answerTimes.length).toBeLessThanOrEqual(waits);
      }),
      { numRuns: 150 },
    );
  });
});
