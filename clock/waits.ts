import type { IncomingMessage, OpenChat } from '../chat/types.ts';
import type { Chat, ClockOptions } from './chat.ts';
import { close, newChat, openWait, settle, takeMessages } from './chat.ts';
import { storedClockSchema } from './stored.ts';
import type { OpenWait, Wait, WaitLevel } from './wait.ts';

/**
 * The clock: who has been waiting since when, on one site. Plain data that survives JSON: keep it
 * anywhere, restore it (`restoreClock`) and feed it the same messages again; each counts once.
 */
export interface ClockState {
  version: 1;
  options: ClockOptions;
  /** The latest time heard of. */
  now: number;
  /** What happened before is none of our business, unless it is still waiting. */
  watchedFrom: number;
  /** Most recently touched first; at most `MAX_CHATS`. */
  chats: Chat[];
  /** Finished waits that nobody has yet confirmed as stored, oldest first. */
  finished: Wait[];
  /** Chats in which somebody waited when the clock was kept, and that the page has not shown since: key and when it was last known to show it. */
  unseen: [key: string, at: number][];
}

/** Every event carries the computer's clock, in epoch ms. */
export type ClockEvent = { now: number } & (
  | {
      /** Messages in page order: the whole `ChatSnapshot.messages` (best: it shows what stands above what) or only new ones. An edit is the same id again. */
      type: 'messages';
      messages: IncomingMessage[];
      customer?: { key: string; name: string };
    }
  /** The rows of the console's list. Send `messages` of the same snapshot first. */
  | { type: 'chats'; chats: OpenChat[] }
  /** These messages were taken back; a wait that hung on them changes or goes. */
  | { type: 'withdrawn'; customerKey: string; ids: string[] }
  /** The chat was closed or handed over; `at` where that was before now. */
  | { type: 'closed'; customerKey: string; at?: number }
  /** The agent was told of these customers (sound, notification). */
  | { type: 'alerted'; customerKeys: string[] }
  /** These finished waits are stored, or are not wanted. */
  | { type: 'stored'; ids: string[] }
  /** Nothing happened but time. */
  | { type: 'time' }
);

const MAX_CHATS = 100;
const MAX_FINISHED = 1000;
/** After a longer silence the messages in between were somebody else's watch. */
const RESUME_MS = 30 * 60_000;

/**
 * House rule: 20 s. `soon` from half of the target: with 20 s that leaves 10 s, about what a short
 * answer takes to pick or type; a warning at three quarters comes too late to act on.
 * Consoles let a message be withdrawn for two minutes, hence `settleMs`.
 */
export const defaultOptions: Omit<ClockOptions, 'site'> = {
  targetMs: 20_000,
  soonShare: 0.5,
  sessionGapMs: 10 * 60_000,
  settleMs: 2 * 60_000,
  staleMs: null,
};

/** A clock that begins to watch at `now`. */
export function createClock(options: Partial<ClockOptions> & { site: string }, now: number): ClockState {
  return { version: 1, options: { ...defaultOptions, ...options }, now, watchedFrom: now, chats: [], finished: [], unseen: [] };
}

/**
 * Goes on with a clock that was kept as JSON, under the options of today; null when the text is not
 * one that this version can read.
 */
export function restoreClock(json: string, options: Partial<ClockOptions> & { site: string }, now: number): ClockState | null {
  const stored = parse(json);
  if (!stored) return null;
  const watchedFrom = now - stored.now > RESUME_MS ? now : stored.watchedFrom;
  const state = { ...stored, options: { ...defaultOptions, ...options }, watchedFrom };
  const known = new Set(stored.unseen.map(([key]) => key));
  const open = state.chats.filter((chat) => !known.has(chat.key) && openWait(chat, state.options) !== null);
  const unseen = [...stored.unseen, ...open.map(({ key }): [string, number] => [key, stored.now])];
  return reduce({ ...state, unseen }, { type: 'time', now });
}

function parse(json: string): Omit<ClockState, 'options'> | null {
  try {
    return storedClockSchema.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** The state after `event`. Never changes `state`. */
export function reduce(state: ClockState, event: ClockEvent): ClockState {
  const set = event.now < state.now ? setBack(state, event.now) : state;
  return settleAll(apply({ ...set, now: event.now }, event));
}

function apply(state: ClockState, event: ClockEvent): ClockState {
  switch (event.type) {
    case 'messages':
      return onMessages(state, event.messages, event.customer);
    case 'chats':
      return onChats(state, event.chats);
    case 'withdrawn': {
      const chat = state.chats.find(({ key }) => key === event.customerKey);
      if (!chat) return state;
      const entries = chat.entries.map((entry) => (event.ids.includes(entry.id) ? { ...entry, side: 'system' as const } : entry));
      return touch(state, { ...chat, entries });
    }
    case 'closed': {
      const chat = state.chats.find(({ key }) => key === event.customerKey);
      if (!chat) return state;
      const { chat: rest, finished } = close(chat, state.options, Math.min(event.at ?? state.now, state.now));
      return touch({ ...seen(state, [event.customerKey]), finished: [...state.finished, ...finished] }, rest);
    }
    case 'alerted': {
      const told = new Set(event.customerKeys);
      return { ...state, chats: state.chats.map((chat) => (told.has(chat.key) ? { ...chat, alertedAt: event.now } : chat)) };
    }
    case 'stored': {
      const stored = new Set(event.ids);
      return { ...state, finished: state.finished.filter(({ id }) => !stored.has(id)) };
    }
    case 'time':
      return state;
  }
}

function onMessages(state: ClockState, messages: IncomingMessage[], customer?: { key: string; name: string }): ClockState {
  const byKey = new Map<string, IncomingMessage[]>();
  for (const message of messages) {
    const list = byKey.get(message.customerKey);
    if (list) list.push(message);
    else byKey.set(message.customerKey, [message]);
  }
  let next = seen(state, [...byKey.keys()]);
  for (const [key, list] of byKey) {
    const known = next.chats.find((chat) => chat.key === key);
    let chat = takeMessages(known ?? newChat(key, ''), list, next.options, next.now, next.watchedFrom);
    if (customer?.key === key && chat.name !== customer.name) chat = { ...chat, name: customer.name };
    if (chat !== known) next = touch(next, chat);
  }
  return next;
}

/** A chat in the list with something unread waits since its mark was first seen, unless its messages say more. */
function onChats(state: ClockState, rows: OpenChat[]): ClockState {
  const known = new Map(state.chats.map((chat) => [chat.key, chat]));
  let next = seen(state, rows.map(({ key }) => key));
  for (const row of rows) {
    const before = known.get(row.key);
    const unread = !row.active && row.unread > 0;
    if (!before && !unread) continue;
    const chat = before ?? newChat(row.key, row.name);
    const waits = unread && openWait(chat, state.options) === null;
    const markedAt = waits ? state.now : unread || row.active ? chat.markedAt : null;
    if (chat === before && chat.markedAt === markedAt && chat.name === row.name) continue;
    next = touch(next, { ...chat, name: row.name, markedAt });
  }
  return next;
}

/** The page shows these chats: nothing need be supposed of them. */
function seen(state: ClockState, keys: string[]): ClockState {
  if (state.unseen.length === 0) return state;
  const shown = new Set(keys);
  return { ...state, unseen: state.unseen.filter(([key]) => !shown.has(key)) };
}

/**
 * Puts a changed chat first. The one that was untouched longest makes room, before all one in which
 * nobody waits; else its wait ends unanswered.
 */
function touch(state: ClockState, chat: Chat): ClockState {
  const chats = [chat, ...state.chats.filter(({ key }) => key !== chat.key)];
  if (chats.length <= MAX_CHATS) return { ...state, chats };
  const idle = chats.findLastIndex((one) => openWait(one, state.options) === null);
  const [gone] = chats.splice(idle > 0 ? idle : -1, 1);
  return { ...state, chats, finished: [...state.finished, ...close(gone!, state.options, state.now).finished] };
}

/** Keeps `chats` and `finished` the same arrays when nothing settles, so that a reader sees what changed. */
function settleAll(state: ClockState): ClockState {
  const finished: Wait[] = [];
  const chats = state.chats.map((chat) => {
    if (chat.entries.length === 0) return chat;
    const settled = settle(chat, state.options, state.now, false);
    finished.push(...settled.finished);
    return settled.chat;
  });
  const isSame = chats.every((chat, index) => chat === state.chats[index]);
  if (isSame) return state;
  return { ...state, chats, finished: finished.length > 0 ? [...state.finished, ...finished].slice(-MAX_FINISHED) : state.finished };
}

/**
 * The computer's clock was set back. Times that we saw ourselves move with it, so that a wait keeps
 * its length; the page's own times stay, but nothing lies in the future.
 */
function setBack(state: ClockState, now: number): ClockState {
  const by = state.now - now;
  const moved = <T extends number | null>(at: T, page: boolean) => (at === null ? at : page ? Math.min(at, now) : at - by) as T;
  const chats = state.chats.map((chat) => ({
    ...chat,
    entries: chat.entries.map((entry) => ({ ...entry, at: moved(entry.at, entry.page) })),
    settledAt: moved(chat.settledAt, true),
    before: { ...chat.before, lastAt: moved(chat.before.lastAt, chat.before.lastPage) },
    markedAt: moved(chat.markedAt, false),
    alertedAt: moved(chat.alertedAt, false),
  }));
  const unseen = state.unseen.map(([key, at]): [string, number] => [key, Math.min(at, now)]);
  return { ...state, chats, unseen, watchedFrom: Math.min(state.watchedFrom, now) };
}

/** How urgent a wait of `elapsedMs` is. `late` only past the target: an answer at 20.000 s is in time. */
export function levelOf(elapsedMs: number, { targetMs, soonShare }: Pick<ClockOptions, 'targetMs' | 'soonShare'>): WaitLevel {
  if (elapsedMs > targetMs) return 'late';
  return elapsedMs >= targetMs * soonShare ? 'soon' : 'calm';
}

/** Everybody who is waiting, most urgent first. `now` may be later than the last event, never earlier in effect. */
export function openWaits(state: ClockState, now: number): OpenWait[] {
  const waits: OpenWait[] = [];
  for (const chat of state.chats) {
    const wait = openWait(chat, state.options);
    if (!wait) continue;
    const elapsedMs = Math.max(0, now - wait.since);
    waits.push({ ...wait, elapsedMs, level: levelOf(elapsedMs, state.options) });
  }
  return waits.sort((a, b) => a.since - b.since || (a.customerKey < b.customerKey ? -1 : 1));
}

/** Those who are late and of whom the agent has not been told; answer with an `alerted` event. */
export function dueAlerts(state: ClockState, now: number): OpenWait[] {
  const toldAt = new Map(state.chats.map((chat) => [chat.key, chat.alertedAt ?? -Infinity]));
  return openWaits(state, now).filter((wait) => wait.level === 'late' && wait.since > toldAt.get(wait.customerKey)!);
}

/** The next epoch ms after `now` at which a wait changes its level; null when none will. One timer does for all. */
export function nextChange(state: ClockState, now: number): number | null {
  const { targetMs, soonShare } = state.options;
  let next = Infinity;
  for (const { since } of openWaits(state, now)) {
    for (const at of [Math.ceil(since + targetMs * soonShare), since + targetMs + 1]) {
      if (at > now) next = Math.min(next, at);
    }
  }
  return next === Infinity ? null : next;
}
