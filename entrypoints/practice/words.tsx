import { createContext, use, type ReactNode } from 'react';
import type { Language } from '@/practice/scenes';
import { textsIn, type Texts } from '@/practice/texts';

interface Words {
  t: Texts;
  language: Language;
  /** Clock time for today, date and time before that. */
  clock(at: number): string;
  /** The same without seconds. */
  hour(at: number): string;
  /** 8200 → "8.2 秒" */
  seconds(ms: number | null): string;
  percent(part: number, whole: number): string;
}

const WordsContext = createContext<Words | null>(null);

const isToday = (at: number) => new Date(at).toDateString() === new Date().toDateString();

function wordsIn(language: Language): Words {
  const t = textsIn(language);
  const today = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
  const short = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false });
  const before = new Intl.DateTimeFormat(language, { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false });
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return {
    t,
    language,
    clock: (at) => (isToday(at) ? today : before).format(at),
    hour: (at) => (isToday(at) ? short : before).format(at),
    seconds: (ms) => (ms === null ? '—' : t.seconds(number.format(ms / 1000))),
    percent: (part, whole) => (whole === 0 ? '—' : share.format(part / whole)),
  };
}

const words: Record<Language, Words> = { 'zh-CN': wordsIn('zh-CN'), en: wordsIn('en') };

export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <WordsContext value={words[language]}>{children}</WordsContext>;
}

/** The page's texts and number formats in the language that is on. */
export function useWords(): Words {
  const found = use(WordsContext);
  if (!found) throw new Error('useWords outside of WordsProvider');
  return found;
}
