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
  /** The element while another chat is in front, for as long as the page has it. */
  resting?: WeakRef<object> | null;
}

/** Most lines kept for one chat; older ones are forgotten, and are history when the page shows them again. */
const MOST_LINES = 1000;
/**
 * Lines above a message of which its id is made, where the page gives none: "ok" is said many times a
 * day, and after a reload nobody can count how often.
 */
const BEFORE = 2;
/** More lines than this added at one stroke were loaded, not written. */
const MOST_AT_ONCE = 40;

/** One chat's messages as they were seen so far, each once. */
export class Stream {
  private known: KnownLine[] = [];
  private readonly ids = new Set<string>();
  private fresh: IncomingMessage[] = [];

  constructor(public customerKey: string) {}

  get isEmpty(): boolean {
    return this.known.length === 0;
  }

  /** Lines that are remembered. */
  get size(): number {
    return this.known.length;
  }

  /** Forgets all but the last `count` lines. */
  keepLast(count: number): void {
    const gone = this.known.length - count;
    for (const line of this.known.slice(0, Math.max(0, gone))) this.ids.delete(line.message.id);
    if (gone > 0) this.known = this.known.slice(gone);
  }

  /** Another chat comes to the front: elements that the page lets go of are not kept for this one. */
  rest(): void {
    for (const line of this.known) {
      line.resting = line.node && new WeakRef(line.node);
      line.node = null;
    }
  }

  /** In front again; a page that kept the chat's elements out of sight shows the same ones. */
  wake(): void {
    for (const line of this.known) line.node = line.resting?.deref() ?? null;
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
   * `atEnd`: the page shows the end of the conversation; asked only where nothing else tells.
   */
  take(shown: readonly ShownLine[], opening: boolean, now: number, atEnd: () => boolean = () => true): IncomingMessage[] {
    const places = align(this.known, shown);
    const first = places.findIndex((place) => place >= 0);
    const last = places.findLastIndex((place) => place >= 0);
    const isOlder = last < shown.length - 1 && !opening && this.isOlder(shown.slice(last + 1), places[last] ?? -1, atEnd);
    const wasThere = (at: number): boolean => {
      if (opening || isOlder) return true;
      // Nothing in common: the page jumped, or filled an empty list at one stroke.
      if (first < 0) return this.known.length > 0 || shown.length > 1;
      if (at > last) return shown.length - 1 - last > MOST_AT_ONCE;
      // Between known lines near the end a message came late; further up it was loaded.
      return at < first || last - at > 3;
    };
    for (const line of this.known) line.node = null;
    this.fresh = [];
    const merged: KnownLine[] = [];
    let taken = 0;
    const keepUpTo = (place: number): void => {
      while (taken < place) merged.push(this.known[taken++]!);
    };
    shown.forEach((line, at) => {
      const place = places[at]!;
      if (place >= 0) {
        keepUpTo(place);
        merged.push(update(this.known[place]!, line));
        taken = place + 1;
      } else {
        if (at > last && !isOlder) keepUpTo(this.known.length);
        merged.push(this.add(line, merged, wasThere(at), now));
      }
    });
    keepUpTo(this.known.length);
    this.known = merged;
    this.keepLast(MOST_LINES);
    return this.fresh;
  }

  /**
   * Whether `lines`, new ones that stand below everything known in the window (its last being the one at
   * `place`, -1 for none), are history all the same: a list that draws only what is in sight jumped to
   * where it had not been. By the page's times, or because the list is not at its end.
   */
  private isOlder(lines: readonly ShownLine[], place: number, atEnd: () => boolean): boolean {
    const newest = this.known.at(-1)?.message;
    if (!newest || place === this.known.length - 1) return false;
    const at = lines.findLast((line) => line.at !== null)?.at ?? null;
    return at !== null && newest.atSource === 'page' && at !== newest.at ? at < newest.at : !atEnd();
  }

  private add(line: ShownLine, before: readonly KnownLine[], history: boolean, now: number): KnownLine {
    const base = line.pageId ?? hash([this.customerKey, ...before.slice(-BEFORE).map(({ content }) => content), line.content].join('\n'));
    let id = base;
    for (let count = 1; this.ids.has(id); count++) id = `${base}.${count}`;
    this.ids.add(id);
    const message: IncomingMessage = {
      id,
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
