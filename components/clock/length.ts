import type { Translate } from '../../locales';

/** A length of time in ms for a table: `4.2 s`; – for none. */
export function secondsText(t: Translate, ms: number | null): string {
  return ms === null || Number.isNaN(ms) ? '–' : t('clock.seconds', { seconds: Math.round(ms / 100) / 10 });
}

/** A share, 0 to 1, as a percentage with one decimal; – for none. */
export function shareText(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 1000) / 10} %`;
}

/** A round length for a chart's axis, ms: `20 s`, `3 min`, `12 h`. */
export function shortLength(ms: number, language: string): string {
  const [value, unit] = ms < 60_000 ? [ms / 1000, 'second'] : ms < 3_600_000 ? [ms / 60_000, 'minute'] : [ms / 3_600_000, 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: language === 'en' ? 'narrow' : 'short' }).format(value);
}
