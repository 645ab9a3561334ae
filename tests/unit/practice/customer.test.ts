import { describe, expect, test } from 'vitest';
import { missed } from '@/practice/customer';
import { Player, smallFile } from './play';

const one = { scene: 'one' };

describe('a customer', () => {
  test('comes in, writes in bubbles, is greeted by the robot, and waits from the first bubble', () => {
    const play = new Player(smallFile(), one);
    play.pass(6);
    expect(play.said()).toEqual(['system: came from Lamp', 'customer: first', 'robot: robot here', 'customer: second']);
    expect(play.chat().waits).toEqual([{ since: 2500, until: null, answered: false }]);
  });

  test('a follow-up does not restart the wait, and the first answer ends it', () => {
    const play = new Player(smallFile(), one);
    play.pass(40);
    expect(play.said()).toContain('customer: anyone?');
    play.say('it is red');
    play.say('and bright');
    expect(play.chat().waits).toEqual([{ since: 2500, until: 40_000, answered: true }]);
  });

  test('goes on after the answer, counted from the last bubble of it, and ends the chat when content', () => {
    const play = new Player(smallFile(), one);
    play.pass(10);
    play.say('hello');
    play.pass(8);
    play.say('it is red');
    play.pass(9);
    expect(play.said()).not.toContain('customer: thanks');
    play.pass(1);
    expect(play.said()).toContain('customer: thanks');
    play.say('bye');
    play.pass(10);
    expect(play.chat().outcome).toBe('finished');
    expect(play.said().at(-1)).toBe('system: ended');
    expect(missed(play.chat())).toEqual([]);
  });

  test('leaves when nobody answers: the wait ends unanswered', () => {
    const play = new Player(smallFile(), one);
    play.pass(120);
    expect(play.chat().outcome).toBe('left');
    expect(play.chat().waits).toEqual([{ since: 2500, until: 94_500, answered: false }]);
    expect(missed(play.chat())).toEqual(['colour']);
    expect(play.shift.status).toBe('over');
  });

  test('an answer between two bubbles ends one wait; the next bubble begins another', () => {
    const play = new Player(smallFile(), one);
    play.pass(3);
    play.say('hi');
    play.pass(3);
    expect(play.chat().waits).toEqual([
      { since: 2500, until: 3000, answered: true },
      { since: 4500, until: null, answered: false },
    ]);
    play.pass(30);
    expect(play.said()).toContain('customer: anyone?');
  });

  test('asked to wait, waits longer for the real answer', () => {
    const play = new Player(smallFile(), one);
    play.pass(10);
    play.say('One moment, please');
    play.pass(50);
    expect(play.said()).not.toContain('customer: thanks');
    play.say('it is red');
    play.pass(10);
    expect(play.said()).toContain('customer: thanks');
  });

  test('a step is said only when the answer meets its condition', () => {
    const steps = [
      { delay: 1, say: ['colour?'] },
      { delay: 5, say: ['red is nice'], onlyIf: { contains: ['red'] } },
      { delay: 5, say: ['which colour, please'], onlyIf: { lacks: ['red'] } },
    ];
    const told = new Player(smallFile({ steps }), one);
    told.pass(5);
    told.say('Red!');
    told.pass(30);
    expect(told.said()).toContain('customer: red is nice');
    const untold = new Player(smallFile({ steps }), one);
    untold.pass(5);
    untold.say('a fine one');
    untold.pass(30);
    expect(untold.said()).toContain('customer: which colour, please');
    expect(untold.said()).not.toContain('customer: red is nice');
  });

  describe('who falls silent', () => {
    const steps = [
      { delay: 1, say: ['how long?'] },
      { delay: 2, say: ['back again'], afterQuiet: { seconds: 40, giveUp: 100, what: 'follow up' } },
    ];

    test('comes back when the agent writes again after the quiet', () => {
      const play = new Player(smallFile({ steps }), one);
      play.pass(5);
      play.say('ten hours');
      play.pass(20);
      play.say('too early');
      play.pass(41);
      play.say('still there?');
      play.pass(5);
      expect(play.said()).toContain('customer: back again');
    });

    test('is lost when the agent does not: the chance is missed', () => {
      const play = new Player(smallFile({ steps }), one);
      play.pass(5);
      play.say('ten hours');
      play.pass(120);
      expect(play.chat().outcome).toBe('finished');
      expect(missed(play.chat())).toEqual(['follow up']);
    });
  });

  test('what must not be sent, anywhere or in this scene, is noted, also after the end', () => {
    const play = new Player(smallFile({ mustNot: [{ what: 'off the platform', anyOf: ['call me'] }] }), one);
    play.pass(10);
    play.say('no idea');
    play.send({ type: 'close', chatId: 'one' });
    play.say('No idea, call me');
    expect(play.chat().outcome).toBe('closed');
    expect(play.chat().slips.map(({ what }) => what)).toEqual(['shrug', 'shrug', 'off the platform']);
    expect(play.chat().waits).toHaveLength(1);
  });

  test('an earlier talk stands above, dated before the shift', () => {
    const play = new Player(smallFile({ history: [{ side: 'agent', text: 'see you', daysAgo: 2 }] }), one);
    play.pass(5);
    const [old, came] = play.chat().messages;
    expect(old?.text).toBe('see you');
    expect((came?.at ?? 0) - (old?.at ?? 0)).toBe(2 * 86_400_000 + 1500);
    expect(play.chat().waits).toHaveLength(1);
  });
});
