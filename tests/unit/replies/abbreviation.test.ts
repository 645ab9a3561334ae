import { expect, it } from 'vitest';
import { abbreviationBefore, foldAbbreviation } from '../../../replies/abbreviation';

const codes = new Map(['fh', 'h', ';qm', '发货', '发货时间', 'th2'].map((code) => [foldAbbreviation(code), code]));
const at = (text: string, caret = text.length) => abbreviationBefore(text, caret, (folded) => codes.get(folded));

it.each([
  ['fh', 'fh', 0],
  ['亲，fh', 'fh', 2],
  ['亲fh', 'fh', 1],
  ['ok fh', 'fh', 3],
  ['ＦＨ', 'fh', 0],
  ['Fh', 'fh', 0],
  ['x;qm', ';qm', 1],
  ['发货', '发货', 0],
  ['您好，发货时间', '发货时间', 3],
  ['fh发货', '发货', 2],
  ['一行\nth2', 'th2', 3],
] as const)('%j ends in %s', (text, value, start) => expect(at(text)).toEqual({ value, start }));

it.each(['', 'sfh', 'fhh2', '什么时候发货', '1fh', 'fh ', 'éfh'])('%j ends in none', (text) => expect(at(text)).toBeNull());

it('looks before the caret only', () => {
  expect(at('fh 亲', 2)).toEqual({ value: 'fh', start: 0 });
  expect(at('亲 fh', 1)).toBeNull();
});
