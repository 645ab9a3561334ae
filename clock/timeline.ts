import type { IncomingMessage, Side } from '../chat/types.ts';
import type { Wait } from './wait.ts';

/** A message as the clock keeps it: who and when, never the text. */
export interface Entry {
  id: string;
  side: Side;
  at: number;
  /** `at` is the page's own time, so it may be sorted by; a time seen only follows the order of arrival. */
  page: boolean;
  /** It happened on our watch. A wait counts only when its beginning or its answer did. */
  ours: boolean;
  /** `at` says when it was written, not merely when an older message was found. */
  exact: boolean;
}

/** What is still known of a chat's past once its entries are dropped. */
export interface Carry {
  /** Last human message, or the closing; null when none is known. */
  lastAt: number | null;
  /** `lastAt` is the page's own time. */
  lastPage: boolean;
  opener: 'customer' | 'agent';
  /** The present session has had an answer. */
  answered: boolean;
}

/** A stretch of entries: the customer's oldest unanswered message up to the agent's answer. */
export interface Span {
  start: number;
  /** Index of the answer; null while it is open. */
  end: number | null;
  wait: Pick<Wait, 'first' | 'opener' | 'quietMs' | 'followUps' | 'robotAfterMs'>;
}

/** Follow-ups kept with a wait. */
export const MAX_FOLLOW_UPS = 20;

/** The past as it is after `entry`; a silence longer than `gapMs` begins a new session. */
export function carryOver(carry: Carry, entry: Entry, answers: boolean, gapMs: number): Carry {
  if (entry.side !== 'customer' && entry.side !== 'agent') return carry;
  const opens = carry.lastAt === null || entry.at - carry.lastAt > gapMs;
  return {
    lastAt: entry.at,
    lastPage: entry.page,
    opener: opens ? entry.side : carry.opener,
    answered: answers || (carry.answered && !opens),
  };
}

/** The waits in a run of entries, in order; at most the last one is open. */
export function spans(entries: Entry[], before: Carry, gapMs: number): Span[] {
  const found: Span[] = [];
  let open: Span | null = null;
  let since = 0;
  let carry = before;
  for (const [index, entry] of entries.entries()) {
    const after = carryOver(carry, entry, entry.side === 'agent' && open !== null, gapMs);
    if (entry.side === 'agent' && open) {
      open.end = index;
      open = null;
    } else if (entry.side === 'customer' && open) {
      if (open.wait.followUps.length < MAX_FOLLOW_UPS) open.wait.followUps.push(Math.max(0, entry.at - since));
    } else if (entry.side === 'customer') {
      const quietMs = carry.lastAt === null ? null : Math.max(0, entry.at - carry.lastAt);
      since = entry.at;
      open = {
        start: index,
        end: null,
        wait: { first: !after.answered, opener: after.opener, quietMs, followUps: [], robotAfterMs: null },
      };
      found.push(open);
    } else if (entry.side === 'robot' && open) {
      open.wait.robotAfterMs ??= Math.max(0, entry.at - since);
    }
    carry = after;
  }
  return found;
}

/** One minute: some consoles show no seconds. */
const MINUTE = 60_000;

/**
 * When a message was written, as well as can be told. A live message whose page time has no seconds
 * says only the minute: it takes the time seen, and keeps the order of arrival (two minutes of
 * grace, for a computer whose clock is not the shop's). Nothing is written later than it is seen.
 */
export function toEntry(message: IncomingMessage, now: number, watchedFrom: number): Entry {
  const { id, side, history } = message;
  const minuteOnly = message.atSource === 'page' && !history && message.at % MINUTE === 0;
  const page = message.atSource === 'page' && !minuteOnly;
  return {
    id,
    side,
    at: minuteOnly && now - message.at < 2 * MINUTE ? now : Math.min(message.at, now),
    page,
    ours: !history || (page && message.at >= watchedFrom),
    exact: page || !history,
  };
}

/**
 * Puts a message in its place: as late as may be, but before later ones by the page's own time, never
 * before index `floor` nor after index `ceiling`. History is older than what is there at the same
 * time; a live message is newer, and does not pass one whose time is only seen. Changes `entries`.
 */
export function insert(entries: Entry[], entry: Entry, history: boolean, floor: number, ceiling: number): void {
  let at = ceiling;
  while (entry.page && at > floor) {
    const other = entries[at - 1]!;
    const isLater = history ? other.at >= entry.at : other.page && other.at > entry.at;
    if (!isLater) break;
    at -= 1;
  }
  entries.splice(at, 0, entry);
}
