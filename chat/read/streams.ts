import { Stream, type ShownLine } from './stream';
import type { IncomingMessage } from '../types';

export interface Taken {
  /** Key of the chat that the messages were taken for. */
  key: string;
  /** The chat's last messages, oldest first. */
  messages: IncomingMessage[];
  fresh: IncomingMessage[];
  /** Read again after so many ms: the page is in the middle of changing chats. Null when all is taken. */
  wait: number | null;
}

/** Chats whose messages are remembered; the longest unopened is forgotten first. */
const MOST_CHATS = 300;
/** Lines remembered of all chats together; beyond, those longest unopened keep only their last ones. */
const MOST_LINES = 3000;
/** What is kept of a chat that makes room: about what a page shows as the chat is opened again. */
const LINES_ASIDE = 60;
/** Messages handed on in a snapshot. */
const MOST_SHOWN = 200;
/** Pages change header and messages at different times; this long one may lag behind the other, in ms. */
const SWITCH_TIME = 1500;
/** A list that changed this recently is still being filled, in ms. */
const QUIET = 120;
/** After opening, what fills an empty list within this time was there before, in ms. */
const OPENING = 1000;

/** The message streams of all chats that were opened, and the care it takes to change between them. */
export class Streams {
  private readonly streams = new Map<string, Stream>();
  private current: Stream | null = null;
  private openedAt = 0;
  private window: readonly ShownLine[] = [];
  private changing: { key: string; since: number } | null = null;

  private atEnd = () => true;

  /**
   * Takes what the page shows for chat `key` at `now`; `changedAt`: when the list last changed. Epoch ms.
   * `atEnd`: whether the list is scrolled to its newest message.
   */
  take(key: string, shown: readonly ShownLine[], now: number, changedAt: number, atEnd: () => boolean = () => true): Taken {
    this.atEnd = atEnd;
    const current = this.current;
    if (!current) {
      this.open(key, now);
      return this.add(shown, true, now);
    }
    if (key === current.customerKey) {
      return this.takeCurrent(current, shown, now, changedAt);
    }
    if (this.changing?.key !== key) this.changing = { key, since: now };
    const waited = now - this.changing.since;
    const stale = this.isStale(shown);
    if (waited < SWITCH_TIME && (stale || now - changedAt < QUIET)) return this.hold(QUIET);
    this.changing = null;
    if (stale && this.window.length > 0 && !this.streams.has(key)) {
      // The same messages under another name: the name came late.
      this.streams.delete(current.customerKey);
      current.rename(key);
      this.streams.set(key, current);
      return this.add(shown, false, now);
    }
    this.open(key, now);
    return this.add(shown, true, now);
  }

  private takeCurrent(current: Stream, shown: readonly ShownLine[], now: number, changedAt: number): Taken {
    const change = current.change(shown);
    if (change !== 'grown') {
      // Other messages under the old name, or a page in the middle of putting lines in place: wait till it has done.
      if (this.changing?.key !== current.customerKey) this.changing = { key: current.customerKey, since: now };
      const waited = now - this.changing.since;
      if (change === 'replaced' ? waited < SWITCH_TIME / 3 : waited < SWITCH_TIME && now - changedAt < QUIET) return this.hold(QUIET);
    }
    this.changing = null;
    return this.add(shown, current.isEmpty && now - this.openedAt < OPENING, now);
  }

  private open(key: string, now: number): void {
    this.current?.rest();
    this.current = this.streams.get(key) ?? new Stream(key);
    this.current.wake();
    this.streams.delete(key);
    this.streams.set(key, this.current);
    if (this.streams.size > MOST_CHATS) this.streams.delete(this.streams.keys().next().value!);
    this.openedAt = now;
  }

  private add(shown: readonly ShownLine[], opening: boolean, now: number): Taken {
    this.window = shown;
    const stream = this.current!;
    const fresh = stream.take(shown, opening, now, this.atEnd);
    if (fresh.length > 0) this.makeRoom();
    return { key: stream.customerKey, messages: stream.last(MOST_SHOWN), fresh, wait: null };
  }

  private makeRoom(): void {
    let lines = 0;
    for (const { size } of this.streams.values()) lines += size;
    for (const stream of this.streams.values()) {
      if (lines <= MOST_LINES) return;
      if (stream === this.current) continue;
      lines -= Math.max(0, stream.size - LINES_ASIDE);
      stream.keepLast(LINES_ASIDE);
    }
  }

  private hold(wait: number): Taken {
    const stream = this.current!;
    return { key: stream.customerKey, messages: stream.last(MOST_SHOWN), fresh: [], wait };
  }

  /** The list still shows the messages of the chat before. */
  private isStale(shown: readonly ShownLine[]): boolean {
    if (this.window.length === 0) return shown.length === 0;
    const before = new Map(this.window.map((line) => [line.node, line.content]));
    const same = shown.filter((line) => before.get(line.node) === line.content).length;
    return same > 0 && same * 2 >= shown.length;
  }
}
