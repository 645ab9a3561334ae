import { align, type Line } from './align';
import type { IncomingMessage, Side } from '../types';

/** A line of the window with what was read in it. */
export interface ShownLine extends Line {
  side: Side;
  text: string;
  /** Epoch ms, where the page shows it. */
  at: number | null;
}

interface KnownLine extends Line {
  message: IncomingMessage;
}

/** Most lines kept for one chat; older ones are forgotten. */
const MOST_LINES = 20_000;

/** One chat's messages as they were seen so far, each once. */
export class Stream {
  private known: KnownLine[] = [];
  private readonly counts = new Map<string, number>();
  private fresh: IncomingMessage[] = [];

  constructor(public customerKey: string) {}

  get isEmpty(): boolean {
    return this.known.length === 0;
  }

  /** The last `count` messages, oldest first. */
  last(count: number): IncomingMessage[] {
    return this.known.slice(-count).map((line) => line.message);
  }

  /** How the window differs from what is known: not at all or by new lines at its end, by lines further up, or wholly. */
  change(shown: readonly ShownLine[]): 'grown' | 'rearranged' | 'replaced' {
    const places = align(this.known, shown);
    const last = places.findLastIndex((place) => place >= 0);
    if (last < 0) return this.known.length > 0 && shown.length > 0 ? 'replaced' : 'grown';
    return places.slice(0, last).some((place) => place < 0) ? 'rearranged' : 'grown';
  }

  /**
   * Takes the window that the page shows now; gives back the messages not seen before, in order.
   * `opening`: the chat was just opened, so that whatever it shows was there before. `now` in epoch ms.
   */
  take(shown: readonly ShownLine[], opening: boolean, now: number): IncomingMessage[] {
    const places = align(this.known, shown);
    const wasEmpty = this.known.length === 0;
    const matched = places.filter((place) => place >= 0).length;
    const lastMatched = places.findLastIndex((place) => place >= 0);
    const strange = !wasEmpty && matched === 0;
    this.fresh = [];
    for (const line of this.known) line.node = null;
    const merged: KnownLine[] = [];
    let taken = 0;
    shown.forEach((line, at) => {
      const place = places[at]!;
      if (place >= 0) {
        while (taken < place) merged.push(this.known[taken++]!);
        merged.push(update(this.known[place]!, line));
        taken = place + 1;
        return;
      }
      const next = places.slice(at).find((other) => other >= 0);
      while (next !== undefined && taken < next && at > lastMatched) merged.push(this.known[taken++]!);
      if (next === undefined) while (taken < this.known.length) merged.push(this.known[taken++]!);
      const behind = shown.length - 1 - lastMatched;
      const history = opening || strange || (at < lastMatched && lastMatched - at > 3) || (wasEmpty && shown.length > 1) || (matched > 0 && at < places.findIndex((other) => other >= 0)) || behind > 40;
      merged.push(this.add(line, history, now));
    });
    while (taken < this.known.length) merged.push(this.known[taken++]!);
    this.known = merged.length > MOST_LINES ? merged.slice(-MOST_LINES) : merged;
    return this.fresh;
  }

  private add(line: ShownLine, history: boolean, now: number): KnownLine {
    const base = line.pageId ?? `${hash(`${this.customerKey}\n${line.content}`)}`;
    const count = this.counts.get(base) ?? 0;
    this.counts.set(base, count + 1);
    const message: IncomingMessage = {
      id: count === 0 ? base : `${base}.${count}`,
      customerKey: this.customerKey,
      side: line.side,
      text: line.text,
      at: line.at ?? now,
      atSource: line.at === null ? 'seen' : 'page',
      history,
    };
    this.fresh.push(message);
    return { pageId: line.pageId, content: line.content, node: line.node, message };
  }

  /** The chat turned out to have another key; what was handed on keeps the old one. */
  rename(customerKey: string): void {
    this.customerKey = customerKey;
    for (const line of this.known) line.message = { ...line.message, customerKey };
  }
}

function update(known: KnownLine, line: ShownLine): KnownLine {
  const { message } = known;
  const changed = message.side !== line.side || message.text !== line.text;
  return {
    pageId: line.pageId ?? known.pageId,
    content: line.content,
    node: line.node,
    message: changed ? { ...message, side: line.side, text: line.text } : message,
  };
}

/** FNV-1a over UTF-16 code units, 53 bits: short, stable, not for secrets. */
function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return ((high >>> 11) * 4294967296 + (low >>> 0)).toString(36);
}
