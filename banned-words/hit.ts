import type { Level, LocalText } from '../packs/format.ts';

/** A find that counts. Offsets are UTF-16 code units of the text that was checked. */
export interface Hit {
  start: number;
  end: number;
  /** The text from `start` to `end`. */
  text: string;
  /** The entry's term, or the name of the pattern. */
  term: string;
  category: string;
  level: Level;
  reason: LocalText;
  /** What to write instead; an empty string mends by deleting. */
  suggestion?: string;
  /** Id of the pack, or `patterns`. */
  pack: string;
  /** May be sent anyway with a reason. */
  mayOverride: boolean;
  source?: string;
  /** The find began in a message sent before; `start` is then 0. */
  spansRecent?: boolean;
}

/** Why something that reads like a find is none. */
export type Pardon =
  | 'exception' // a longer, innocent phrase covers it: `by`
  | 'cue' // no cue near
  | 'unless' // a word near takes the fault away: `by`
  | 'quote' // the customer's own words, in quotation marks
  | 'gap' // what stands between its characters ends a clause or a word
  | 'word' // part of a longer word
  | 'number' // part of a longer number
  | 'repeats' // a character doubled or single where the term has it otherwise
  | 'sign' // a sign of the term is missing
  | 'folding' // reads like the term only by a folding that its entry has off
  | 'context' // a number that the words before it explain (an order, a parcel): `by`
  | 'allowed' // an address on the allow-list
  | 'weaker' // another find over the same characters counts: `by`
  | 'off'; // its category is switched off

export interface NonHit {
  start: number;
  end: number;
  text: string;
  term: string;
  category: string;
  pack: string;
  why: Pardon;
  by?: string;
}

export type LevelOrOff = Level | 'off';

/** The lead's switches, as data. */
export interface WordSettings {
  /** Level of a whole category, in place of its entries' own. */
  categories?: Record<string, LevelOrOff>;
  /** The same for one site; goes before `categories`. */
  sites?: Record<string, Record<string, LevelOrOff>>;
  /** Names of patterns that are switched off. */
  patternsOff?: string[];
  /** Domains that may be written, their subdomains included, beside the site's own. */
  allowedDomains?: string[];
}

export interface CheckContext {
  /** The agent's latest messages in this chat, oldest first. */
  recent?: readonly string[];
  /** Id of the site's profile. */
  site?: string;
  settings?: WordSettings;
  /** What the customer wrote last; words quoted from it are no fault. */
  customerText?: string;
}

/** The switch that holds for a category on a site; undefined where the lead set none. */
export const switchFor = (settings: WordSettings | undefined, site: string | undefined, category: string): LevelOrOff | undefined =>
  (site === undefined ? undefined : settings?.sites?.[site]?.[category]) ?? settings?.categories?.[category];
