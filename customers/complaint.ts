/**
 * The house rules for complaints: noted the same day, answered within 24 hours, settled within 3
 * days, none closed without a call-back. A lead may set other limits.
 */

export interface ComplaintLimits {
  /** Noted at the latest this many days after the day it came; 0: the same day. */
  noteDays: number;
  answerHours: number;
  closeDays: number;
}

/** What the rules look at. Times are epoch ms. */
export interface ComplaintTimes {
  answerBy: number;
  closeBy: number;
  answeredAt: number | null;
  settledAt: number | null;
  calledBackAt: number | null;
  closedAt: number | null;
}

const HOUR = 3_600_000;

/** The last moments to note, answer, and close a complaint that came at `receivedAt`. */
export function deadlinesOf(receivedAt: number, limits: ComplaintLimits): { noteBy: number; answerBy: number; closeBy: number } {
  const endOfDay = new Date(receivedAt);
  endOfDay.setHours(24 * (limits.noteDays + 1), 0, 0, -1);
  return {
    noteBy: endOfDay.getTime(),
    answerBy: receivedAt + limits.answerHours * HOUR,
    closeBy: receivedAt + limits.closeDays * 24 * HOUR,
  };
}

export type ComplaintState = 'open' | 'answered' | 'settled' | 'calledBack' | 'closed';

/** How far it has come. */
export function stateOf(complaint: ComplaintTimes): ComplaintState {
  if (complaint.closedAt !== null) return 'closed';
  if (complaint.settledAt === null) return complaint.answeredAt === null ? 'open' : 'answered';
  return complaint.calledBackAt === null ? 'settled' : 'calledBack';
}

/** The deadline that counts now; null once it is closed. */
export function nextDeadline(complaint: ComplaintTimes): number | null {
  if (complaint.closedAt !== null) return null;
  // Whatever answered or settled it has answered the customer.
  const answered = complaint.answeredAt !== null || complaint.settledAt !== null;
  return answered ? complaint.closeBy : Math.min(complaint.answerBy, complaint.closeBy);
}

/** What stands between this complaint and its close; null when nothing does. */
export function lacksToClose(complaint: ComplaintTimes): 'settled' | 'callBack' | null {
  if (complaint.settledAt === null) return 'settled';
  return complaint.calledBackAt === null ? 'callBack' : null;
}
