import { bubblesOf } from './bubbles';
import type { Segment } from './segments';
import { isTime } from './time';
import { isReaction, isStatus, withoutStatus } from './words';

/** What stands in and around a message, told apart. */
export interface Labelled {
  main: Segment[];
  /** Speaker's name; empty when none is shown. */
  author: string;
  /** The time shown, as text; empty when none is. */
  time: string;
  /** What else stands above the text: a speaker's part, a mail address. */
  beside: string[];
}

const CLOCK = /\d{1,2}[:：]\d{2}/;
const BETWEEN = /\s*[·•|,，]\s*|\s+[-–—]\s+|\s{2,}|\n/;

/** A name and a time that stand in one line, in either order; `time` is empty when there is none. */
export function splitLabel(text: string): { name: string; time: string } {
  const line = text.trim();
  if (isTime(line)) return { name: '', time: line };
  const words = line.split(/\s+/);
  for (let at = 1; at < words.length; at++) {
    const [head, tail] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    if (isTime(tail)) return { name: trimName(head), time: trimTime(tail) };
    if (isTime(head) && CLOCK.test(head)) return { name: trimName(tail), time: trimTime(head) };
  }
  for (const piece of line.split(BETWEEN)) {
    if (isTime(piece)) return { name: trimName(line.replace(piece, '')), time: piece };
  }
  return { name: trimName(line), time: '' };
}

const trimTime = (text: string): string => text.replace(/^[\s·(（[]+|[\s·)）\]]+$/g, '');

const trimName = (text: string): string => {
  const name = text.split(BETWEEN).find((piece) => piece.trim() !== '' && !isTime(piece)) ?? '';
  return name.replace(/^[\s[【(（]+(?=\S)|[\s:：,，·•|\-–—]+$/g, '').trim();
};

/** Parts the text of a message from the name above it and the time and ticks beside it. */
export function sortInside(segments: Segment[], painted: boolean): Labelled {
  let main = segments;
  let time = '';
  let author = '';
  const beside: string[] = [];
  const times = main.filter((segment) => isTime(withoutStatus(segment.text)));
  if (times.length < main.length) {
    time = withoutStatus(times[0]?.text ?? '');
    main = main.filter((segment) => !times.includes(segment));
  } else if (!painted) return { main: [], author: '', time: main[0]?.text ?? '', beside };
  const spoken = main.filter((segment, at) => !isStatus(segment.text) && !(at > 0 && isReaction(segment.text) && segment.fontSize < main[0]!.fontSize));
  if (spoken.length > 0) main = spoken;
  while (main.length > 1 && isNameAbove(main[0]!, main.slice(1), painted || author !== '')) {
    const label = splitLabel(main[0]!.text);
    if (author !== '') beside.push(label.name);
    author ||= label.name;
    time ||= label.time;
    main = main.slice(1);
  }
  const last = main.at(-1);
  if (main.length > 1 && last && isFootnote(last, main)) {
    time ||= splitLabel(last.text).time;
    main = main.slice(0, -1);
  }
  return { main, author, time, beside };
}

/** A short first line set apart from what follows: smaller, bolder, in another colour, or on a line with the time. */
function isNameAbove(first: Segment, rest: Segment[], painted: boolean): boolean {
  if (first.text.length > 60 || first.text.includes('\n')) return false;
  const body = rest.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const { name, time } = splitLabel(first.text);
  if (name.length > 40) return false;
  const differs = first.fontSize < body.fontSize - 0.5 || (first.bold && !body.bold) || first.color !== body.color;
  // On one line with what is said: `name: text`, told apart by its look and the colon.
  if (Math.abs(first.top - body.top) < 4) return !painted && differs && first.right <= body.left + 2 && name.length <= 24;
  if (first.top >= body.bottom - 2) return false;
  if (time !== '') return true;
  return painted ? differs && name.length <= 30 : differs || first.fontSize !== body.fontSize;
}

/** A small line under the text that ends in a time: `10:24 · read`. */
function isFootnote(last: Segment, main: Segment[]): boolean {
  if (last.text.length > 40) return false;
  const body = main[0]!;
  return last.fontSize < body.fontSize - 0.5 && last.top > body.top && splitLabel(last.text).time !== '';
}

/** Name and time among the lines beside or around a message. */
export function readLabels(labels: Segment[]): { author: string; time: string } {
  let author = '';
  let time = '';
  for (const { text } of labels) {
    if (text.length > 60 || isStatus(text)) continue;
    const label = splitLabel(text);
    time ||= label.time;
    // A name has letters; a count of hearts has none.
    if (label.name.length <= 40 && /\p{L}/u.test(label.name) && !isStatus(label.name)) author ||= label.name;
  }
  return { author, time };
}

/** Labels of a group stand above its first bubble or beneath its last; they are not its other messages. */
export function isLabelIn(segment: Segment, group: Element): boolean {
  return segment.text.length <= 60 && !bubblesOf(group).some((bubble) => bubble.contains(segment.block));
}
