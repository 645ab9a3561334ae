import { readTime, timeInId, isRelativeTime } from './time';
import { sidesOf, type Known, type Voice } from './sides';
import type { Item } from './item';
import type { ShownLine } from './stream';
import type { Side } from '../types';

/** How long after a send its message may take to show, in ms. */
const EXPECTED_FOR = 20_000;
const MOST_OWN = 8;

/** Turns read items into lines with side and time, and learns from what is sent whose voice is whose. */
export class Voices {
  private readonly own: Voice[] = [];
  private expected: { text: string; until: number; before: Set<Element> | null }[] = [];
  private lastElements = new Set<Element>();
  /** Names under which the messages read last were spoken. */
  authors: { customer: string; own: string } = { customer: '', own: '' };

  /** A message with this text is about to show, spoken by the agent. */
  expect(text: string, now: number): void {
    this.expected.push({ text: normalise(text), until: now + EXPECTED_FOR, before: this.lastElements });
    this.expected = this.expected.slice(-10);
  }

  /** Lines of the window in its order; days and times between messages are used up for their times. */
  linesOf(items: readonly Item[], known: Omit<Known, 'own'>, now: number): ShownLine[] {
    let day: number | undefined;
    let spoken: number | null = null;
    const messages: { item: Item; at: number | null }[] = [];
    for (const item of items) {
      const time = item.time ? readTime(item.time, now, day) : null;
      if (item.divider) {
        const divider = readTime(item.text, now);
        if (divider?.dated) day = divider.at;
        spoken = divider?.at ?? null;
        continue;
      }
      const inId = item.pageId ? timeInId(item.pageId, now) : null;
      messages.push({ item, at: time?.at ?? inId ?? spoken });
    }
    this.learn(messages.map(({ item }) => item), now);
    this.lastElements = new Set(items.map((item) => item.element));
    const authors = inheritAuthors(messages.map(({ item }) => item));
    const voices = messages.map(({ item }, at) => ({ ...item, author: authors[at]! }));
    const sides = sidesOf(voices, { ...known, own: this.own });
    const namesOf = (side: Side): string[] => voices.filter((_, at) => sides[at] === side).map(({ author }) => author);
    this.authors = { customer: usualName(namesOf('customer')), own: usualName(namesOf('agent')) };
    const ids = messages.map(({ item }) => item.pageId);
    const unique = new Set(ids.filter((id) => id !== null)).size === ids.filter((id) => id !== null).length;
    return messages.map(({ item, at }, place) => ({
      pageId: unique ? item.pageId : null,
      content: item.text,
      node: item.element,
      side: item.side ?? sides[place]!,
      text: item.text,
      at: item.time && isRelativeTime(item.time) && at === now ? null : at,
    }));
  }

  private learn(items: readonly Item[], now: number): void {
    this.expected = this.expected.filter((wanted) => {
      const item = items.findLast((other) => normalise(other.text) === wanted.text && !wanted.before?.has(other.element));
      if (!item) return wanted.until > now;
      const { place, author, avatar, paint, tokens, robot, note } = item;
      this.own.push({ place, author, avatar, paint, tokens, robot, note });
      if (this.own.length > MOST_OWN) this.own.shift();
      return false;
    });
  }
}

/** The last name that stands on half of one side's messages or more: one that stands on few is that of somebody quoted. */
function usualName(names: readonly string[]): string {
  return names.findLast((name) => name !== '' && names.filter((other) => other === name).length * 2 >= names.length) ?? '';
}

/** Pages that show name and picture once for several messages in a row leave them out of the following. */
function inheritAuthors(items: readonly Item[]): string[] {
  let author = '';
  let before: Item | null = null;
  return items.map((item) => {
    const apart = before === null || before.place !== item.place || before.paint !== item.paint;
    if (item.author !== '') author = item.author;
    else if (apart || item.avatar !== '' || item.place === 'middle') author = '';
    before = item;
    return author;
  });
}

const normalise = (text: string): string => text.replace(/\s+/g, ' ').trim();
