import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BannedWord, Level } from '../../../packs/format';
import { checkerOf } from './packs';

/**
 * The whole check against the plainest search there is, over characters that no folding touches:
 * every term at every place, less what an exception covers, then one find for each overlap.
 */
const rank: Record<Level, number> = { block: 2, warn: 1, advise: 0 };
const characters = '国家级品牌用的人心';
const piece = (maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength })
    .map((text) => [...text].filter((character, at) => character !== text[at - 1]).join(''));

const placesOf = (term: string, text: string): [number, number][] =>
  [...text].flatMap((_, at): [number, number][] => (text.startsWith(term, at) ? [[at, at + term.length]] : []));

function oracle(words: readonly BannedWord[], text: string): string[] {
  const claims = words.flatMap((word, order) => {
    const covers = (word.exceptions ?? []).flatMap((exception) => placesOf(exception, text));
    return placesOf(word.term, text).map(([start, end]) => ({
      word,
      order,
      start,
      end,
      live: !covers.some(([from, to]) => from <= start && to >= end),
    }));
  });
  claims.sort((a, b) => rank[b.word.level] - rank[a.word.level] || b.end - b.start - (a.end - a.start) || a.start - b.start || a.order - b.order);
  const kept: typeof claims = [];
  for (const claim of claims) if (!kept.some(({ start, end }) => start < claim.end && claim.start < end)) kept.push(claim);
  return kept
    .filter(({ live }) => live)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, word }) => `${start}-${end} ${word.term} ${word.level}`);
}

describe('the whole check', () => {
  it('finds what the plainest search finds', () => {
    const word = fc
      .record({ term: piece(4), level: fc.constantFrom<Level>('block', 'warn', 'advise'), exceptions: fc.array(piece(6), { maxLength: 3 }) })
      .map((each): BannedWord => ({ category: 'adlaw', reason: 'test', ...each, exceptions: each.exceptions.filter((exception) => exception !== each.term) }));
    const list = fc.uniqueArray(word, { minLength: 1, maxLength: 12, selector: ({ term }) => term });
    fc.assert(
      fc.property(list, piece(40), (words, text) => {
        const hits = checkerOf(words).check(text);
        expect(hits.map(({ start, end, term, level }) => `${start}-${end} ${term} ${level}`)).toEqual(oracle(words, text));
      }),
      { numRuns: 500 },
    );
  });
});
