import { DAY, timeOfDay, toEpoch, toLocal } from './zone.ts';

/** From `from` to before `to`, epoch ms. */
export interface Period {
  from: number;
  to: number;
}

/** What a report looks at: a local day, a week from Monday, or the shift with these local hours (`HH:MM`). */
export type PeriodKind = { kind: 'day' } | { kind: 'week' } | { kind: 'shift'; from: string; to: string };

/**
 * The period of that kind that holds `at` (epoch ms) in `timeZone` (IANA name or `local`), or
 * `step` periods later. Days of 23 or 25 hours come out as long as they are. For a shift that does
 * not hold `at`, the one that began last.
 */
export function periodOf(kind: PeriodKind, at: number, timeZone: string, step = 0): Period {
  const local = toLocal(timeZone)(at);
  const epoch = toEpoch(timeZone);
  const midnight = Math.floor(local / DAY) * DAY;
  if (kind.kind === 'shift') {
    const [opens, closes] = [timeOfDay(kind.from), timeOfDay(kind.to)];
    const day = (local - midnight < opens ? midnight - DAY : midnight) + step * DAY;
    return { from: epoch(day + opens), to: epoch(day + closes + (closes <= opens ? DAY : 0)) };
  }
  const days = kind.kind === 'day' ? 1 : 7;
  // 1970-01-05 was a Monday.
  const intoWeek = kind.kind === 'day' ? 0 : (((midnight / DAY - 4) % 7) + 7) % 7;
  const start = midnight + (step * days - intoWeek) * DAY;
  return { from: epoch(start), to: epoch(start + days * DAY) };
}
