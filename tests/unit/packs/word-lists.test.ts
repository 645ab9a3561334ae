import { describe, expect, it } from 'vitest';
import { tryEntry } from '../../../banned-words';
import { draftOf, entryOf } from '../../../packs/entry-draft';
import type { BannedWord } from '../../../packs/format';
import { filterRows, placeOf, rowsOf, withoutWord, withWord } from '../../../packs/word-lists';
import type { WordFilter } from '../../../packs/word-lists';
import { entry, packOf } from '../banned-words/packs';

const full: BannedWord = {
  term: '微信', variants: ['薇信'], syllables: [['微', 'v'], ['信', 'xin']], cuedVariants: ['威信'], category: 'diversion', level: 'block', reason: 'outside',
  suggestion: '', exceptions: ['微信支付'], cue: { words: ['加', '@add'], within: 3, side: 'before' }, unless: { words: ['谨防'] },
  foldingOff: ['repeats'], wholeWord: false, mayQuote: true, mayOverride: true, source: '平台规则',
};
const pack = packOf([full, entry('最好', { level: 'warn', exceptions: ['最好的祝福'] }), entry('最低价')], {
  reasons: { outside: { 'zh-CN': '站外', en: 'outside' } },
  wordSets: { add: ['加我'] },
});
const any: WordFilter = { text: '', category: '', level: '', list: '' };

describe('the form of an entry', () => {
  it('gives back the entry that it was made of, whatever is in it', () => {
    for (const word of [full, ...pack.words!]) expect(entryOf(draftOf(word, pack, 'en'), word, pack, 'en')).toEqual({ entry: word });
  });

  it('takes a reason that was changed as it is written', () => {
    const draft = { ...draftOf(full, pack, 'en'), reason: ' no contacts ' };
    expect(entryOf(draft, full, pack, 'en')).toMatchObject({ entry: { reason: 'no contacts' } });
  });

  it('quotes by default what the category lets be quoted', () => {
    const draft = { ...draftOf(null, null, 'en'), term: 'x', reason: 'y' };
    expect(entryOf({ ...draft, category: 'taboo' }, null, null, 'en')).toEqual({ entry: { term: 'x', category: 'taboo', level: 'warn', reason: 'y' } });
    expect(entryOf({ ...draft, category: 'privacy' }, null, null, 'en')).toMatchObject({ entry: { mayQuote: true } });
  });

  it.each([
    ['term', { term: ' ' }],
    ['reason', { reason: '' }],
    ['category', { category: 'Big Words' }],
    ['syllables', { syllables: 'a b c d e f g h\n'.repeat(5).replaceAll('\n', ' i\n').split('\n').map((line, at) => `${line}${at}`).join('\n') }],
    ['cue', { cue: { words: '加', within: '900', side: '' as const } }],
    ['exceptions', { exceptions: 'x'.repeat(101) }],
  ] as const)('names the field that is wrong: %s', (field, change) => {
    expect(entryOf({ ...draftOf(full, pack, 'en'), ...change }, full, pack, 'en')).toMatchObject({ fault: field });
  });
});

describe('the list of entries', () => {
  const rows = rowsOf([{ pack, origin: 'own', on: true }]);
  const terms = (filter: Partial<WordFilter>) => filterRows(rows, { ...any, ...filter }).map(({ word }) => word.term);

  it('is found by term first, then by spelling, suggestion and exception', () => {
    expect(terms({})).toEqual(['微信', '最好', '最低价']);
    expect(terms({ text: '最' })).toEqual(['最好', '最低价']);
    expect(terms({ text: '祝福' })).toEqual(['最好']);
    expect(terms({ text: '微信支' })).toEqual(['微信']);
    expect(terms({ text: 'nothing' })).toEqual([]);
  });

  it('is narrowed by category, level and list', () => {
    expect(terms({ category: 'adlaw', level: 'block' })).toEqual(['最低价']);
    expect(terms({ list: 'other' })).toEqual([]);
  });

  it('changes in one place', () => {
    const words = pack.words!;
    expect(withWord(words, entry('新'), null).map(({ term }) => term)).toEqual(['新', '微信', '最好', '最低价']);
    expect(withWord(words, entry('新'), 1).map(({ term }) => term)).toEqual(['微信', '新', '最低价']);
    // The list may have changed since the entry was shown.
    const shown = { index: 1, word: words[1]! };
    expect([placeOf(words, shown), placeOf([entry('新'), ...words], shown), placeOf([entry('新')], shown)]).toEqual([1, 2, null]);
    expect(withoutWord(words, null)).toEqual(words);
    expect(withoutWord(words, 0).map(({ term }) => term)).toEqual(['最好', '最低价']);
  });
});

describe('an entry tried on what was sent', () => {
  const messages = ['这是最好的', '最好的祝福', '加我微信 13812345678', '您好'].map((text, at) => ({ text, site: at === 0 ? 'a.example' : 'b.example' }));

  it('tells what it alone would have done', () => {
    expect(tryEntry(pack.words![1]!, pack, messages, {}).map(({ message, action }) => [message.text, action])).toEqual([['这是最好的', 'asked']]);
    expect(tryEntry(full, pack, messages, {})).toMatchObject([{ action: 'held', hits: [{ text: '微信' }] }]);
  });

  it('under the lead’s switches', () => {
    const settings = { sites: { 'a.example': { adlaw: 'off' as const } } };
    expect(tryEntry(pack.words![1]!, pack, messages, settings)).toEqual([]);
    expect(tryEntry(pack.words![1]!, pack, messages, { categories: { adlaw: 'advise' } })).toMatchObject([{ action: 'underlined' }]);
  });
});
