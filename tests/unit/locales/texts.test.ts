import { describe, expect, it } from 'vitest';
import { createTexts, languageOf } from '../../../locales';
import { sentenceOf } from '../../../locales/fault';
import { en, zhCN } from '../../../locales/texts';

function leaves(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
}

const parameters = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).toSorted();

describe('texts', () => {
  it('names the same parameters in both languages', () => {
    const chinese = new Map(leaves(zhCN));
    for (const [key, text] of leaves(en)) expect([key, parameters(chinese.get(key) ?? '')]).toEqual([key, parameters(text)]);
  });

  it('has Chinese in every Chinese text', () => {
    // But for one that is nothing but its parameters and signs, and for names of programs.
    const spoken = leaves(zhCN).filter(([key, text]) => !key.startsWith('load.formats.') && /\p{L}/u.test(text.replace(/\{\{\w+\}\}/g, '')));
    expect(spoken.filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('counts in English', () => {
    const { t } = createTexts('en');
    expect([t('popup.count', { count: 1 }), t('popup.count', { count: 2 })]).toEqual(['1 customer', '2 customers']);
  });

  it('puts text of strangers in as it is', () => {
    expect(createTexts('en').t('popup.nothingFound', { query: '<b>&' })).toContain('“<b>&”');
  });
});

it('takes any Chinese for Chinese, and anything else for English', () => {
  expect(['zh-CN', 'zh-TW', 'zh', 'ZH-hans'].map(languageOf)).toEqual(Array(4).fill('zh-CN'));
  expect(['en-GB', 'th', ''].map(languageOf)).toEqual(Array(3).fill('en'));
});

it('says a fault in one sentence of either language', () => {
  const fault = { code: 'unknown-message', detail: 'x.y' } as const;
  expect(sentenceOf(createTexts('en').t, fault)).toContain('“x.y”');
  expect(sentenceOf(createTexts('zh-CN').t, fault)).toContain('不认识的消息“x.y”');
});
