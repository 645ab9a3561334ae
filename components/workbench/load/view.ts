import type { LocalText } from '../../../packs/format';
import type { Fault, PackFormat, ShownMapping, TextEncoding } from '../../../packs/readers';

/** What was found in a file. */
export interface Found {
  name: string;
  format: PackFormat;
  encoding?: TextEncoding;
  mapping?: ShownMapping;
  replies: number;
  words: number;
  faults: Fault[];
  /** What the file says of its pack, where it is one of ours. */
  pack?: { id: string; name: LocalText };
  language: 'zh-CN' | 'en';
}

export const itemStates = ['new', 'changed', 'clashing', 'same'] as const;
export type ItemState = (typeof itemStates)[number];

/** How many of each there are, against the pack that was chosen. */
export interface Counts extends Record<ItemState, number> {
  words: { new: number; changed: number; same: number };
}

/** A reply of the file, as the preview lists it. */
export interface Item {
  id: string;
  title: string;
  group: string;
  abbreviation: string;
  text: string;
  /** What of it is another: names of fields, and the text that stands there now. */
  fields: string[];
  before: string;
  /** Title of the reply that has its abbreviation. */
  clash: string;
}

/** Where it is to go: a new pack, or one's own with this id. */
export type Target = { pack: string } | { name: string };
