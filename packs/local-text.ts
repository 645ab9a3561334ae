import type { LocalText } from './format.ts';

/** A pack's text in the reader's language; one that exists in a single language is shown as it is. */
export function textIn(text: LocalText, language: 'zh-CN' | 'en'): string {
  return typeof text === 'string' ? text : text[language];
}
