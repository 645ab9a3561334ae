import { beforeEach, expect, it } from 'vitest';
import { shelfOver } from '../practice/shelf';
import { keepRun as keepOnShelf } from '../../../practice/history';
import type { Run } from '../../../practice/history';
import { readBackup } from '../../../storage/backup/read';
import { restoreBackup } from '../../../storage/backup/restore';
import { writeBackup } from '../../../storage/backup/write';
import { database } from '../../../storage/database';
import { clearRuns, keepRun, moveRuns, readRuns } from '../../../storage/practice-runs';

const run = (startedAt: number, endedAt = startedAt + 60_000): Run => ({
  version: 1, startedAt, endedAt, trainee: '小王', language: 'zh-CN', customers: 3, pace: 1, seed: 7, complete: true,
  waits: 4, within: 3, median: 9000, mean: 11_000, unanswered: 0, held: 1, slips: 0, scenes: [],
});

beforeEach(async () => {
  await database.delete();
  await database.open();
});

it('takes over what an earlier version left in the page, once, and leaves there what it cannot read', async () => {
  const left = new Map([['chatside.practice.run.3', '{"version":1,'], ['chatside.practice.trainee', '小王']]);
  const shelf = shelfOver(left);
  await keepRun(run(2000, 90_000));
  for (const one of [run(1000), run(2000, 80_000)]) keepOnShelf(shelf, one);
  await moveRuns(shelf);
  await moveRuns(shelf);
  expect(await readRuns()).toEqual({ runs: [run(2000, 90_000), run(1000)], unreadable: 0 });
  expect([...left.keys()]).toEqual(['chatside.practice.run.3', 'chatside.practice.trainee']);
});

it('is in the backup and comes back out of it', async () => {
  await keepRun(run(1000));
  const file = await writeBackup();
  await clearRuns();
  await restoreBackup((await readBackup(new File([file], "all.chatside.json")))!);
  expect((await readRuns()).runs).toEqual([run(1000)]);
});
