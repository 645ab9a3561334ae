import { beforeEach, expect, test } from 'vitest';
import { clearRuns, keepRun, readRuns, runOf, type Run, type Shelf } from '@/practice/history';
import { score } from '@/practice/score';
import { newShift } from '@/practice/shift';
import { Player, smallFile } from './play';
import { shelfOver } from './shelf';

function playedRun(): Run {
  const play = new Player(smallFile(), { scene: 'one' });
  play.pass(10);
  play.say('red');
  play.pass(120);
  const run = runOf(play.shift, score(play.shift), '小王', null, play.now);
  if (!run) throw new Error('no run');
  return run;
}

let shelf: Shelf;
beforeEach(() => {
  shelf = shelfOver();
});

test('a run comes back as it was kept; a later state of it takes its place', () => {
  const run = playedRun();
  keepRun(shelf, run);
  keepRun(shelf, { ...run, held: 2 });
  expect(readRuns(shelf)).toEqual({ runs: [{ ...run, held: 2 }], unreadable: 0 });
});

test('newest first', () => {
  const run = playedRun();
  [2, 3, 1].forEach((startedAt) => keepRun(shelf, { ...run, startedAt }));
  expect(readRuns(shelf).runs.map(({ startedAt }) => startedAt)).toEqual([3, 2, 1]);
});

test('damaged records are counted and left out, the others are read', () => {
  keepRun(shelf, playedRun());
  shelf.setItem('chatside.practice.run.1', '{"version":1');
  shelf.setItem('chatside.practice.run.2', JSON.stringify({ ...playedRun(), waits: 'many' }));
  shelf.setItem('chatside.practice.run.3', JSON.stringify({ ...playedRun(), version: 2 }));
  const { runs, unreadable } = readRuns(shelf);
  expect(runs).toHaveLength(1);
  expect(unreadable).toBe(3);
});

test('clearing takes every run, readable or not, and nothing else', () => {
  keepRun(shelf, playedRun());
  shelf.setItem('chatside.practice.run.1', 'x');
  shelf.setItem('chatside.practice.theme', 'dark');
  clearRuns(shelf);
  expect(readRuns(shelf)).toEqual({ runs: [], unreadable: 0 });
  expect(shelf.getItem('chatside.practice.theme')).toBe('dark');
});

test('a shift that has not begun leaves no record', () => {
  const shift = newShift(smallFile(), { customers: 1, pace: 1, seed: 1 });
  expect(runOf(shift, score(shift), '', 0, 5)).toBeNull();
});
