import { z } from 'zod';
import { languages } from './scenes';
import type { Score } from './score';
import type { Shift } from './shift';

/**
 * The runs of this browser's trainees, and how the page on the web keeps them (the extension's are in its
 * database, as the same records). Each run is a record of its own, so that one that cannot be
 * read spoils no other and two tabs never overwrite each other's.
 */

const PREFIX = 'chatside.practice.run.';

export const runSchema = z.strictObject({
  version: z.literal(1),
  /** Epoch ms; also the record's name. */
  startedAt: z.number().int().positive(),
  endedAt: z.number().int().positive(),
  trainee: z.string().max(80),
  language: z.enum(languages),
  customers: z.number().int().positive(),
  pace: z.number().positive(),
  seed: z.number().int().min(0),
  /** Whether every scene came to its end. */
  complete: z.boolean(),
  waits: z.number().int().min(0),
  within: z.number().int().min(0),
  /** ms */
  median: z.number().min(0).nullable(),
  /** ms; null without an answer, and in runs kept before there was one. */
  mean: z.number().min(0).nullable().default(null),
  unanswered: z.number().int().min(0),
  /** Null where the page could not know. */
  held: z.number().int().min(0).nullable(),
  slips: z.number().int().min(0),
  scenes: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      outcome: z.enum(['open', 'finished', 'left', 'closed']),
      missed: z.array(z.string()),
      slips: z.array(z.string()),
    }),
  ),
});
export type Run = z.infer<typeof runSchema>;

/** The part of `localStorage` that is used. */
export type Shelf = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** The record of a shift as it stands at `now` (epoch ms); null before its start. */
export function runOf(shift: Shift, score: Score, trainee: string, held: number | null, now: number): Run | null {
  if (shift.startedAt === null) return null;
  const { customers, pace, seed } = shift.options;
  const { waits, within, median, mean, unanswered, slips, scenes } = score;
  return {
    version: 1, startedAt: shift.startedAt, endedAt: now, trainee: trainee.slice(0, 80),
    language: shift.file.language, customers, pace, seed, complete: shift.status === 'over',
    waits, within, median, mean, unanswered, held, slips, scenes,
  };
}

function names(shelf: Shelf): string[] {
  const all = Array.from({ length: shelf.length }, (_, i) => shelf.key(i));
  return all.filter((name): name is string => name?.startsWith(PREFIX) ?? false);
}

/** Writes the run, over an earlier state of the same one. Throws what the storage throws (full, forbidden). */
export function keepRun(shelf: Shelf, run: Run): void {
  shelf.setItem(`${PREFIX}${run.startedAt}`, JSON.stringify(run));
}

/** What was kept: the runs that can be read, newest first, and how many could not be. */
export interface Runs {
  runs: Run[];
  unreadable: number;
}

export function readRuns(shelf: Shelf): Runs {
  const read = names(shelf).map((name) => {
    try {
      return runSchema.safeParse(JSON.parse(shelf.getItem(name) ?? ''));
    } catch {
      return null;
    }
  });
  const runs = read.flatMap((result) => (result?.success ? [result.data] : []));
  return { runs: runs.toSorted((a, b) => b.startedAt - a.startedAt), unreadable: read.length - runs.length };
}

/** Removes one run. */
export function removeRun(shelf: Shelf, run: Run): void {
  shelf.removeItem(`${PREFIX}${run.startedAt}`);
}

/** Removes every run, readable or not. */
export function clearRuns(shelf: Shelf): void {
  names(shelf).forEach((name) => shelf.removeItem(name));
}
