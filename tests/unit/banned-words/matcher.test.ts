import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../../../banned-words/automaton';
import type { Automaton } from '../../../banned-words/automaton';
import { buildAutomaton } from '../../../banned-words/build';
import { compactMatcher, loadMatcher, packed, plainKeys, unpacked } from '../../../banned-words/compact';

/** Every occurrence by plain search, ordered as the matcher orders them. */
function naive(keys: readonly string[], text: string): string[] {
  const found: [number, number, string][] = [];
  for (const key of keys) for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) found.push([at + key.length - 1, -key.length, key]);
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([end, , key]) => `${key}@${end}`);
}

/** What the matcher finds that is built in one go, which must be what one finds that has travelled. */
function matched(keys: readonly string[], text: string): string[] {
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const finds = (automaton: Automaton, keyOf: (number: number) => string | undefined) => {
    const { count, pairs } = scan(automaton, units, text.length);
    return Array.from({ length: count }, (_, at) => `${keyOf(pairs[2 * at] as number)}@${pairs[2 * at + 1]}`);
  };
  const { compact } = compactMatcher(keys, keys);
  const { automaton, spellings, first } = loadMatcher(JSON.parse(JSON.stringify(compact)), plainKeys());
  expect(spellings.toSorted()).toEqual([...keys].toSorted());
  const travelled = finds(automaton, (key) => spellings[first[key] as number]);
  expect(travelled).toEqual(finds(buildAutomaton(keys), (key) => keys[key]));
  return travelled;
}

describe('the matcher', () => {
  it('numbers travel in as few bytes as the largest needs', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 0x7fffffff })), fc.nat(31), (numbers, shift) => {
      const narrow = numbers.map((number) => number >>> shift);
      expect([...unpacked(packed(narrow))]).toEqual(narrow);
    }));
  });

  it('spellings of one key keep their order', () => {
    const { compact, order } = compactMatcher(['b', 'AB', 'ab', 'a', 'Ab'], ['b', 'ab', 'ab', 'a', 'ab']);
    const lower = plainKeys();
    const { spellings, first } = loadMatcher(compact, (spelling) => lower(spelling.toLowerCase()));
    expect([...order].map((at) => ['b', 'AB', 'ab', 'a', 'Ab'][at])).toEqual(spellings);
    expect(spellings.filter((spelling) => spelling.length === 2)).toEqual(['AB', 'ab', 'Ab']);
    expect([...first].length).toBe(4);
  });

  it('finds nested suffixes and names that objects inherit', () => {
    const keys = ['he', 'she', 'his', 'hers', 'constructor', 'valueOf', '__proto__', 'e'];
    const text = 'ushers constructor valueOf __proto__ his';
    expect(matched(keys, text)).toEqual(naive(keys, text));
  });

  it('finds what a naive search finds, in a small alphabet', () => {
    const word = fc.string({ unit: fc.constantFrom('最', '好', 'a', 'b'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), fc.string({ unit: fc.constantFrom('最', '好', 'a', 'b', '-'), maxLength: 60 }), (keys, text) => {
        expect(matched(keys, text)).toEqual(naive(keys, text));
      }),
      { numRuns: 500 },
    );
  });

  it('finds what a naive search finds, with any code units', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const word = fc.string({ unit, minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 200 }), fc.array(fc.nat(), { maxLength: 60 }), (keys, picks) => {
        const text = picks.map((pick) => keys[pick % keys.length]).join('');
        expect(matched(keys, text)).toEqual(naive(keys, text));
      }),
      { numRuns: 100 },
    );
  });
});
