import type { Translate } from '../../locales';

const DAY = 86_400_000;

/** “Last backup: 3 days ago”, by the days of the calendar. */
export function lastBackupText(t: Translate, lastAt: number | null, now = Date.now()): string {
  if (lastAt === null) return t('backup.never');
  const startOf = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  const count = Math.max(0, Math.round((startOf(now) - startOf(lastAt)) / DAY));
  return t('backup.last', { when: count === 0 ? t('backup.today') : t('backup.daysAgo', { count }) });
}
