import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../../locales/context';

/** Ways to write a moment (epoch ms) in the reader's language. */
export function useTimes() {
  const { language } = useTexts();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' });
    const full = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const near = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
    return {
      day: (at: number) => day.format(at),
      full: (at: number) => full.format(at),
      /** Without the year. */
      near: (at: number) => near.format(at),
    };
  }, [language]);
}

/** The time, epoch ms, looked at every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** A moment as the value of an `<input type="datetime-local">`, in local time. */
export function toInput(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The moment in an `<input type="datetime-local">`; null when it is empty or no time. */
export function fromInput(value: string): number | null {
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}

/** Nine o'clock on a day after that of `now`. */
export function nineOClock(now: number, days: number): number {
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  return at.setHours(9, 0, 0, 0);
}
