import { z } from 'zod';
import type { Run } from './history';

/**
 * What a trainee must show before they serve customers. The lead sets it; house rule: answers within 20 s, two or
 * three days of role play first.
 */
export const standardSchema = z.object({
  /** Least share of waits answered within 20 s, 0 to 1. */
  within: z.number().min(0).max(1),
  /** Longest mean answer, ms. */
  meanMs: z.number().int().min(1000).max(600_000),
  /** Most sends held back in a run. */
  held: z.number().int().min(0).max(1000),
  /** Most messages sent that hold something a scene forbids. */
  slips: z.number().int().min(0).max(1000),
  /** Least scenes brought to their end in a run. */
  scenes: z.number().int().min(1).max(100),
  /** So many runs in a row. */
  runs: z.number().int().min(1).max(50),
});
export type Standard = z.infer<typeof standardSchema>;

export const houseStandard: Standard = { within: 0.95, meanMs: 20_000, held: 0, slips: 0, scenes: 5, runs: 3 };

/** What a run lacks: which part of the standard, what it has (null: nobody counted it) and what is wanted. */
export interface Lack {
  what: 'within' | 'meanMs' | 'held' | 'slips' | 'scenes';
  has: number | null;
  wanted: number;
}

/** Where a run falls short of the standard; empty when it meets it. */
export function lacksOf(run: Run, standard: Standard): Lack[] {
  const within = run.waits === 0 ? null : run.within / run.waits;
  const scenes = run.scenes.filter(({ outcome }) => outcome === 'finished').length;
  const all: (Lack & { isMet: boolean })[] = [
    { what: 'within', has: within, wanted: standard.within, isMet: within !== null && within >= standard.within },
    { what: 'meanMs', has: run.mean, wanted: standard.meanMs, isMet: run.mean !== null && run.mean <= standard.meanMs },
    { what: 'held', has: run.held, wanted: standard.held, isMet: run.held !== null && run.held <= standard.held },
    { what: 'slips', has: run.slips, wanted: standard.slips, isMet: run.slips <= standard.slips },
    { what: 'scenes', has: scenes, wanted: standard.scenes, isMet: scenes >= standard.scenes },
  ];
  return all.flatMap(({ isMet, ...lack }) => (isMet ? [] : [lack]));
}

export interface Readiness {
  ready: boolean;
  /** Runs in a row, up to the latest, that meet the standard. */
  inARow: number;
  /** What the latest run lacks. */
  lacks: Lack[];
}

/**
 * Whether a trainee is ready to serve, by their runs, newest first. A run that ended, or stands, before so many
 * scenes were over as the standard wants proves nothing and is passed over.
 */
export function readinessOf(runs: readonly Run[], standard: Standard): Readiness {
  const whole = runs.filter(({ scenes }) => scenes.filter(({ outcome }) => outcome !== 'open').length >= standard.scenes);
  const short = whole.findIndex((run) => lacksOf(run, standard).length > 0);
  const inARow = short < 0 ? whole.length : short;
  return { ready: inARow >= standard.runs, inARow, lacks: whole[0] ? lacksOf(whole[0], standard) : [] };
}
