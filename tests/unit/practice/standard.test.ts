import { describe, expect, test } from 'vitest';
import { toColumns } from '@/clock/columns';
import { report } from '@/clock/report';
import type { Run } from '@/practice/history';
import { score } from '@/practice/score';
import { houseStandard, lacksOf, readinessOf } from '@/practice/standard';
import { Player, smallFile } from './play';

const scene: Run['scenes'][number] = { id: 's', title: 'S', outcome: 'finished', missed: [], slips: [] };
const good: Run = {
  version: 1, startedAt: 1, endedAt: 2, trainee: 'Li', language: 'en', customers: 5, pace: 1, seed: 1, complete: true,
  waits: 20, within: 19, median: 9000, mean: 20_000, unanswered: 0, held: 0, slips: 0, scenes: Array.from({ length: 5 }, () => scene),
};

describe('a run', () => {
  test('meets the standard on its very limits', () => expect(lacksOf(good, houseStandard)).toEqual([]));

  test.each<[string, Partial<Run>, string]>([
    ['too few within the target', { within: 18 }, 'within'],
    ['nobody waited', { waits: 0, within: 0 }, 'within'],
    ['too slow', { mean: 20_001 }, 'meanMs'],
    ['kept before means were', { mean: null }, 'meanMs'],
    ['a held send', { held: 1 }, 'held'],
    ['held sends that nobody counted', { held: null }, 'held'],
    ['a slip', { slips: 1 }, 'slips'],
    ['too few scenes finished', { scenes: [...good.scenes.slice(1), { ...scene, outcome: 'left' }] }, 'scenes'],
  ])('%s', (_, change, what) => expect(lacksOf({ ...good, ...change }, houseStandard).map((lack) => lack.what)).toEqual([what]));
});

test('ready after so many good runs in a row, up to the latest', () => {
  const bad = { ...good, held: 2 };
  expect(readinessOf([good, good, good, bad], houseStandard)).toEqual({ ready: true, inARow: 3, lacks: [] });
  expect(readinessOf([good, good, bad, good], houseStandard)).toMatchObject({ ready: false, inARow: 2, lacks: [] });
  expect(readinessOf([bad, good, good, good], houseStandard)).toEqual({ ready: false, inARow: 0, lacks: [{ what: 'held', has: 2, wanted: 0 }] });
  const cutShort = { ...bad, scenes: good.scenes.slice(1) };
  expect(readinessOf([cutShort, good, cutShort, good, good], houseStandard)).toMatchObject({ ready: true, inARow: 3, lacks: [] });
  expect(readinessOf([], houseStandard)).toEqual({ ready: false, inARow: 0, lacks: [] });
});

test('the practice shop’s measures are those of the clock’s report', () => {
  const play = new Player(smallFile(), { scene: 'one' });
  play.pass(10);
  play.say('hello');
  play.pass(33);
  play.say('again');
  play.pass(300);
  const waits = play.shift.chats.flatMap(({ waits: all }) => all);
  const columns = toColumns(waits.map(({ since, until, answered }) => ({ site: 'practice', since, endedAt: until, outcome: answered ? 'answered' : 'unanswered', first: false, exact: true })));
  const { all } = report(columns, { from: 0, to: Infinity }, { targetMs: 20_000, timeZone: 'UTC' });
  const { waits: n, within, mean, median, unanswered } = score(play.shift);
  expect(n).toBeGreaterThan(1);
  expect({ n, within: within / n, mean, median, unanswered }).toEqual({ n: all.n, within: all.within, mean: all.mean, median: all.median, unanswered: all.unanswered });
});
