import type { IncomingMessage } from '../chat/types.ts';
import type { Carry, Entry, Span } from './timeline.ts';
import { carryOver, insert, MAX_FOLLOW_UPS, spans, toEntry } from './timeline.ts';
import type { Wait } from './wait.ts';

/** How a clock works; the same over its whole life. All durations are ms. */
export interface ClockOptions {
  /** Profile id of the console. */
  site: string;
  /** Longest wait allowed. House rule: 20,000. */
  targetMs: number;
  /** Share of the target from which a wait is `soon`. */
  soonShare: number;
  /** A silence longer than this begins a new session. */
  sessionGapMs: number;
  /** How long a finished wait may still change by a late or withdrawn message before it comes out. */
  settleMs: number;
  /** History older than this, by the page's own time, is left alone (an old "thanks" is no wait); null takes all. */
  staleMs: number | null;
}

/** What the clock knows of one chat. Bounded: entries and ids are dropped from the old end. */
export interface Chat {
  key: string;
  name: string;
  /** In page order, from the first that may still change a wait. */
  entries: Entry[];
  /** Ids of the last dropped entries, so that none is counted again. */
  settledIds: string[];
  /** A message older than this belongs to what is settled; null before anything is. */
  settledAt: number | null;
  before: Carry;
  /** An unread mark in the list, not yet explained by messages: when it was first seen. */
  markedAt: number | null;
  /** When the agent was last told of a wait; one that began later is news. */
  alertedAt: number | null;
}

const MAX_ENTRIES = 200;
const MAX_SETTLED_IDS = 100;

/** A chat of which nothing is known. */
export function newChat(key: string, name: string): Chat {
  const before: Carry = { lastAt: null, lastPage: false, opener: 'customer', answered: false };
  return { key, name, entries: [], settledIds: [], settledAt: null, before, markedAt: null, alertedAt: null };
}

/** The wait that a span stands for; `endedAt` and `outcome` as given. */
function toWait(chat: Chat, span: Span, site: string, endedAt: number | null, outcome: Wait['outcome']): Wait {
  const start = chat.entries[span.start]!;
  const answer = span.end === null ? null : chat.entries[span.end]!;
  return {
    id: start.id,
    site,
    customerKey: chat.key,
    customerName: chat.name,
    since: start.at,
    endedAt: endedAt === null ? null : Math.max(endedAt, start.at),
    outcome,
    ...span.wait,
    exact: start.exact && (answer?.exact ?? true),
  };
}

/** The chat's open wait, or null. */
export function openWait(chat: Chat, options: ClockOptions): Wait | null {
  return lastWait(chat, options, null, 'open');
}

/** The wait without an answer at the chat's end; an unread mark that nothing explains stands for a message. */
function lastWait(chat: Chat, options: ClockOptions, endedAt: number | null, outcome: Wait['outcome']): Wait | null {
  const { key, entries, before, markedAt } = chat;
  const last = spans(entries, before, options.sessionGapMs).at(-1);
  if (last?.end === null) return toWait(chat, last, options.site, endedAt, outcome);
  if (markedAt === null) return null;
  const id = `mark|${options.site}|${key}|${markedAt}`;
  const marked = [...entries, { id, side: 'customer', at: markedAt, page: false, ours: true, exact: true } as const];
  const span = spans(marked, before, options.sessionGapMs).at(-1)!;
  return toWait({ ...chat, entries: marked }, span, options.site, endedAt, outcome);
}

/**
 * Takes in messages of this chat, in page order. What is known is not counted again (its side may
 * have changed: a withdrawn message often becomes a system's line under the same id). Returns the
 * same chat when nothing is new.
 */
export function takeMessages(chat: Chat, messages: IncomingMessage[], options: ClockOptions, now: number, watchedFrom: number): Chat {
  const settled = new Set(chat.settledIds);
  const sides = new Map(chat.entries.map((entry) => [entry.id, entry.side]));
  const isNew = (message: IncomingMessage) => !sides.has(message.id) && !settled.has(message.id);
  if (chat.markedAt === null && messages.every((message) => settled.has(message.id) || sides.get(message.id) === message.side)) return chat;

  const latestSide = new Map(messages.map((message) => [message.id, message.side]));
  const entries = chat.entries.map((entry) => ({ ...entry, side: latestSide.get(entry.id) ?? entry.side }));
  const indexOf = (id: string) => entries.findIndex((entry) => entry.id === id);

  // From the newest backward: each stands above the one after it.
  const lastKnown = messages.findLastIndex((message) => !isNew(message));
  const chatIsKnown = chat.entries.length > 0 || chat.settledIds.length > 0;
  let below: string | null = null;
  for (let position = messages.length - 1; position >= 0; position -= 1) {
    const message = messages[position]!;
    // What stands above a settled message is settled too.
    if (settled.has(message.id)) break;
    if (indexOf(message.id) >= 0) {
      below = message.id;
      continue;
    }
    const entry = toEntry(message, now, watchedFrom);
    const isBelowKnown = lastKnown >= 0 && position > lastKnown;
    const isOlder = message.history && !isBelowKnown && chat.markedAt === null;
    if (isPast(chat, entry.at, isOlder) || (message.history && options.staleMs !== null && now - entry.at > options.staleMs)) continue;
    // Untimed history of a known chat, with nothing to hang it on, was scrolled up to: it is old.
    if (message.history && !entry.page && chatIsKnown && lastKnown < 0 && chat.markedAt === null) continue;
    const floor = isBelowKnown ? indexOf(messages[lastKnown]!.id) + 1 : 0;
    insert(entries, entry, message.history, floor, below === null ? entries.length : indexOf(below));
    below = message.id;
  }
  return { ...chat, entries: dated(entries, sides, chat.markedAt), markedAt: null };
}

/**
 * The entries, those that are not in `known` dated by what stands around them: a mark tells when the
 * trailing ones came that show no time, and what stands above another was not written after it.
 */
function dated(entries: Entry[], known: Map<string, unknown>, markedAt: number | null): Entry[] {
  const result: Entry[] = [];
  let isTail = true;
  let below = Infinity;
  for (const entry of entries.toReversed()) {
    isTail &&= entry.side !== 'agent';
    const isNew = !known.has(entry.id);
    const marks = isNew && isTail && !entry.page && markedAt !== null;
    const at = isNew ? Math.min(entry.at, below, marks ? markedAt : Infinity) : entry.at;
    result.push({ ...entry, at, ...(marks && { ours: true, exact: true }) });
    below = at;
  }
  return result.reverse();
}

/** Older than what is settled; of the same time counts as older when `isOlder`. */
function isPast({ settledAt }: Chat, at: number, isOlder: boolean): boolean {
  return settledAt !== null && (at < settledAt || (isOlder && at === settledAt));
}

/** Drops the first `count` entries and remembers what they leave behind. */
function drop(chat: Chat, count: number, answered: boolean, gapMs: number): Chat {
  const gone = chat.entries.slice(0, count);
  let before = chat.before;
  for (const [index, entry] of gone.entries()) before = carryOver(before, entry, answered && index === count - 1, gapMs);
  return {
    ...chat,
    entries: chat.entries.slice(count),
    settledIds: [...chat.settledIds, ...gone.map((entry) => entry.id)].slice(-MAX_SETTLED_IDS),
    settledAt: gone.reduce((latest, entry) => Math.max(latest, entry.at), chat.settledAt ?? 0),
    before,
  };
}

/**
 * Lets out the waits that can no longer change: answered `settleMs` ago, or all that are answered
 * when `force` is set or the chat holds too much. Returns the same chat when there is none.
 */
export function settle(chat: Chat, options: ClockOptions, now: number, force: boolean): { chat: Chat; finished: Wait[] } {
  const finished: Wait[] = [];
  let rest = chat;
  while (rest.entries.length > 0) {
    const span = spans(rest.entries, rest.before, options.sessionGapMs)[0];
    const hurry = force || rest.entries.length > MAX_ENTRIES;
    const isOld = (index: number) => hurry || now - rest.entries[index]!.at >= options.settleMs;
    // What stands before the first wait, or without one, changes nothing once it is old.
    const idle = span ? span.start : rest.entries.length;
    if (idle > 0) {
      const keepFrom = rest.entries.findIndex((_, index) => index >= idle || !isOld(index));
      const count = keepFrom < 0 ? idle : keepFrom;
      if (count === 0) break;
      rest = drop(rest, count, false, options.sessionGapMs);
      if (count < idle) break;
    } else {
      if (!span || span.end === null || !isOld(span.end)) break;
      const counts = rest.entries[span.start]!.ours || rest.entries[span.end]!.ours;
      if (counts) finished.push(toWait(rest, span, options.site, rest.entries[span.end]!.at, 'answered'));
      rest = drop(rest, span.end + 1, true, options.sessionGapMs);
    }
  }
  return { chat: trim(rest), finished };
}

/** The waits of this chat that are answered but may still change: what `settle` would let out by and by. */
export function answeredWaits(chat: Chat, options: ClockOptions): Wait[] {
  return settle(chat, options, 0, true).finished;
}

/** A customer who writes on and on: the follow-ups past those that are kept with a wait are let go. */
function trim(chat: Chat): Chat {
  const excess = chat.entries.length - MAX_ENTRIES;
  if (excess <= 0) return chat;
  const gone = chat.entries.slice(MAX_FOLLOW_UPS + 1, MAX_FOLLOW_UPS + 1 + excess);
  return {
    ...chat,
    entries: chat.entries.toSpliced(MAX_FOLLOW_UPS + 1, excess),
    settledIds: [...chat.settledIds, ...gone.map((entry) => entry.id)].slice(-MAX_SETTLED_IDS),
  };
}

/** Closing or handing over: what is answered comes out, what is open ends unanswered. */
export function close(chat: Chat, options: ClockOptions, now: number): { chat: Chat; finished: Wait[] } {
  const { chat: rest, finished } = settle(chat, options, now, true);
  const wait = lastWait(rest, options, now, 'unanswered');
  if (wait) finished.push(wait);
  const empty = drop(rest, rest.entries.length, false, options.sessionGapMs);
  return { chat: { ...empty, before: { ...empty.before, lastAt: now, lastPage: false }, markedAt: null }, finished };
}
