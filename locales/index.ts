import i18next from 'i18next';
import type { TFunction, i18n } from 'i18next';
import { en, zhCN } from './texts';
import type { Texts } from './texts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Texts };
  }
}

export type Language = 'zh-CN' | 'en';
/** Gives the text of a key, with its parameters filled in. */
export type Translate = TFunction;

/** The language that a browser's own language asks for: Chinese of any kind, else English. */
export function languageOf(browserLanguage: string): Language {
  return browserLanguage.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** The texts in one language; switch with `changeLanguage`. Texts are not HTML, so nothing is escaped. */
export function createTexts(language: Language): i18n {
  const texts = i18next.createInstance();
  void texts.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return texts;
}
