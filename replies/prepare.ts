import { segmentFields, segmentsOf } from './reply-index.ts';
import type { ReplyIndex } from './reply-index.ts';
import { posting, soundOf } from './postings.ts';
import type { Postings } from './postings.ts';
import { foldUnit, letterBits } from './sound-classes.ts';

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
  /** Where a match may begin: in titles, abbreviations, and groups and tags, of equal ones in the first. */
  shortPlaces: Postings;
  /** The same in questions and texts. */
  longPlaces: Postings;
  /** Letters that a segment or its pinyin holds, as `letterBits`. */
  bits: Int32Array;
  syllables: string[];
  /** Where segments begin in `units`; one more at the end. */
  starts: Int32Array;
  /** By block of units: the segment in which it begins. */
  blocks: Int32Array;
  /** Field of a segment: place in `segmentFields`. */
  fields: Uint8Array;
  /** Groups and tags come again and again: equal ones have the same number, all else -1. */
  alike: Int32Array;
  alikeCount: number;
  /** The segments in which slips are forgiven: titles, groups and tags, of equal ones the first. */
  forgiving: Int32Array;
  /** Segments that hold a group or a tag, by its number in `alike`. */
  segmentsAlike: readonly number[][];
  /** Reply of a segment; first segment of a reply, one more at the end. */
  replyOf: Int32Array;
  segmentsFrom: Int32Array;
  /** Readings of a single character, for what is typed in other characters of the same sound. */
  readingsOf: (unit: number) => readonly string[];
  /** How a unit is read somewhere in these texts; as in `Postings`. */
  soundsOf: (unit: number) => readonly number[];
}

/** Units of a block, as a power of two. */
export const BLOCK = 6;

const ABBREVIATION = segmentFields.indexOf('abbreviation');
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
  const segmentsAlike: number[][] = [];
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
        const having = (segmentsAlike[known] ??= []);
        if (having.length === 0) forgiving.push(segmentAt);
        having.push(segmentAt);
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
  const heard = new Map<number, Set<number>>();
  const hear = (unit: number, readings: readonly number[]) => {
    const known = heard.get(unit) ?? new Set();
    heard.set(unit, known);
    for (const syllable of readings) if (syllable > 0) known.add(syllable);
  };
  for (const [unit, readings] of readingPairs) hear(unit, readings);
  for (const [reply, segment, offset, reading] of index.otherwise) {
    const place = (starts[(segmentsFrom[reply] ?? 0) + segment] ?? 0) + offset;
    read(place, placesOf(reading));
    hear(units[place] ?? 0, placesOf(reading));
  }
  const soundsOf = (unit: number) => [...(heard.get(unit) ?? [soundOf(unit, syllables)])];
  const bits = new Int32Array(count);
  const blocks = new Int32Array((length >> BLOCK) + 1);
  const soundBits = syllables.map(letterBits);
  const short: number[] = [];
  const long: number[] = [];
  for (let segment = 0; segment < count; segment++) {
    if (segment % STRIDE.segments === 0) yield;
    const number = alike[segment] ?? -1;
    if (isLong(fields[segment] ?? 0)) long.push(segment);
    else if (number < 0 || segmentsAlike[number]?.[0] === segment) short.push(segment);
    let letters = 0;
    for (let place = starts[segment] ?? 0; place < (starts[segment + 1] ?? 0) - 1; place++) {
      const unit = units[place] ?? 0;
      if (unit >= 97 && unit <= 122) letters |= 1 << (unit - 97);
      letters |= (soundBits[first[place] ?? 0] ?? 0) | (soundBits[second[place] ?? 0] ?? 0);
    }
    bits[segment] = letters;
    for (let block = ((starts[segment] ?? 0) + (1 << BLOCK) - 1) >> BLOCK; block << BLOCK < (starts[segment + 1] ?? 0); block++) blocks[block] = segment;
  }
  const laid = { units, first, second, syllables, starts };
  const shortPlaces = yield* posting(laid, short, (segment) => fields[segment] !== ABBREVIATION);
  const longPlaces = yield* posting(laid, long, () => true);
  return {
    ...laid,
    shortPlaces,
    longPlaces,
    blocks,
    bits,
    fields,
    alike,
    alikeCount: repeated.size,
    forgiving: Int32Array.from(forgiving),
    segmentsAlike,
    replyOf,
    segmentsFrom,
    readingsOf: (unit) => table.get(unit) ?? [],
    soundsOf,
  };
}
