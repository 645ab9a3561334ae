import type { Rule } from './compact.ts';
import type { Span } from './confirm.ts';
import type { Pardon } from './hit.ts';
import type { Claim } from './settle.ts';

/** Something that reads like a fault, before it is known whether it counts. Offsets are of the joined text. */
export interface Find extends Claim, Span {
  term: string;
  rule: Rule;
  suggestion?: string;
  /** Number of the entry; undefined for a pattern. */
  entry?: number;
  /** Folded indices of the first and the last unit. */
  begin: number;
  last: number;
  /** Why it does not count; `cue` until one is found near. */
  pardon?: Pardon;
  by?: string;
  /** Excused by an agent, which the lead has not yet accepted. */
  asked?: true;
}
