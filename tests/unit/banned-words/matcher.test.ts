import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../../../banned-words/automaton';
import { buildAutomaton } from '../../../banned-words/build';
import { compactMatcher, loadMatcher } from '../../../banned-words/compact';

/** Every occurrence by plain search, ordered as the matcher orders them. */
function naive(keys: readonly string[], text: string): string[] {
  const found: [number, number, string][] = [];
  for (const key of keys) for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) found.push([at + key.length - 1, -key.length, key]);
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([end, , key]) => `${key}@${end}`);
}

function matched(keys: readonly string[], text: string): string[] {
  const compact = compactMatcher({ automaton: buildAutomaton(keys), first: new Int32Array(0), next: new Int32Array(0) });
  const { automaton } = loadMatcher(JSON.parse(JSON.stringify(compact)));
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const { count, pairs } = scan(automaton, units, text.length);
  return Array.from({ length: count }, (_, at) => `${keys[pairs[2 * at] as number]}@${pairs[2 * at + 1]}`);
}

describe('the matcher', () => {
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
