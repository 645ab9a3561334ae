import { addressOf } from '../address';
import { locate } from '../find/locate';
import { Memory, Reader } from '../read/reader';
import type { SiteProfile } from '../sites/profile';
import type { ChatSnapshot, Side } from '../types';

/** What a profile reads on the page now: the proof that it works. */
export interface Reading {
  /** Messages by side. */
  counts: Record<Side, number>;
  /** The last message of each; empty when there is none. Page text: show it as text only. */
  lastCustomer: string;
  lastAgent: string;
  /** Who the chat is with, as far as the page says. */
  customer: string;
  hasSendButton: boolean;
}

/**
 * Reads the chat by this profile, as the panel will, again after each change of the page, until
 * `signal` ends.
 * @returns false when the profile finds no chat here
 */
export function readBy(document: Document, profile: SiteProfile, onReading: (reading: Reading) => void, signal: AbortSignal): boolean {
  const located = locate(document, [profile], addressOf(document));
  if (!located?.profile) return false;
  const hasSendButton = located.parts.sendButton !== null;
  const reader = new Reader(located, new Memory(), { onRead: (snapshot) => onReading({ ...readingOf(snapshot), hasSendButton }) }, signal);
  reader.readNow();
  return true;
}

function readingOf({ messages, customer }: ChatSnapshot): Omit<Reading, 'hasSendButton'> {
  const counts: Record<Side, number> = { customer: 0, agent: 0, robot: 0, system: 0 };
  for (const { side } of messages) counts[side]++;
  const lastOf = (side: Side): string => messages.findLast((message) => message.side === side)?.text ?? '';
  return { counts, lastCustomer: lastOf('customer'), lastAgent: lastOf('agent'), customer: customer.name };
}
