import type { IncomingMessage, OpenChat, Side } from '../../../chat/types.ts';

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
