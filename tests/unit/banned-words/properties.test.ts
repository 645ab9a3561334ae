import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldingNames } from '../../../packs/format';
import type { BannedWord } from '../../../packs/format';
import { checkerOf, entry } from './packs';

const levels = ['block', 'warn', 'advise'] as const;
const unit = fc.constantFrom(...'最好第一家国vx1加微信ａ①後v.。 \n\u200b😊❤+最');
const term = fc.string({ unit, minLength: 1, maxLength: 4 });
const word = fc
  .record({
    term,
    level: fc.constantFrom(...levels),
    exceptions: fc.array(fc.string({ unit, minLength: 1, maxLength: 6 }), { maxLength: 3 }),
    foldingOff: fc.subarray([...foldingNames], { maxLength: 2 }),
    wholeWord: fc.boolean(),
  })
  .map((each): BannedWord => ({ category: 'adlaw', reason: 'test', ...each }));
const words = fc.array(word, { minLength: 1, maxLength: 8 });
const line = fc.string({ unit, maxLength: 40 });
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes));

describe('properties', () => {
  it('offsets delimit what was found, in order and apart', () => {
    fc.assert(
      fc.property(words, line, fc.array(fc.string({ unit, maxLength: 3 }), { maxLength: 3 }), (list, text, recent) => {
        let last = 0;
        for (const { start, end, text: found } of checkerOf(list).check(text, { recent })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(found);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  it('what stands before and behind never shifts a span', () => {
    fc.assert(
      fc.property(words, line, line, line, (list, before, text, after) => {
        const checker = checkerOf(list);
        // Two ends of a sentence on a line of their own keep the texts apart.
        const [head, tail] = [`${before}\n。的。\n`, `\n。的。\n${after}`];
        const inside = checker
          .check(head + text + tail)
          .filter(({ start, end }) => start >= head.length && end <= head.length + text.length)
          .map(({ start, end, term: of }) => [start - head.length, end - head.length, of]);
        expect(inside).toEqual(checker.check(text).map(({ start, end, term: of }) => [start, end, of]));
      }),
      { numRuns: 300 },
    );
  });

  it('a find in full width is where the find in half width is', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    const latin = fc.string({ unit: fc.constantFrom('v', 'x', 'w', '好', ' ', '最'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(latin, { minLength: 1, maxLength: 5 }), fc.string({ unit: fc.constantFrom('v', 'x', 'w', '好', ' ', '最'), maxLength: 30 }), (list, text) => {
        const checker = checkerOf(list.map((each) => entry(each)));
        const at = (of: string) => checker.check(of).map(({ start, end }) => [start, end]);
        expect(at(wide(text))).toEqual(at(text));
      }),
    );
  });

  it('an exception never adds a hit', () => {
    // Few characters, and exceptions cut from the text, so that finds overlap and exceptions cover them.
    const few = fc.constantFrom(...'最好的家');
    const short = fc.string({ unit: few, minLength: 1, maxLength: 3 });
    const lists = fc.array(fc.record({ term: short, level: fc.constantFrom(...levels) }), { minLength: 2, maxLength: 6 });
    const texts = fc.string({ unit: few, minLength: 2, maxLength: 14 });
    fc.assert(
      fc.property(lists, texts, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 6 }), (list, text, which, at, length) => {
        const start = at % text.length;
        const before = list.map(({ term: each, level }) => entry(each, { level }));
        const after = before.map((each, index) =>
          index === which % list.length ? { ...each, exceptions: [text.slice(start, start + length)] } : each,
        );
        const known = new Set(checkerOf(before).check(text).map((hit) => JSON.stringify(hit)));
        for (const hit of checkerOf(after).check(text)) expect(known).toContain(JSON.stringify(hit));
      }),
      { numRuns: 500 },
    );
  });

  it('any code units are checked, explained and mended without a throw', () => {
    const checker = checkerOf([entry('最好', { suggestion: '' }), entry('\ud83d\ude0a'), entry('vx'), entry('天天')]);
    fc.assert(
      fc.property(anyUnits, fc.array(anyUnits, { maxLength: 3 }), anyUnits, (text, recent, customerText) => {
        checker.check(text, { recent, customerText });
        checker.explain(text, { recent, customerText });
      }),
      { numRuns: 300 },
    );
  });

  it('any terms are compiled', () => {
    fc.assert(
      fc.property(fc.array(anyUnits.filter((text) => text.length > 0 && text.length <= 100), { minLength: 1, maxLength: 5 }), anyUnits, (list, text) => {
        checkerOf(list.map((each) => entry(each))).check(text + list.join(text));
      }),
      { numRuns: 100 },
    );
  });

  it('a megabyte of lone surrogates, of one character, of hits', () => {
    const checker = checkerOf([entry('最好'), entry('天天'), entry('vx')]);
    for (const piece of ['\ud800', '\udc00\ud800', '最', '最好', 'v x ', '1', 'a.', '“'])
      expect(() => checker.check(piece.repeat(2 ** 20 / piece.length), { customerText: '最好' })).not.toThrow();
  }, 60_000);
});
