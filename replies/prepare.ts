import { segmentFields, segmentsOf } from './reply-index.ts';
import type { ReplyIndex } from './reply-index.ts';
import { SoundClass, foldUnit, isWordUnit, letterBits, pairOf, soundClass } from './sound-classes.ts';

/**
 * The index laid out for scanning: all texts in one row of code units, beside it the syllables
 * of each. Made once from a stored index; every later search reads it only.
 */
export interface Prepared {
  /** Folded code units (lower case, half width), segments one after another, each ended by 0. */
  units: Uint16Array;
  /** First and second reading of each unit: places in `syllables`, 0 for none. */
  first: Uint16Array;
  second: Uint16Array;
  /** Sound classes of each unit and of the next one that counts, as `pairOf`; what a scan looks at first. */
  pairs: Uint16Array;
  /** By reply, 32 words each: a bit for every pair that its questions and its text hold, all readings counted. */
  longPairs: Int32Array;
  /** The same for all its other segments, and their `bits` together. */
  shortPairs: Int32Array;
  shortBits: Int32Array;
  /** Letters that a segment or its pinyin holds, as `letterBits`. */
  bits: Int32Array;
  syllables: string[];
  /** Where segments begin in `units`; one more at the end. */
  starts: Int32Array;
  /** Field of a segment: place in `segmentFields`. */
  fields: Uint8Array;
  /** Groups and tags come again and again: equal ones have the same number, all else -1. */
  alike: Int32Array;
  alikeCount: number;
  /** The segments in which slips are forgiven: titles, groups and tags, of equal ones the first. */
  forgiving: Int32Array;
  /** Replies that have a group or a tag, by its number in `alike`. */
  repliesAlike: readonly number[][];
  /** Reply of a segment; first segment of a reply, one more at the end. */
  replyOf: Int32Array;
  segmentsFrom: Int32Array;
  /** Readings of a single character, for what is typed in other characters of the same sound. */
  readingsOf: (unit: number) => readonly string[];
}

const QUESTION = segmentFields.indexOf('question');
const TEXT = segmentFields.indexOf('text');

/** Whether a field is long: questions and the text itself, where one letter or two are everywhere. */
export function isLong(field: number): boolean {
  return field === QUESTION || field === TEXT;
}

/** Replies, or segments, between two places at which the work may rest. */
const STRIDE = { replies: 50, segments: 400 };

/** Lays an index out. Linear in its text; about 15 bytes a code unit. Yields where it may rest. */
export function* preparing(index: ReplyIndex): Generator<void, Prepared> {
  const segments: ReturnType<typeof segmentsOf>[] = [];
  let count = 0;
  let length = 0;
  for (const reply of index.replies) {
    const list = segmentsOf(reply);
    if (segments.push(list) % STRIDE.replies === 0) yield;
    count += list.length;
    for (const { text } of list) length += text.length + 1;
  }
  const units = new Uint16Array(length);
  const first = new Uint16Array(length);
  const second = new Uint16Array(length);
  const starts = new Int32Array(count + 1);
  const fields = new Uint8Array(count);
  const replyOf = new Int32Array(count);
  const segmentsFrom = new Int32Array(segments.length + 1);

  const syllables = [''];
  const places = new Map<string, number>();
  const place = (syllable: string): number => {
    let at = places.get(syllable);
    if (at === undefined) {
      at = syllables.push(syllable) - 1;
      places.set(syllable, at);
    }
    return at;
  };
  const table = new Map<number, readonly string[]>();
  const readingPairs = new Map<number, [number, number]>();
  const placesOf = (reading: string): [number, number] => {
    const [one, two] = reading.split(' ');
    return [one ? place(one) : 0, two ? place(two) : 0];
  };
  for (const [character, reading] of Object.entries(index.readings)) {
    table.set(character.charCodeAt(0), reading.split(' '));
    readingPairs.set(character.charCodeAt(0), placesOf(reading));
  }
  const read = (at: number, [one, two]: [number, number]) => {
    first[at] = one;
    second[at] = two;
  };

  const alike = new Int32Array(count).fill(-1);
  const repeated = new Map<string, number>();
  const repliesAlike: number[][] = [];
  const forgiving: number[] = [];
  let at = 0;
  let segmentAt = 0;
  for (const [reply, list] of segments.entries()) {
    if (reply % STRIDE.replies === 0) yield;
    segmentsFrom[reply] = segmentAt;
    for (const { field, text } of list) {
      starts[segmentAt] = at;
      fields[segmentAt] = segmentFields.indexOf(field);
      replyOf[segmentAt] = reply;
      if (field === 'group' || field === 'tag') {
        const key = `${field} ${text}`;
        const known = repeated.get(key) ?? repeated.size;
        repeated.set(key, known);
        alike[segmentAt] = known;
        const having = (repliesAlike[known] ??= []);
        if (having.length === 0) forgiving.push(segmentAt);
        having.push(reply);
      } else if (field === 'title') forgiving.push(segmentAt);
      segmentAt += 1;
      for (let offset = 0; offset < text.length; offset++, at++) {
        const unit = text.charCodeAt(offset);
        units[at] = foldUnit(unit);
        const known = unit >= 0x3400 ? readingPairs.get(unit) : undefined;
        if (known) read(at, known);
      }
      at += 1;
    }
  }
  starts[count] = at;
  segmentsFrom[segments.length] = segmentAt;
  for (const [reply, segment, offset, reading] of index.otherwise) {
    read((starts[(segmentsFrom[reply] ?? 0) + segment] ?? 0) + offset, placesOf(reading));
  }
  const bits = new Int32Array(count);
  const soundBits = syllables.map(letterBits);
  const soundClasses = syllables.map((syllable) => soundClass(syllable.charCodeAt(0)));
  const pairs = new Uint16Array(length);
  const longPairs = new Int32Array(segments.length * 32);
  const shortPairs = new Int32Array(segments.length * 32);
  const shortBits = new Int32Array(segments.length);
  for (let segment = 0; segment < count; segment++) {
    if (segment % STRIDE.segments === 0) yield;
    const reply = replyOf[segment] ?? 0;
    const long = isLong(fields[segment] ?? 0);
    let nexts = [SoundClass.none as number];
    let letters = 0;
    let next: number = SoundClass.none;
    for (let place = (starts[segment + 1] ?? 0) - 2; place >= (starts[segment] ?? 0); place--) {
      const unit = units[place] ?? 0;
      const sound = first[place] ?? 0;
      const own = second[place] ? SoundClass.open : sound ? (soundClasses[sound] ?? 0) : soundClass(unit);
      pairs[place] = pairOf(own, next);
      const owns = own === SoundClass.open ? [soundClasses[sound] ?? 0, soundClasses[second[place] ?? 0] ?? 0] : [own];
      const held = long ? longPairs : shortPairs;
      for (const one of owns) for (const then of nexts) held[reply * 32 + one] = (held[reply * 32 + one] ?? 0) | (1 << then);
      if (isWordUnit(unit)) {
        next = own;
        nexts = owns;
      }
      if (unit >= 97 && unit <= 122) letters |= 1 << (unit - 97);
      letters |= (soundBits[first[place] ?? 0] ?? 0) | (soundBits[second[place] ?? 0] ?? 0);
    }
    bits[segment] = letters;
    if (!long) shortBits[reply] = (shortBits[reply] ?? 0) | letters;
  }
  return { units, first, second, pairs, longPairs, shortPairs, shortBits, bits, syllables, starts, fields, alike, alikeCount: repeated.size, forgiving: Int32Array.from(forgiving), repliesAlike, replyOf, segmentsFrom, readingsOf: (unit) => table.get(unit) ?? [] };
}
