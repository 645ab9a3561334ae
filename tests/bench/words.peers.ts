import { createRequire } from 'node:module';
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { parseRawPattern, RegExpMatcher } from 'obscenity';
import { SensitiveWordTool } from 'sensitive-word-tool';
import { noOccurrences, scan } from '../../banned-words/automaton.ts';
import type { Occurrences } from '../../banned-words/automaton.ts';
import { buildAutomaton } from '../../banned-words/build.ts';
import { compileWords, loadWords } from '../../banned-words/index.ts';
import type { Pack } from '../../packs/format.ts';

const require = createRequire(import.meta.url);
/** Packages without types, as far as they are used here. */
type Searcher = new (words: string[]) => { search(text: string): [number, string | string[]][] };
const Classic = require('ahocorasick') as Searcher;
const FastScan = require('fastscan') as Searcher;
const { Mint } = require('mint-filter') as { Mint: new (words: string[]) => { filter(text: string, how: { replace: boolean }): { words: string[] } } };

/** Something that searches a text and tells how much it found. */
export interface Matcher {
  name: string;
  /** Terms it is given at most, and code units of text: for one that would take hours. */
  atMost?: { terms: number; text: number };
  load(terms: readonly string[]): (text: string) => number;
  /** Every find as `start:term`, where it tells positions. */
  finds?(terms: readonly string[]): (text: string) => string[];
}

/** Our matcher alone: folds nothing, reports every occurrence into a flat list. */
function bare(terms: readonly string[]): (text: string) => Occurrences {
  const automaton = buildAutomaton(terms);
  const found = noOccurrences();
  let units = new Uint16Array(0);
  return (text) => {
    if (units.length < text.length) units = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
    return scan(automaton, units, text.length, found);
  };
}

/** A pack with one entry for each term, every folding on. */
export const packOf = (terms: readonly string[]): Pack => ({
  format: 'chatside-pack',
  version: 1,
  id: 'bench',
  name: 'bench',
  language: 'zh-CN',
  release: '1',
  words: terms.map((term) => ({ term, category: 'adlaw', level: 'warn', reason: 'bench' })),
});

export const ours = {
  bare: {
    name: 'Chatside, matcher alone',
    load(terms) {
      const search = bare(terms);
      return (text) => search(text).count;
    },
    finds(terms) {
      const search = bare(terms);
      return (text) => {
        const { count, pairs } = search(text);
        return Array.from({ length: count }, (_, at) => {
          const term = terms[pairs[2 * at] as number] as string;
          return `${(pairs[2 * at + 1] as number) - term.length + 1}:${term}`;
        });
      };
    },
  },
  whole: {
    name: 'Chatside, whole check',
    load(terms) {
      const checker = loadWords(compileWords([packOf(terms)]));
      return (text) => checker.check(text).length;
    },
  },
} satisfies Record<string, Matcher>;

export const peers: Matcher[] = [
  {
    name: '@monyone/aho-corasick/fast',
    load(terms) {
      const searcher = new AhoCorasick([...terms]);
      return (text) => searcher.matchInText(text).length;
    },
    finds(terms) {
      const searcher = new AhoCorasick([...terms]);
      return (text) => searcher.matchInText(text).map(({ begin, keyword }) => `${begin}:${keyword}`);
    },
  },
  {
    name: 'ahocorasick',
    load(terms) {
      const searcher = new Classic([...terms]);
      return (text) => searcher.search(text).length;
    },
    finds(terms) {
      const searcher = new Classic([...terms]);
      return (text) =>
        searcher.search(text).flatMap(([end, words]) => [words].flat().map((word) => `${end - word.length + 1}:${word}`));
    },
  },
  {
    name: 'fastscan',
    load(terms) {
      const searcher = new FastScan([...terms]);
      return (text) => searcher.search(text).length;
    },
    finds(terms) {
      const searcher = new FastScan([...terms]);
      return (text) => searcher.search(text).map(([start, word]) => `${start}:${[word].join('')}`);
    },
  },
  {
    name: 'mint-filter',
    load(terms) {
      const filter = new Mint([...terms]);
      return (text) => filter.filter(text, { replace: false }).words.length;
    },
  },
  {
    name: 'sensitive-word-tool',
    load(terms) {
      const tool = new SensitiveWordTool({ wordList: [...terms] });
      return (text) => tool.match(text).length;
    },
  },
  {
    name: 'obscenity',
    // It tries one regular expression after the other.
    atMost: { terms: 10_000, text: 4_000 },
    load(terms) {
      const escaped = (term: string) => term.replace(/[[\]?|\\]/g, '\\$&');
      const blacklistedTerms = terms.map((term, id) => ({ id, pattern: parseRawPattern(escaped(term)) }));
      const matcher = new RegExpMatcher({ blacklistedTerms });
      return (text) => matcher.getAllMatches(text).length;
    },
  },
];
