import { periodOf } from '../clock/period.ts';
import type { Period } from '../clock/period.ts';

/** House rule: the handover is written in the last quarter of an hour. */
export const REMIND_BEFORE_MS = 15 * 60_000;
/** So long after the shift's end it is still worth a word. */
const STANDS_MS = 2 * 3_600_000;

/**
 * Which shift with these local hours (`HH:MM`) is about to end, or has just ended, at `now` (epoch ms), null for
 * none; and when to look again. `timeZone` as in `periodOf`.
 */
export function shiftEnding(hours: { from: string; to: string }, now: number, timeZone = 'local'): { ending: Period | null; next: number } {
  const shifts = [-1, 0, 1].map((step) => periodOf({ kind: 'shift', ...hours }, now, timeZone, step));
  const remindAt = ({ to }: Period) => to - REMIND_BEFORE_MS;
  const ending = shifts.findLast((shift) => remindAt(shift) <= now && now < shift.to + STANDS_MS) ?? null;
  const times = shifts.flatMap((shift) => [remindAt(shift), shift.to + STANDS_MS]).filter((at) => at > now);
  return { ending, next: Math.min(...times) };
}
