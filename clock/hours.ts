import type { Hours } from './preset.ts';
import { DAY, timeOfDay, toLocal } from './zone.ts';

/** Business hours of a time zone. */
export interface OpenHours {
  /** Whether `at` (epoch ms) falls inside. */
  includes(at: number): boolean;
  /** Ms inside the hours from `from` to `to` (epoch ms). Exact but for a change of the zone's offset inside the hours. */
  between(from: number, to: number): number;
}

/** Hours that never close. */
const always: OpenHours = { includes: () => true, between: (from, to) => Math.max(0, to - from) };

/** The hours of a preset, ready to ask; null means always open. */
export function openHours(hours: Hours | null, timeZone: string): OpenHours {
  if (!hours) return always;
  const local = toLocal(timeZone);
  const opens = timeOfDay(hours.from);
  const closes = timeOfDay(hours.to) <= opens ? timeOfDay(hours.to) + DAY : timeOfDay(hours.to);
  const weekdays = new Set(hours.weekdays ?? [0, 1, 2, 3, 4, 5, 6]);
  const holidays = new Set((hours.holidays ?? []).map((date) => Date.parse(date)));
  /** Whether hours begin on the local day `day` (ms, whole days). 1970-01-01 was a Thursday. */
  const opensOn = (day: number) => weekdays.has((((day / DAY + 4) % 7) + 7) % 7) && !holidays.has(day);
  const dayOf = (at: number) => Math.floor(at / DAY) * DAY;

  return {
    includes(at) {
      const here = local(at);
      const day = dayOf(here);
      const time = here - day;
      // Hours past midnight belong to the day before.
      return (time >= opens && time < closes && opensOn(day)) || (time < closes - DAY && opensOn(day - DAY));
    },
    between(from, to) {
      const [start, end] = [local(from), local(to)];
      let sum = 0;
      for (let day = dayOf(start) - DAY; day <= end; day += DAY) {
        if (opensOn(day)) sum += Math.max(0, Math.min(end, day + closes) - Math.max(start, day + opens));
      }
      return sum;
    },
  };
}
