import type { FoldingName, Level, LocalText } from '../packs/format.ts';
import { classesOf } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import { automatonOf, findBases } from './build.ts';
import { foldText } from './fold.ts';
import { alphabetOf, sortedByClass, TrieBuilder } from './trie.ts';

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

/**
 * Spellings that are looked up by one automaton, in the order in which its trie takes them. The
 * automaton itself does not travel: it is built anew from them, but for the search for places.
 */
export interface CompactMatcher {
  /** The units of the keys in the order of their classes. */
  alphabet: string;
  /** For each spelling, as a character from U+0020 on, how much of the one before it begins with. */
  shared: string;
  /** What follows that, each ended by the first character. */
  tails: string;
  /** Where the nodes with several children stand, as `findBases` gives them. */
  bases: string;
}

/** A compiled list: plain JSON, so that it travels in a message and rests in storage. */
export interface CompactWords {
  version: 2;
  /** For each spelling its entry; the spellings of `words`, then those of `signs`. */
  entryOf: string;
  /** For each spelling what it is: 0 a term or variant, 1 one that needs a cue, 2 an exception; plus 4 for the entry's term. */
  kindOf: string;
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
/** Added to the kind of the spelling that is the entry's term. */
export const TERM = 4;

/** Whole numbers from 0 on, as many bytes each as the largest needs, lowest first, in base64 after that count. */
export function packed(numbers: ArrayLike<number>): string {
  let most = 0;
  for (let at = 0; at < numbers.length; at++) most = Math.max(most, numbers[at] as number);
  const width = most < 0x100 ? 1 : most < 0x10000 ? 2 : most < 0x1000000 ? 3 : 4;
  const bytes = new Uint8Array(width * numbers.length);
  for (let at = 0, to = 0; at < numbers.length; at++)
    for (let byte = 0; byte < width; byte++) bytes[to++] = (numbers[at] as number) >>> (8 * byte);
  return `${width}${bytes.toBase64()}`;
}

export function unpacked(text: string): Int32Array {
  const width = Number(text[0]);
  const bytes = Uint8Array.fromBase64(text.slice(1));
  const numbers = new Int32Array(bytes.length / width);
  for (let at = 0, from = 0; at < numbers.length; at++) {
    let number = 0;
    for (let byte = 0; byte < width; byte++) number |= (bytes[from++] as number) << (8 * byte);
    numbers[at] = number;
  }
  return numbers;
}

/** What a matcher looks a spelling up by: its folded units, or for one of signs only the spelling itself. */
export type KeyOf = (spelling: string) => { units: Uint16Array; length: number };

/** Keys of words. One buffer serves all: the units are good until the next key. */
export function foldedKeys(): KeyOf {
  const buffer = foldText(' '.repeat(256));
  return (spelling) => foldText(spelling, buffer);
}

/** Keys of signs, in the same manner. */
export function plainKeys(): KeyOf {
  let units = new Uint16Array(256);
  return (spelling) => {
    if (spelling.length > units.length) units = new Uint16Array(2 * spelling.length);
    for (let at = 0; at < spelling.length; at++) units[at] = spelling.charCodeAt(at);
    return { units, length: spelling.length };
  };
}

const SHARED_FROM = 0x20;
/** No more than this is told, so that the mark is never a surrogate. */
const SHARED_MOST = 0x7fff;

function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length, SHARED_MOST);
  let at = 0;
  while (at < most && one[at] === other[at]) at++;
  return at;
}

/** The first printable character that none of the texts holds. */
function absentFrom(texts: readonly string[]): string {
  const used = new Set(texts.join(''));
  for (let unit = 0x21; ; unit++) if (!used.has(String.fromCharCode(unit))) return String.fromCharCode(unit);
}

/**
 * The compact form of spellings with the keys that they are looked up by.
 * @returns also the order in which they stand in it, as indices of `spellings`
 */
export function compactMatcher(spellings: readonly string[], keys: readonly string[]): { compact: CompactMatcher; order: Int32Array } {
  const alphabet = alphabetOf(keys);
  const classes = classesOf(alphabet);
  const order = sortedByClass(keys, classes);
  const builder = new TrieBuilder(classes);
  const plain = plainKeys();
  let shared = '';
  const tails: string[] = [];
  let before = '';
  for (const [place, index] of order.entries()) {
    const spelling = spellings[index] as string;
    const { units, length } = plain(keys[index] as string);
    builder.add(units, length, place);
    const start = sharedStart(before, spelling);
    shared += String.fromCharCode(SHARED_FROM + start);
    tails.push(spelling.slice(start));
    before = spelling;
  }
  const end = absentFrom(tails);
  return {
    order,
    compact: { alphabet: String.fromCharCode(...alphabet), shared, tails: [end, ...tails.map((tail) => tail + end)].join(''), bases: packed(findBases(builder.trie)) },
  };
}

/** A matcher as it is looked up in. */
export interface Matcher {
  automaton: Automaton;
  spellings: string[];
  /** First spelling of each key; the next key's ends them. */
  first: Int32Array;
}

/** Takes up the compact form: 45,000 spellings take some 50 ms. */
export function loadMatcher({ alphabet, shared, tails, bases }: CompactMatcher, keyOf: KeyOf): Matcher {
  const units = Uint16Array.from({ length: alphabet.length }, (_, at) => alphabet.charCodeAt(at));
  const builder = new TrieBuilder(classesOf(units));
  const spellings = tails.slice(1).split(tails[0] as string);
  spellings.length = shared.length;
  const first = new Int32Array(shared.length + 1);
  let keys = 0;
  let before = '';
  for (let place = 0; place < spellings.length; place++) {
    before = before.slice(0, shared.charCodeAt(place) - SHARED_FROM) + (spellings[place] as string);
    spellings[place] = before;
    const key = keyOf(before);
    if (builder.add(key.units, key.length, keys)) first[keys++] = place;
  }
  first[keys] = spellings.length;
  return { automaton: automatonOf(builder.trie, units, unpacked(bases)), spellings, first: first.slice(0, keys + 1) };
}
