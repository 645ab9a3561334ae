import { nextDeadline } from './complaint';
import type { ComplaintTimes } from './complaint';

/** When things on customers are due and to be reminded of. Times are epoch ms. */

/** When to remind of a complaint next: a snooze comes before its deadline; null once it is closed. */
export function remindOfComplaint(complaint: ComplaintTimes & { snoozedUntil: number | null }): number | null {
  const deadline = nextDeadline(complaint);
  return deadline === null ? null : (complaint.snoozedUntil ?? deadline);
}

/** When to remind of a follow-up or promise next; null once it is done. */
export function remindOfFollowUp(followUp: { dueAt: number; doneAt: number | null; snoozedUntil: number | null }): number | null {
  return followUp.doneAt === null ? (followUp.snoozedUntil ?? followUp.dueAt) : null;
}
