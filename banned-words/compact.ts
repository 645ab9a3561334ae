import type { FoldingName, Level, LocalText } from '../packs/format.ts';
import { classesOf } from './automaton.ts';
import type { Automaton } from './automaton.ts';

/** What many entries share; kept once. */
export interface Rule {
  category: string;
  level: Level;
  reason: LocalText;
  pack: string;
  source?: string;
  foldingOff?: FoldingName[];
  partOfWord?: true;
  mayOverride?: true;
  mayQuote?: true;
  /** Indices in `nearby`. */
  cue?: number;
  unless?: number;
}

/** Words to be looked for near a find. */
export interface Nearby {
  words: string[];
  within: number;
  side?: 'before' | 'after';
}

/** Spellings that are looked up by one automaton, each array as base64. */
export interface CompactMatcher {
  /** The units of the keys in the order of their classes. */
  alphabet: string;
  cells: string;
  fail: string;
  key: string;
  shorter: string;
  /** First spelling of each key. */
  first: string;
  /** For each spelling, the next one with the same key plus 1, or 0. */
  next: string;
}

/** A compiled list: plain JSON, so that it travels in a message and rests in storage. */
export interface CompactWords {
  version: 1;
  spellings: string[];
  /** For each spelling its entry, as base64 of 32-bit numbers. */
  entryOf: string;
  /** For each spelling what it is: 0 a term or variant, 1 one that needs a cue, 2 an exception; base64 of bytes. */
  kindOf: string;
  /** For each entry the spelling that is its term. */
  termOf: string;
  ruleOf: string;
  rules: Rule[];
  suggestions: Record<number, string>;
  nearby: Nearby[];
  /** Texts that a lead or an agent excused for a pattern, by the pattern's name. */
  patternExceptions: Record<string, string[]>;
  words: CompactMatcher;
  /** Terms without any letter or digit, looked up in the unfolded text. */
  signs?: CompactMatcher;
}

export const PLAIN = 0;
export const CUED = 1;
export const EXCEPTION = 2;

/** Base64 of an array's bytes, little-endian on every machine that runs a browser. */
export const toBase64 = (array: Int32Array | Uint8Array | Uint16Array): string =>
  new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength).toBase64();

export const bytesFrom = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.fromBase64(base64);

export const numbersFrom = (base64: string): Int32Array => new Int32Array(bytesFrom(base64).buffer);

/** A matcher's automaton and lists, out of their compact form. */
export interface Matcher {
  automaton: Automaton;
  first: Int32Array;
  next: Int32Array;
}

export function compactMatcher({ automaton, first, next }: Matcher): CompactMatcher {
  const { alphabet, cells, fail, key, shorter } = automaton;
  return {
    alphabet: toBase64(alphabet),
    cells: toBase64(cells),
    fail: toBase64(fail),
    key: toBase64(key),
    shorter: toBase64(shorter),
    first: toBase64(first),
    next: toBase64(next),
  };
}

export function loadMatcher(compact: CompactMatcher): Matcher {
  const alphabet = new Uint16Array(bytesFrom(compact.alphabet).buffer);
  return {
    automaton: {
      alphabet,
      classes: classesOf(alphabet),
      cells: numbersFrom(compact.cells),
      fail: numbersFrom(compact.fail),
      key: numbersFrom(compact.key),
      shorter: numbersFrom(compact.shorter),
    },
    first: numbersFrom(compact.first),
    next: numbersFrom(compact.next),
  };
}
