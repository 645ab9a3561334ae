import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, type Line } from '../../../chat/read/align';

const lines = (text: string): Line[] => [...text].map((content) => ({ pageId: null, content, node: null }));
const withIds = (ids: string, text = ids): Line[] => [...ids].map((id, at) => ({ pageId: id === '_' ? null : id, content: text[at]!, node: null }));

describe('align', () => {
  it.each([
    ['abc', 'abc', [0, 1, 2], 'drawn anew'],
    ['abc', 'abcd', [0, 1, 2, -1], 'one more at the end'],
    ['abc', 'xyabc', [-1, -1, 0, 1, 2], 'history in front'],
    ['abcdef', 'cdef', [2, 3, 4, 5], 'a virtual list dropped the start'],
    ['abcdef', 'cd', [2, 3], 'a virtual list scrolled up'],
    ['abcdef', 'defgh', [3, 4, 5, -1, -1], 'dropped in front, added behind'],
    ['a', 'aa', [0, -1], 'the same text again'],
    ['aa', 'aaa', [0, 1, -1], 'and again'],
    ['xaa', 'xaaa', [0, 1, 2, -1], 'and again behind others'],
    ['aba', 'ba', [1, 2], 'the later of two equal places'],
    ['abcd', 'abd', [0, 1, 3], 'one taken out'],
    ['abd', 'abcd', [0, 1, -1, 2], 'one put in'],
    ['abc', 'xyz', [-1, -1, -1], 'nothing in common'],
    ['', 'ab', [-1, -1], 'nothing known'],
    ['ab', '', [], 'nothing shown'],
  ])('%s then %s: %j (%s)', (known, shown, places) => {
    expect(align(lines(known), lines(shown))).toEqual(places);
  });

  it('goes by the page\'s ids where there are some', () => {
    expect(align(withIds('123', 'aaa'), withIds('23', 'aa'))).toEqual([1, 2]);
    expect(align(withIds('123', 'aaa'), withIds('1234', 'aaaa'))).toEqual([0, 1, 2, -1]);
    expect(align(withIds('1_3', 'abc'), withIds('1_3', 'abc'))).toEqual([0, 1, 2]);
  });

  it('counts two texts with different ids as two', () => {
    expect(align(withIds('1', 'a'), withIds('2', 'a'))).toEqual([-1]);
  });

  it('knows a sent message again when the server gives it its id', () => {
    const node = {};
    expect(align([{ pageId: 'tmp-1', content: 'a', node }], [{ pageId: '900', content: 'a', node }])).toEqual([0]);
  });

  it('takes a line that grows for one message being written', () => {
    const node = {};
    const known = [...lines('a'), { pageId: null, content: 'Hel', node }];
    expect(align(known, [...lines('a'), { pageId: null, content: 'Hello', node }])).toEqual([0, 1]);
    expect(align(known, [...lines('a'), { pageId: null, content: 'Hello', node: null }])).toEqual([0, 1]);
  });

  it('takes other text in a reused element at the end for a new message when lines moved up', () => {
    const [first, second] = [{}, {}];
    const known: Line[] = [{ pageId: null, content: 'a', node: first }, { pageId: null, content: 'b', node: second }];
    expect(align(known, [{ pageId: null, content: 'b', node: first }, { pageId: null, content: 'c', node: second }])).toEqual([1, -1]);
  });

  it('finds any window of distinct lines, and only what is in it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(), fc.nat(5), (texts, a, b, more) => {
        const known: Line[] = texts.map((content) => ({ pageId: null, content, node: null }));
        const from = a % texts.length;
        const to = from + 1 + (b % (texts.length - from));
        const added = Array.from({ length: to === texts.length ? more : 0 }, (_, n) => `\u0000new ${n}`);
        const shown: Line[] = [...texts.slice(from, to), ...added].map((content) => ({ pageId: null, content, node: null }));
        const wanted = [...texts.slice(from, to).map((_, at) => from + at), ...added.map(() => -1)];
        // A text that another begins with may be taken for one that grew; the places of known lines never change.
        expect(align(known, shown).slice(0, to - from)).toEqual(wanted.slice(0, to - from));
        expect(align(known, shown).slice(to - from)).toEqual(wanted.slice(to - from));
      }),
    );
  });

  it('finds the window in a long conversation', () => {
    const known: Line[] = Array.from({ length: 5000 }, (_, n) => ({ pageId: null, content: `line ${n}`, node: null }));
    expect(align(known, known.slice(10, 13))).toEqual([10, 11, 12]);
    expect(align(known, known.slice(4990))).toEqual([4990, 4991, 4992, 4993, 4994, 4995, 4996, 4997, 4998, 4999]);
  });
});
