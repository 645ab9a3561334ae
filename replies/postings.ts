import { CLASSES, SoundClass, isWordUnit, pairOf, soundClass } from './sound-classes.ts';

/**
 * The places of units, by how each sounds and how the next one that counts sounds at its
 * beginning. What is typed can begin at few of all places, and is compared with those alone.
 */
export interface Postings {
  /** By `pairOf` a sound and a class: where its places begin in `at`; one more at the end. */
  from: Int32Array;
  /** Places in `Prepared.units`; those of one segment together, ascending. */
  at: Int32Array;
}

/** The texts whose places are sorted, as `Prepared` has them. */
interface Laid {
  units: Uint16Array;
  first: Uint16Array;
  second: Uint16Array;
  syllables: readonly string[];
  starts: Int32Array;
}

/** The sound of a unit without a reading: behind all syllables, by its class. */
export function soundOf(unit: number, syllables: readonly string[]): number {
  return syllables.length + soundClass(unit);
}

/** Units between two places at which the work may rest. */
const STRIDE = 40_000;

/**
 * Sorts the places of some segments into postings; a character of two readings stands under both.
 * Linear; yields where it may rest.
 * @param opens whether a match may begin further on than at the first unit of a segment
 */
export function* posting({ units, first, second, syllables, starts }: Laid, segments: readonly number[], opens: (segment: number) => boolean): Generator<void, Postings> {
  const classes = Uint8Array.from(syllables, (syllable) => soundClass(syllable.charCodeAt(0)));
  const pairs = pairOf(syllables.length + CLASSES, 0);
  const from = new Int32Array(pairs + 1);
  let at = new Int32Array(0);
  const put = [(pair: number) => (from[pair] = (from[pair] ?? 0) + 1), (pair: number, place: number) => (at[(from[pair] = (from[pair] ?? 0) - 1)] = place)];
  let done = 0;
  // Once to count, once to fill: from the end of each pair's places to their beginning.
  for (const one of put) {
    for (const segment of segments) {
      const start = starts[segment] ?? 0;
      const end = (starts[segment + 1] ?? 0) - 1;
      const last = opens(segment) ? end : start + 1;
      let next: number = SoundClass.none;
      let orNext = next;
      for (let place = end - 1; place >= start; place--) {
        const unit = units[place] ?? 0;
        const [own, or] = [first[place] ?? 0, second[place] ?? 0];
        if (place < last) {
          const sound = own > 0 ? own : soundOf(unit, syllables);
          one(pairOf(sound, next), place);
          if (orNext !== next) one(pairOf(sound, orNext), place);
          if (or > 0) one(pairOf(or, next), place);
          if (or > 0 && orNext !== next) one(pairOf(or, orNext), place);
        }
        if (!isWordUnit(unit)) continue;
        next = own > 0 ? (classes[own] ?? 0) : soundClass(unit);
        orNext = or > 0 ? (classes[or] ?? 0) : next;
      }
      done += end - start + 1;
      if (done < STRIDE) continue;
      done = 0;
      yield;
    }
    if (one === put[0]) {
      for (let pair = 1; pair <= pairs; pair++) from[pair] = (from[pair] ?? 0) + (from[pair - 1] ?? 0);
      at = new Int32Array(from[pairs] ?? 0);
    }
  }
  return { from, at };
}
