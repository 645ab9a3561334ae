import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { TextsContext, textsIn } from '../../locales/context';
import type { Language } from '../../locales';

interface Props {
  language: Language;
  theme: 'auto' | 'light' | 'dark';
  children: ReactNode;
}

/** A whole page in the chosen language and theme. */
export function Themed({ language, theme, children }: Props) {
  const texts = useMemo(() => textsIn(language), [language]);
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
  }, [language, theme]);
  return <TextsContext value={texts}>{children}</TextsContext>;
}
