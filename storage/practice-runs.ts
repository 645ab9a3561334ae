import { readRuns as readShelf, removeRun, runSchema } from '../practice/history';
import type { Run, Runs, Shelf } from '../practice/history';
import { database } from './database';
import { parseRecords } from './parse';

/** Writes the run, over an earlier state of the same one. */
export async function keepRun(run: Run): Promise<void> {
  await database.practiceRuns.put(run);
}

/** All runs, newest first; a damaged one is counted and stays. */
export async function readRuns(): Promise<Runs> {
  const rows = await database.practiceRuns.orderBy('startedAt').reverse().toArray();
  const { records } = parseRecords('practiceRuns', runSchema, rows);
  return { runs: records, unreadable: rows.length - records.length };
}

/** Removes every run. */
export function clearRuns(): Promise<void> {
  return database.practiceRuns.clear();
}

/**
 * Takes over the runs that an earlier version left in the pages' `localStorage`: each leaves there only
 * once it is stored, unless it is stored further on already. One that cannot be read stays where it is.
 */
export async function moveRuns(shelf: Shelf): Promise<void> {
  const { runs } = readShelf(shelf);
  if (runs.length === 0) return;
  await database.transaction('rw', database.practiceRuns, async () => {
    const known = await database.practiceRuns.bulkGet(runs.map(({ startedAt }) => startedAt));
    await database.practiceRuns.bulkPut(runs.filter(({ endedAt }, at) => endedAt > (known[at]?.endedAt ?? 0)));
  });
  for (const run of runs) removeRun(shelf, run);
}
