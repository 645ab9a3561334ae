import { segmentFields, segmentsOf } from './reply-index.ts';
import type { ReplyIndex } from './reply-index.ts';
import { letterBits } from './typed.ts';

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
  /** Letters that a segment or its pinyin holds, as `letterBits`. */
  bits: Int32Array;
  syllables: string[];
  /** Where segments begin in `units`; one more at the end. */
  starts: Int32Array;
  /** Field of a segment: place in `segmentFields`. */
  fields: Uint8Array;
  /** Reply of a segment; first segment of a reply, one more at the end. */
  replyOf: Int32Array;
  segmentsFrom: Int32Array;
  /** Readings of a single character, for what is typed in other characters of the same sound. */
  readingsOf: (unit: number) => readonly string[];
}

/** Folds one code unit; the length never changes. */
export function foldUnit(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit + 32;
  if (unit < 128) return unit;
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit === 0x3000 ? 32 : unit;
  if (narrow >= 65 && narrow <= 90) return narrow + 32;
  if (narrow < 128 || (narrow >= 0x3400 && narrow <= 0x9fff)) return narrow;
  const lower = String.fromCharCode(narrow).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : narrow;
}

/** Lays an index out. Linear in its text; about 15 bytes a code unit. */
export function prepareIndex(index: ReplyIndex): Prepared {
  const segments = index.replies.map(segmentsOf);
  const count = segments.reduce((sum, list) => sum + list.length, 0);
  const length = segments.reduce((sum, list) => list.reduce((inner, segment) => inner + segment.text.length + 1, sum), 0);
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
  const pairs = new Map<number, [number, number]>();
  const pair = (reading: string): [number, number] => {
    const [one, two] = reading.split(' ');
    return [one ? place(one) : 0, two ? place(two) : 0];
  };
  for (const [character, reading] of Object.entries(index.readings)) {
    table.set(character.charCodeAt(0), reading.split(' '));
    pairs.set(character.charCodeAt(0), pair(reading));
  }
  const read = (at: number, [one, two]: [number, number]) => {
    first[at] = one;
    second[at] = two;
  };

  let at = 0;
  let segmentAt = 0;
  segments.forEach((list, reply) => {
    segmentsFrom[reply] = segmentAt;
    for (const { field, text } of list) {
      starts[segmentAt] = at;
      fields[segmentAt] = segmentFields.indexOf(field);
      replyOf[segmentAt] = reply;
      segmentAt += 1;
      for (let offset = 0; offset < text.length; offset++, at++) {
        const unit = text.charCodeAt(offset);
        units[at] = foldUnit(unit);
        const known = unit >= 0x3400 ? pairs.get(unit) : undefined;
        if (known) read(at, known);
      }
      at += 1;
    }
  });
  starts[count] = at;
  segmentsFrom[segments.length] = segmentAt;
  for (const [reply, segment, offset, reading] of index.otherwise) {
    read((starts[(segmentsFrom[reply] ?? 0) + segment] ?? 0) + offset, pair(reading));
  }
  const bits = new Int32Array(count);
  const soundBits = syllables.map(letterBits);
  for (let segment = 0; segment < count; segment++) {
    const end = starts[segment + 1] ?? 0;
    let held = 0;
    for (let place = starts[segment] ?? 0; place < end; place++) {
      const unit = units[place] ?? 0;
      if (unit >= 97 && unit <= 122) held |= 1 << (unit - 97);
      held |= (soundBits[first[place] ?? 0] ?? 0) | (soundBits[second[place] ?? 0] ?? 0);
    }
    bits[segment] = held;
  }
  return { units, first, second, bits, syllables, starts, fields, replyOf, segmentsFrom, readingsOf: (unit) => table.get(unit) ?? [] };
}
