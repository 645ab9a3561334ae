import { act, agentSays, arrive, end, type Chat, type Surroundings } from './customer';
import { draw, shuffled } from './draw';
import type { Scene, SceneFile } from './scenes';

/**
 * The whole practice shift as a state machine: events with their epoch time (whole ms) in, the next
 * state and what happened out. Between two events nothing runs; `nextDue` says when to come back.
 */

export interface ShiftOptions {
  /** Customers at the same time. */
  customers: number;
  /** The script's durations are divided by it. */
  pace: number;
  /** The same seed brings the same customers in the same order. */
  seed: number;
  /** Id of the only scene to play. */
  scene?: string;
}

interface Arrival {
  /** Shift ms; null while there is no room for one more customer. */
  at: number | null;
  chatId: string;
  name: string;
  scene: Scene;
}

export interface Shift {
  status: 'ready' | 'running' | 'paused' | 'over';
  file: SceneFile;
  options: ShiftOptions;
  /** Epoch ms; null before the start. */
  startedAt: number | null;
  /** Epoch ms of the pause that is on. */
  pausedAt: number | null;
  /** All pauses that are over, ms. */
  pausedMs: number;
  /** Shift ms up to which everything due was done. */
  elapsed: number;
  arrivals: Arrival[];
  chats: Chat[];
  openChatId: string | null;
}

export type ShiftEvent =
  | { type: 'start' | 'pause' | 'resume' | 'tick' }
  | { type: 'pace'; pace: number }
  | { type: 'open' | 'close'; chatId: string }
  | { type: 'send'; chatId: string; text: string };

export type Happening =
  | { type: 'arrived' | 'wrote' | 'ended'; chatId: string }
  | { type: 'over' };

export interface Outcome {
  shift: Shift;
  happenings: Happening[];
}

/** The house rule: no customer message waits longer than 20 s for an answer. */
export const TARGET_MS = 20_000;

const FIRST_ARRIVAL = 1500;
const ARRIVAL_EVERY = [5000, 14_000] as const;
const NEXT_ARRIVAL = [3000, 8000] as const;

/** A shift that has not begun. Unless one scene is asked for, every scene is played once, shuffled. */
export function newShift(file: SceneFile, options: ShiftOptions): Shift {
  const next = draw(options.seed);
  const only = file.scenes.filter(({ id }) => id === options.scene);
  const scenes = only.length > 0 ? only : shuffled(file.scenes, next);
  const total = Math.max(scenes.length, only.length > 0 ? 1 : options.customers);
  let at = FIRST_ARRIVAL;
  const arrivals = Array.from({ length: total }, (_, i): Arrival => {
    const scene = scenes[i % scenes.length] as Scene;
    const round = Math.floor(i / scenes.length) + 1;
    const arrival = {
      at: i < options.customers ? Math.round(at / options.pace) : null,
      chatId: round === 1 ? scene.id : `${scene.id}-${round}`,
      name: round === 1 ? scene.customer.name : `${scene.customer.name} ${round}`,
      scene,
    };
    at += between(ARRIVAL_EVERY, next);
    return arrival;
  });
  return {
    status: 'ready', file, options, startedAt: null, pausedAt: null, pausedMs: 0, elapsed: 0,
    arrivals, chats: [], openChatId: null,
  };
}

function between([low, high]: readonly [number, number], next: () => number): number {
  return low + (high - low) * next();
}

function around(shift: Shift): Surroundings {
  const zero = (shift.startedAt ?? 0) + shift.pausedMs;
  return { file: shift.file, pace: shift.options.pace, wall: (at) => zero + at };
}

/** Shift ms at the epoch time `now`; never runs backwards, stands still in a pause. */
export function shiftTime(shift: Shift, now: number): number {
  if (shift.startedAt === null) return 0;
  return Math.max(shift.elapsed, (shift.pausedAt ?? now) - shift.startedAt - shift.pausedMs);
}

function earliest(shift: Shift): number {
  return Math.min(
    ...shift.arrivals.map(({ at }) => at ?? Infinity),
    ...shift.chats.map((chat) => chat.agenda[0]?.at ?? Infinity),
  );
}

/**
 * Epoch ms at which `tick` should be sent next: something is due, or a wait passes the target.
 * Null when nothing will happen by itself.
 */
export function nextDue(shift: Shift): number | null {
  if (shift.status !== 'running') return null;
  const late = shift.chats.flatMap(({ waits }) => waits.filter((w) => w.until === null).map((w) => w.since + TARGET_MS));
  const at = Math.min(earliest(shift), ...late.filter((t) => t > shift.elapsed));
  return at === Infinity ? null : around(shift).wall(at);
}

function replace(shift: Shift, chat: Chat): Shift {
  const seen = chat.id === shift.openChatId ? { ...chat, unread: 0 } : chat;
  return { ...shift, chats: shift.chats.map((other) => (other.id === chat.id ? seen : other)) };
}

/** Makes room after a chat's end for the next in the queue, and sees whether the shift is over. */
function afterEnd(shift: Shift, chatId: string, at: number, happenings: Happening[]): Shift {
  happenings.push({ type: 'ended', chatId });
  const next = draw(shift.options.seed + shift.chats.length + at);
  const index = shift.arrivals.findIndex((arrival) => arrival.at === null);
  const arrivals = shift.arrivals.map((arrival, i) =>
    i === index ? { ...arrival, at: at + Math.round(between(NEXT_ARRIVAL, next) / shift.options.pace) } : arrival,
  );
  const over = arrivals.length === 0 && shift.chats.every(({ outcome }) => outcome !== 'open');
  if (over) happenings.push({ type: 'over' });
  return { ...shift, arrivals, status: over ? 'over' : shift.status };
}

function runTo(shift: Shift, until: number, happenings: Happening[]): Shift {
  let now = shift;
  for (let at = earliest(now); at <= until && now.status === 'running'; at = earliest(now)) {
    const arrival = now.arrivals.find((candidate) => candidate.at === at);
    if (arrival) {
      const chat = arrive(arrival.chatId, arrival.scene, arrival.name, at, around(now));
      const arrivals = now.arrivals.filter((other) => other !== arrival);
      now = { ...now, arrivals, chats: [...now.chats, chat], openChatId: now.openChatId ?? chat.id };
      happenings.push({ type: 'arrived', chatId: chat.id });
      continue;
    }
    const chat = now.chats.find((candidate) => candidate.agenda[0]?.at === at);
    if (!chat) break;
    const acted = act(chat, around(now));
    now = replace(now, acted);
    if (acted.unread > chat.unread) happenings.push({ type: 'wrote', chatId: chat.id });
    if (acted.outcome !== 'open') now = afterEnd(now, chat.id, at, happenings);
  }
  return { ...now, elapsed: Math.max(now.elapsed, until) };
}

/** Keeps what is still to come in proportion when the pace changes. */
function changePace(shift: Shift, pace: number): Shift {
  const ratio = shift.options.pace / pace;
  const move = (at: number) => shift.elapsed + Math.round((at - shift.elapsed) * ratio);
  return {
    ...shift,
    options: { ...shift.options, pace },
    arrivals: shift.arrivals.map((a) => ({ ...a, at: a.at === null ? null : move(a.at) })),
    chats: shift.chats.map((c) => ({ ...c, agenda: c.agenda.map((due) => ({ ...due, at: move(due.at) })) })),
  };
}

/** Brings the shift to `now` (epoch, whole ms) and applies the event. An event that does not fit changes nothing. */
export function advance(before: Shift, event: ShiftEvent, now: number): Outcome {
  const happenings: Happening[] = [];
  if (event.type === 'start') {
    return { shift: before.status === 'ready' ? { ...before, status: 'running', startedAt: now } : before, happenings };
  }
  if (event.type === 'resume') {
    if (before.status !== 'paused' || before.pausedAt === null) return { shift: before, happenings };
    const pausedMs = before.pausedMs + Math.max(0, now - before.pausedAt);
    return { shift: { ...before, status: 'running', pausedAt: null, pausedMs }, happenings };
  }
  const at = shiftTime(before, now);
  const shift = before.status === 'running' ? runTo(before, at, happenings) : { ...before, elapsed: at };
  return { shift: apply(shift, event, now, at, happenings), happenings };
}

function apply(shift: Shift, event: ShiftEvent, now: number, at: number, happenings: Happening[]): Shift {
  if (event.type === 'pause') return shift.status === 'running' ? { ...shift, status: 'paused', pausedAt: now } : shift;
  if (event.type === 'pace') return changePace(shift, event.pace);
  if (!('chatId' in event)) return shift;
  const chat = shift.chats.find(({ id }) => id === event.chatId);
  if (!chat) return shift;
  if (event.type === 'open') return replace({ ...shift, openChatId: chat.id }, chat);
  if (event.type === 'send') {
    return shift.status === 'paused' ? shift : replace(shift, agentSays(chat, event.text, at, around(shift)));
  }
  if (chat.outcome !== 'open') return shift;
  return afterEnd(replace(shift, end(chat, 'closed', at, around(shift))), chat.id, at, happenings);
}
