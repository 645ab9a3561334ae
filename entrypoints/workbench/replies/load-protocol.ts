import type { Counts, Found, Item, ItemState } from '../../../components/workbench/load/view';
import type { FaultData } from '../../../locales/fault';
import type { LoadChoice } from '../../../packs/editing/load';
import type { Mapping, TextEncoding } from '../../../packs/readers';
import type { PackStep } from '../../../storage/records-packs';

/** What the page asks of the loading worker, and what it answers. Both are ours, so nothing is parsed. */
export interface LoadCalls {
  /** Reads a file, or the last one again with what the user corrected. */
  read: { ask: { bytes?: ArrayBuffer; name: string; mapping?: Mapping; encoding?: TextEncoding }; answer: Found };
  /** Holds what was read against a pack; null: a new one. */
  compare: { ask: { pack: string | null }; answer: Counts };
  list: { ask: { state: ItemState; from: number; to: number }; answer: Item[] };
  /** Writes it in one transaction. */
  store: { ask: { pack: string; name?: string; choice: LoadChoice }; answer: PackStep };
}
export type LoadName = keyof LoadCalls;

export type LoadAnswer = { kind: 'progress'; share: number } | { kind: 'done'; call: number; value: unknown } | { kind: 'fault'; call: number; fault: FaultData };
