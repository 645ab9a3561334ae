import type { IncomingMessage, OpenChat, Side } from '../../../chat/types.ts';
import type { ClockEvent, ClockState } from '../../../clock/waits.ts';
import { createClock, openWaits, reduce } from '../../../clock/waits.ts';

/** An arbitrary moment with no round minute near it: 2026-11-24 02:13:07.123 UTC. */
export const T0 = Date.UTC(2026, 10, 24, 2, 13, 7, 123);

/** A live message with the page's own time, unless told otherwise. */
export function message(id: string, side: Side, at: number, over: Partial<IncomingMessage> = {}): IncomingMessage {
  return { id, customerKey: 'amy', side, text: '', at, atSource: 'page', history: false, ...over };
}

/** A row of the list of chats. */
export function row(key: string, unread: number, active = false): OpenChat {
  return { key, name: key, active, unread };
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const fresh = () => createClock({ site: 'test' }, T0);
export const play = (state: ClockState, ...events: ClockEvent[]) => events.reduce(reduce, state);
export const say = (now: number, ...messages: IncomingMessage[]): ClockEvent => ({ type: 'messages', now, messages });
export const time = (now: number): ClockEvent => ({ type: 'time', now });
export const c = (id: string, at: number, over?: Partial<IncomingMessage>) => message(id, 'customer', at, over);
export const a = (id: string, at: number, over?: Partial<IncomingMessage>) => message(id, 'agent', at, over);
export const untimed = { atSource: 'seen', history: true } as const;

/** What was counted, in short: [id, since, duration]. */
export const counted = (state: ClockState) => state.finished.map((wait) => [wait.id, wait.since - T0, wait.endedAt! - wait.since]);
export const waiting = (state: ClockState, now: number) => openWaits(state, now).map((wait) => [wait.customerKey, wait.since - T0, wait.level]);
