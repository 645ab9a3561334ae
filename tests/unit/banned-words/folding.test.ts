import { describe, expect, it } from 'vitest';
import type { FoldingName } from '../../../packs/format';
import { checkerOf, entry } from './packs';

/** term, text with the find between ⟦ and ⟧, and the folding without which it is none. */
const found: [string, string, FoldingName?][] = [
  ['最好', '我们⟦最好⟧的'],
  ['vx', '加⟦ＶＸ⟧吧', 'width'],
  ['vx', '加⟦VX⟧吧', 'case'],
  ['加微信', '⟦加微信⟧'],
  ['国家级', '是⟦國家級⟧的', 'traditional'],
  ['国家級', '是⟦国家级⟧的', 'traditional'],
  ['最好', '⟦最\u200b好⟧的', 'invisible'],
  ['最好', '⟦最\u0336好\u0336⟧的', 'invisible'],
  ['free', '⟦frée⟧', 'invisible'],
  ['微信', '加⟦微 信⟧', 'gaps'],
  ['微信', '加⟦微.信⟧', 'gaps'],
  ['微信', '加⟦微😊信⟧', 'gaps'],
  ['加微信', '⟦加丶微信⟧', 'gaps'],
  ['微信', '加⟦微\n信⟧', 'gaps'],
  ['微信', '加⟦微\r\n信⟧', 'gaps'],
  ['全网最低', '⟦全。网。最。低⟧', 'gaps'],
  ['vx', '加⟦v x⟧', 'gaps'],
  ['best', 'the ⟦b.e.s.t⟧ one', 'gaps'],
  ['whatsapp', '⟦W h a t s A p p⟧', 'gaps'],
  ['最好', '⟦最最最好⟧的'],
  ['顶级', '⟦顶顶级级⟧的'],
  ['最好', '⟦最好⟧好用'],
  ['free', '⟦freeeee⟧', 'repeats'],
  ['第一', '⟦第①⟧名', 'digits'],
  ['第一', '⟦第1️⃣⟧名', 'digits'],
  ['第1', '⟦第一⟧名', 'digits'],
  ['第一', '⟦第壹⟧名', 'digits'],
  ['vx', '加⟦∨x⟧', 'lookalikes'],
  ['加v', '⟦加卌⟧', 'lookalikes'],
  ['vx', '加⟦νх⟧', 'lookalikes'],
  ['best', 'the ⟦bеst⟧', 'lookalikes'],
  ['porn', '⟦p0rn⟧', 'lookalikes'],
  ['vx', '加⟦𝐯𝐱⟧', 'width'],
  ['vx', '加⟦🆅🆇⟧', 'width'],
  ['+v', '⟦＋v⟧我'],
  ['加❤', '⟦加❤️⟧'],
  ['❤', '给您⟦❤⟧'],
  ['天天', '⟦天天⟧低价'],
  ['滚', '⟦滚⟧！'],
  ['the best', '⟦The  best⟧ in town'],
  ["can't", "we ⟦can’t⟧ do it"],
  ['100%', '⟦100 %⟧有效'],
];

/** term, and a text in which it is none. */
const innocent: [string, string][] = [
  ['最好', '最。好'],
  ['最好', '它是最！好的'],
  ['好评', '您好，评价一下'],
  ['好评', '好～评价'],
  ['最好', '最\n\n好'],
  ['加我', '加 我们群里'],
  ['天天', '今天到'],
  ['天天', '天气'],
  ['best', 'bestow'],
  ['best', 'be st'],
  ['vx', 'avx2'],
  ['lose', 'loose'],
  ['100', '10086'],
  ['100', '1,100'],
  ['第一', '第10名'],
  ['第一', '第一百个'],
  ['一流', '双十一流量'],
  ['+v', 'v领'],
  ['100%', '1000'],
  ["we're", 'were'],
  ['free', 'fresh'],
  ['最好', `最${'.'.repeat(40)}好`],
];

function marked(line: string) {
  const start = line.indexOf('⟦');
  const end = line.indexOf('⟧') - 1;
  return { text: line.replace(/[⟦⟧]/g, ''), start, end };
}

describe('folding', () => {
  it.each(found)('%s is found in %s', (term, line) => {
    const { text, start, end } = marked(line);
    const hits = checkerOf([entry(term)]).check(text);
    expect(hits.map((hit) => [hit.start, hit.end])).toEqual([[start, end]]);
  });

  it.each(found.filter(([, , folding]) => folding))('%s is not found in %s with the folding off', (term, line, folding) => {
    const { text } = marked(line);
    expect(checkerOf([entry(term, { foldingOff: [folding as FoldingName] })]).check(text)).toEqual([]);
  });

  it.each(innocent)('%s is not found in %s', (term, text) => {
    expect(checkerOf([entry(term)]).check(text)).toEqual([]);
  });

  it('finds the word itself among repetitions where these are not folded', () => {
    const checker = checkerOf([entry('最好', { foldingOff: ['repeats'] }), entry('顶级', { foldingOff: ['repeats'] })]);
    expect(checker.check('最最最好的，顶顶级级的').map(({ start, end }) => [start, end])).toEqual([[2, 4], [7, 9]]);
    expect(checker.check('最最的好')).toEqual([]);
  });

  it('finds every one of a word of one character', () => {
    const hits = checkerOf([entry('滚')]).check('滚！滚滚。');
    expect(hits.map(({ start, end }) => [start, end])).toEqual([[0, 1], [2, 4]]);
  });

  it('finds a Latin part of a word where the entry allows it', () => {
    expect(checkerOf([entry('vx', { wholeWord: false })]).check('avx2')).toHaveLength(1);
  });
});
