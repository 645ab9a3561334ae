/** What the clock hands on. All times are epoch ms; all durations are ms. */

export type WaitOutcome = 'open' | 'answered' | 'unanswered';

/** One customer's wait, from the oldest message that nobody answered. */
export interface Wait {
  /** Id of the message that began it, or `mark|…` where only an unread mark was seen. Stored under it, a wait is never counted twice. */
  id: string;
  site: string;
  customerKey: string;
  customerName: string;
  /** When it began: the page's own time where the page shows one, else the time seen. */
  since: number;
  /** When the agent answered, or the chat was closed or handed over; null while it is open. */
  endedAt: number | null;
  outcome: WaitOutcome;
  /** No answer was given before in this session. */
  first: boolean;
  /** Who wrote the first message of the session. */
  opener: 'customer' | 'agent';
  /** From the chat's previous human message (or its closing) to `since`; null when none is known. Sessions are told apart by it. */
  quietMs: number | null;
  /** The further customer messages of this wait, as ms after `since`; the first 20. */
  followUps: number[];
  /** From `since` to a robot's first line in this wait; null when it said nothing. */
  robotAfterMs: number | null;
  /** False when a time is only the moment at which an older message was first seen. */
  exact: boolean;
}

export type WaitLevel = 'calm' | 'soon' | 'late';

/** A wait as the panel shows it. */
export interface OpenWait extends Wait {
  /** From `since` to now, never negative. */
  elapsedMs: number;
  level: WaitLevel;
}
