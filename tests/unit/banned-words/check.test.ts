import { describe, expect, it } from 'vitest';
import { mend, replacementFor, verdict } from '../../../banned-words';
import { checkerOf, entry } from './packs';

const spans = (hits: readonly { start: number; end: number; term: string }[]) => hits.map(({ start, end, term }) => `${start}-${end} ${term}`);

describe('exceptions', () => {
  const checker = checkerOf([entry('第一', { exceptions: ['第一次', '第一时间'] }), entry('最好', { exceptions: ['您最好先', '最好的祝福'] })]);

  it('take a find away only where they cover it wholly', () => {
    expect(spans(checker.check('第一次买，全网第一'))).toEqual(['7-9 第一']);
    expect(checker.check('您最好先量一下，送上最好的祝福')).toEqual([]);
    expect(spans(checker.check('您最好'))).toEqual(['1-3 最好']);
  });

  it('are read under the same foldings', () => {
    expect(checker.check('第1 時間')).toEqual([]);
    expect(checker.check('最\u200b好的祝福')).toEqual([]);
  });

  it('of a longer find still stand for the shorter one beneath it', () => {
    const both = checkerOf([entry('全网第一', { exceptions: ['全网第一次'] }), entry('第一', { level: 'warn' })]);
    expect(both.check('全网第一次')).toEqual([]);
    expect(both.explain('全网第一次').nonHits.map(({ text, why, by }) => [text, why, by])).toEqual([
      ['全网第一', 'exception', '全网第一次'],
      ['第一', 'weaker', '全网第一'],
    ]);
  });

  it('of the very term excuse it everywhere, and what is weaker beneath it stays excused', () => {
    const both = checkerOf([entry('好', { exceptions: ['好'] }), entry('好', { level: 'advise' })]);
    expect(both.check('好')).toEqual([]);
  });

  it('come from the agent too', () => {
    const own = checkerOf([entry('最好')], {}, { exceptions: [{ term: '最好', text: '最好先' }] });
    expect(spans(own.check('最好先洗，最好'))).toEqual(['5-7 最好']);
  });
});

describe('cues and pardons', () => {
  const checker = checkerOf([
    entry('微信', { category: 'diversion', cuedVariants: ['卫星', '威信'], variants: ['薇信'], cue: { words: ['加', '+', '@contact'], within: 3 } }),
    entry('不保证', { unless: { words: ['不是'], side: 'before', within: 4 } }),
  ], { wordSets: { contact: ['联系'] } });

  it('an innocent spelling counts beside a cue only', () => {
    expect(checker.check('这个卫星很亮')).toEqual([]);
    expect(spans(checker.check('加我威信'))).toEqual(['2-4 微信']);
    expect(spans(checker.check('联系卫星'))).toEqual(['2-4 微信']);
    expect(spans(checker.check('+卫星'))).toEqual(['1-3 微信']);
    expect(spans(checker.check('薇信聊'))).toEqual(['0-2 微信']);
    expect(checker.check('加一二三四五六七卫星')).toEqual([]);
  });

  it('a pardon holds inside its sentence, on its side', () => {
    expect(checker.check('不是不保证')).toEqual([]);
    expect(checker.check('不是。不保证')).toHaveLength(1);
    expect(checker.check('不保证，不是')).toHaveLength(1);
  });

  it("the customer's words may be quoted, but no way out of the shop", () => {
    const words = checkerOf([entry('最便宜'), entry('加微信', { category: 'diversion' })]);
    const customerText = '你们是最便宜的吗，加微信行吗';
    expect(words.check('您说的“最便宜”我们没写过', { customerText })).toEqual([]);
    expect(words.check('您说的“最便宜”我们没写过')).toHaveLength(1);
    expect(words.check('我们“最便宜”', { customerText: '多少钱' })).toHaveLength(1);
    expect(words.check('您说“是吗”，我们最便宜', { customerText: '是吗，最便宜' })).toHaveLength(1);
    expect(words.check('好的，“加微信”', { customerText })).toHaveLength(1);
  });
});

describe('several messages', () => {
  const checker = checkerOf([entry('加我微信', { category: 'diversion', syllables: [['加'], ['我'], ['微', 'v'], ['信']] }), entry('好评', {})]);

  it('are read as one', () => {
    const [hit] = checker.check('V信', { recent: ['在的', '加', '我'] });
    expect(hit).toMatchObject({ start: 0, end: 2, text: 'V信', term: '加我微信', spansRecent: true });
    expect(checker.check('微信', { recent: ['您加我'] })).toHaveLength(1);
  });

  it('are no word across the end of a sentence', () => {
    expect(checker.check('评价一下', { recent: ['您好'] })).toEqual([]);
    expect(checker.check('评', { recent: ['一切都很好'] })).toEqual([]);
    expect(checker.check('评价一下可以领红包', { recent: ['好'] })).toEqual([]);
    expect(checker.check('评 返5元', { recent: ['好'] })).toHaveLength(1);
  });

  it('a find in an earlier one is not told again', () => {
    const [hit, ...others] = checkerOf([entry('最')]).check('最', { recent: ['最'] });
    expect([hit?.start, hit?.end, others.length]).toEqual([0, 1, 0]);
    expect(checker.check('在吗', { recent: ['加我微信'] })).toEqual([]);
  });
});

describe('overlaps, switches and verdict', () => {
  const checker = checkerOf([entry('最低', { level: 'advise' }), entry('最低价', { level: 'warn' }), entry('价格最', { level: 'warn' }), entry('低价', { level: 'block', category: 'promise', mayOverride: true })]);

  it('the highest level goes first, then the longest', () => {
    expect(spans(checker.check('价格最低价'))).toEqual(['0-3 价格最', '3-5 低价']);
    expect(spans(checkerOf([entry('最好'), entry('最好的')]).check('最好的'))).toEqual(['0-3 最好的']);
  });

  it('a lead switches categories, on one site or on all', () => {
    const settings = { categories: { promise: 'off' as const }, sites: { jd: { adlaw: 'off' as const } } };
    expect(spans(checker.check('价格最低价', { settings }))).toEqual(['0-3 价格最']);
    expect(checker.check('价格最低价', { settings, site: 'jd' })).toEqual([]);
    expect(checker.check('价格最低价', { settings: { categories: { adlaw: 'block', promise: 'off' } } })[0]?.level).toBe('block');
  });

  it('holds, asks or lets go', () => {
    expect(verdict(checker.check('低价')).action).toBe('hold');
    expect(verdict(checker.check('最低价了'), { categories: { promise: 'off' } })).toMatchObject({ action: 'let', hits: [] });
    expect(verdict(checker.check('价格最高')).action).toBe('ask');
    expect(verdict(checker.check('最低')).action).toBe('let');
    expect(verdict(checker.check('低价'), { sites: { jd: { promise: 'advise' } } }, 'jd').action).toBe('let');
  });
});

describe('the mend', () => {
  it('replaces what has a suggestion, and an empty one deletes', () => {
    const checker = checkerOf([entry('最好', { suggestion: '很好' }), entry('绝对', { suggestion: '' }), entry('顶级')]);
    const text = '绝对最最好的顶级';
    const hits = checker.check(text);
    expect(mend(text, hits)).toBe('很好的顶级');
    expect(hits.map(replacementFor)).toEqual([{ start: 0, end: 2, text: '' }, { start: 2, end: 5, text: '很好' }, undefined]);
  });
});
