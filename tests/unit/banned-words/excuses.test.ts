import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Excuses, phraseAround } from '../../../banned-words';
import type { Excuse, Hit } from '../../../banned-words';
import { checkerOf, entry } from './packs';

const checker = checkerOf([entry('最低价', { level: 'warn' }), entry('best', { level: 'warn' }), entry('顶级'), entry('低价', { level: 'advise' })]);

const excuseOf = (text: string, hit: Hit, accepted = false): Excuse => ({ term: hit.term, accepted, ...phraseAround(text, hit) });
const firstHit = (text: string): Hit => {
  const [hit] = checker.check(text);
  if (!hit) throw new Error(`no hit in ${text}`);
  return hit;
};
const checkWith = (text: string, ...excuses: Excuse[]) => checker.check(text, { excuses: new Excuses(excuses) }).map((hit) => hit.text);

describe('the phrase around a find', () => {
  it.each([
    ['亲，这款是本店活动期间的最低价没有更低的了哦。谢谢', '是本店活动期间的最低价没有更低的了', false],
    ['好的！最低价。', '最低价', true],
    ['This really is our best price of the whole year!', 'really is our best price of the', false],
    ['最低价999元', '最低价999元', false],
    ['😀😀最低价😀', '最低价', true],
  ])('of %s', (text, phrase, whole) => {
    const around = phraseAround(text, firstHit(text));
    expect(around.whole).toBe(whole);
    expect(phrase.endsWith(around.text) || around.text === phrase).toBe(true);
  });
});

describe('“not a fault here”', () => {
  it('excuses the find in its phrase, and nowhere else', () => {
    const text = '这是活动期间最低价，错过再等一年';
    const excuse = excuseOf(text, firstHit(text));
    expect(checkWith(text, excuse)).toEqual([]);
    expect(checkWith(`亲亲，${text}！`, excuse)).toEqual([]);
    expect(checkWith('这是 活动期间 最低價，错过再等一年', excuse)).toEqual([]);
    expect(checkWith('我们家最低价', excuse)).toEqual(['最低价']);
    expect(checkWith(`${text} 真的最低价`, excuse)).toEqual(['最低价']);
    expect(checker.explain(text, { excuses: new Excuses([excuse]) }).nonHits).toContainEqual(
      expect.objectContaining({ term: '最低价', why: 'excused', by: excuse.text }),
    );
  });

  it('of a bare word counts only where it is the whole sentence', () => {
    const excuse = excuseOf('最低价！', firstHit('最低价！'));
    expect(checkWith('最低价', excuse)).toEqual([]);
    expect(checkWith('好的！最低价。谢谢', excuse)).toEqual([]);
    expect(checkWith('我们最低价', excuse)).toEqual(['最低价']);
    expect(checker.check('最低价', { excuses: new Excuses([excuse]), recent: ['在吗'] })).toEqual([]);
  });

  it('lifts no block until the lead accepts it', () => {
    const text = '这是顶级域名的意思';
    const hit = firstHit(text);
    const [held] = checker.check(text, { excuses: new Excuses([excuseOf(text, hit)]) });
    expect(held).toMatchObject({ level: 'block', asked: true });
    expect(checkWith(text, excuseOf(text, hit, true))).toEqual([]);
    // Nor when the lead made a block of it later.
    const asked = '这是活动期间最低价哦';
    const settings = { categories: { adlaw: 'block' as const } };
    expect(checker.check(asked, { settings, excuses: new Excuses([excuseOf(asked, firstHit(asked))]) })).toHaveLength(1);
  });

  it('excuses a number in its phrase', () => {
    const text = '客服总机 13812345678 已停用';
    const hit = checker.check(text).find(({ pack }) => pack === 'patterns');
    expect(checkWith(text, excuseOf(text, hit!))).toEqual([]);
    expect(checkWith('加我手机13812345678', excuseOf(text, hit!))).toHaveLength(1);
  });

  it('lifts any find in its own text, and never adds one', () => {
    const unit = fc.constantFrom(...'最低价顶级best 12，。！😀\n');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), fc.string({ unit, maxLength: 40 }), (text, other) => {
        const hits = checker.check(text);
        const excuses = hits.map((hit) => excuseOf(text, hit, true));
        expect(checkWith(text, ...excuses)).toEqual([]);
        const all = checker.check(other).map(({ start, end, term }) => `${start} ${end} ${term}`);
        for (const { start, end, term } of checker.check(other, { excuses: new Excuses(excuses) })) expect(all).toContain(`${start} ${end} ${term}`);
      }),
      { numRuns: 1000 },
    );
  });
});
