import { expect, test } from 'vitest';
import { median, score } from '@/practice/score';
import { Player, smallFile } from './play';

test('median: middle value, mean of the middle two, null of none', () => {
  expect(median([3000, 1000, 2000])).toBe(2000);
  expect(median([4000, 1000, 2000, 3000])).toBe(2500);
  expect(median([])).toBeNull();
});

test('counts answers, the share within 20 s and what was missed', () => {
  const play = new Player(smallFile(), { scene: 'one' });
  play.pass(22.5); // exactly on the target
  play.say('hello');
  play.pass(10);
  expect(score(play.shift)).toMatchObject({ answerTimes: [20_000], waits: 1, within: 1, median: 20_000, unanswered: 0 });
  play.pass(21);
  expect(score(play.shift)).toMatchObject({ waits: 2, within: 1 }); // the running wait is late already
  play.pass(60);
  expect(score(play.shift)).toMatchObject({ waits: 2, within: 1, unanswered: 1, scenesTotal: 1 });
  expect(score(play.shift).scenes).toEqual([{ id: 'one', title: 'One', outcome: 'left', missed: ['colour'], slips: [] }]);
});

test('a running wait that is not yet late does not count; what is missing is not told before the end', () => {
  const play = new Player(smallFile(), { scene: 'one' });
  play.pass(10);
  expect(score(play.shift)).toMatchObject({ waits: 0, median: null });
  expect(score(play.shift).scenes[0]?.missed).toEqual([]);
});

test('a message with two faults is one slip', () => {
  const play = new Player({ ...smallFile(), mustNot: [{ what: 'a', anyOf: ['no idea'] }, { what: 'b', anyOf: ['whatever'] }] }, { scene: 'one' });
  play.pass(10);
  play.say('no idea, whatever');
  expect(score(play.shift).slips).toBe(1);
  expect(score(play.shift).scenes[0]?.slips).toEqual(['a', 'b']);
});
