import type { LocalText } from '../../../packs/format';
import type { PackStep } from '../../../storage/records-packs';

/** A pack as the list of packs shows it. */
export interface PackItem {
  id: string;
  name: LocalText;
  language: 'zh-CN' | 'en';
  origin: 'built-in' | 'own' | 'file' | 'subscription';
  /** A built-in pack that was changed here. */
  edited: boolean;
  on: boolean;
  /** Replies in it; null while they are counted. */
  replies: number | null;
}

/** Whether a pack is changed here: a subscribed one is changed by those who publish it. */
export const mayEdit = (pack: PackItem | undefined) => pack !== undefined && pack.origin !== 'subscription';

/** What of a pack is shown: everything, a group, what a lead should look at, the bin, or how the replies do. */
export type Place = { kind: 'all' | 'duplicates' | 'clashes' | 'hits' | 'bin' | 'uses' } | { kind: 'group'; group: string };

/** What was done last, for the line that says so. */
export type Said = { kind: 'did' | 'undid' | 'redid'; step: PackStep; kept: number } | { kind: 'fault'; sentence: string } | { kind: 'file'; file: string; lost: number };
