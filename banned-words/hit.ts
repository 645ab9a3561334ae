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
  /** An agent said that it is no fault here, and the lead has not yet accepted it. */
  asked?: boolean;
}

/** Why something that reads like a find is none. */
export type Pardon =
  | 'exception' // a longer, innocent phrase covers it: `by`
  | 'excused' // an agent said so, of this phrase: `by`
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
