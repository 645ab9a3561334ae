import { createContext, useContext } from 'react';
import { createTexts } from './index';
import type { Language, Translate } from './index';

/** The language of everything below, and its texts. */
export interface TextsOfPage {
  language: Language;
  t: Translate;
}

/** The value for `TextsContext` in one language. */
export function textsIn(language: Language): TextsOfPage {
  return { language, t: createTexts(language).t };
}

export const TextsContext = createContext<TextsOfPage>(textsIn('en'));

/** `t` for the reader's language, and which it is. */
export function useTexts(): TextsOfPage {
  return useContext(TextsContext);
}
