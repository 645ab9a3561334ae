import { expect, test } from 'vitest';
import { readSettings } from '@/practice/settings';

const read = (query: string, preferred = ['de-DE', 'zh-TW', 'en']) => readSettings(query, preferred, () => ['one', 'two'], 77);

test('a bare address: the reader’s first language that has scenes, five customers, pace 1', () => {
  expect(read('')).toEqual({
    settings: { language: 'zh-CN', customers: 5, pace: 1, seed: 77, autostart: true },
    unusable: [],
  });
  expect(read('', ['fr']).settings.language).toBe('en');
  expect(read('?scene=')).toEqual(read(''));
});

test('the address overrides', () => {
  expect(read('?lang=en&customers=12&pace=0.25&seed=4&scene=two&autostart=0')).toEqual({
    settings: { language: 'en', customers: 12, pace: 0.25, seed: 4, scene: 'two', autostart: false },
    unusable: [],
  });
});

test('values of no use are named and replaced by the default', () => {
  const { settings, unusable } = read('?lang=xx&customers=0&pace=fast&seed=&scene=three');
  expect(settings).toEqual({ language: 'zh-CN', customers: 5, pace: 1, seed: 77, autostart: true });
  expect(unusable.toSorted()).toEqual(['customers', 'lang', 'pace', 'scene', 'seed']);
});
