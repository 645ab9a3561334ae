import { isClauseEnd, isSentenceEnd } from './characters.ts';
import type { Nearby } from './compact.ts';
import { foldText, isLatin, unitAt } from './fold.ts';
import type { Folded } from './fold.ts';
import { widthAt } from './spelling.ts';

/** Where a cue's words stand in a text: folded indices from and to (inclusive), and offsets in the text. */
interface Place {
  word: string;
  from: number;
  to: number;
  start: number;
  end: number;
}

/** What is farther off than a cue's reach and this many code units of spaces and signs is not near. */
const FARTHEST = 100;

/** First folded index that stands at or behind an offset. */
export function indexAt({ at, length }: Folded, offset: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The folded units as a string, for searching. */
export function unitString({ units, length }: Folded): string {
  let text = '';
  for (let at = 0; at < length; at += 0x2000) text += String.fromCharCode(...units.subarray(at, Math.min(length, at + 0x2000)));
  return text;
}

const isWord = (text: string, start: number, end: number, first: number, last: number) =>
  !(isLatin(first) && start > 0 && isLatin(unitAt(text, start - 1))) &&
  !(isLatin(last) && end < text.length && isLatin(unitAt(text, end)));

/** Every place of the words in the text, by start. Linear in the text for each word. */
export function placesOf(folded: Folded, units: string, words: readonly string[]): Place[] {
  const { text, at } = folded;
  const places: Place[] = [];
  for (const word of words) {
    const key = unitString(foldText(word));
    if (key) {
      for (let from = units.indexOf(key); from >= 0; from = units.indexOf(key, from + 1)) {
        const to = from + key.length - 1;
        const start = at[from] as number;
        const end = (at[to] as number) + widthAt(text, at[to] as number);
        // A letter that is written twice stands at its last; those before it are no word of their own.
        const before = from > 0 ? (at[from - 1] as number) : -1;
        let first = start;
        while (first - 1 > before && isLatin(unitAt(text, first - 1))) first -= 1;
        if (isWord(text, first, end, key.charCodeAt(0), key.charCodeAt(key.length - 1))) places.push({ word, from, to, start, end });
      }
    } else {
      // A sign (+, ❤) has no place among the units: it stands between the two around it.
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
        const index = indexAt(folded, start);
        places.push({ word, from: index, to: index - 1, start, end: start + word.length });
      }
    }
  }
  return places.sort((a, b) => a.start - b.start);
}

/** A word that denies what stands in its clause, as against one that speaks of a whole sentence (谨防, 骗子). */
const isNegation = (word: string): boolean => /^(?:[不没别无勿莫未]|not?\b|never\b|cannot\b|can['’]?t\b|don['’]?t\b|won['’]?t\b)/iu.test(word);

/** Finds the words that stand near a find. Each set of words is looked up once in a text, when first asked for. */
export class Surroundings {
  private readonly places = new Map<Nearby, Place[]>();
  private units: string | undefined;
  private readonly folded: Folded;
  private readonly sets: readonly Nearby[];

  constructor(folded: Folded, sets: readonly Nearby[]) {
    this.folded = folded;
    this.sets = sets;
  }

  /**
   * The word of a set, by the set's number, that stands near the span of folded indices `begin` to
   * `end` (inclusive) and outside it; undefined when there is none.
   */
  wordNear(set: number | undefined, begin: number, end: number, sameSentence: boolean): string | undefined {
    const nearby = set === undefined ? undefined : this.sets[set];
    if (!nearby) return undefined;
    this.units ??= unitString(this.folded);
    let places = this.places.get(nearby);
    if (!places) this.places.set(nearby, (places = placesOf(this.folded, this.units, nearby.words)));
    const { text, at } = this.folded;
    const reach = nearby.within + 101;
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] as Place).from < begin - reach) low = middle + 1;
      else high = middle;
    }
    for (; low < places.length; low++) {
      const place = places[low] as Place;
      if (place.from > end + nearby.within + 1) break;
      const before = place.to < begin && place.end <= (at[begin] as number);
      const after = place.from > end;
      if (!before && !after) continue;
      if (nearby.side && (nearby.side === 'before') !== before) continue;
      if ((before ? begin - place.to : place.from - end) - 1 > nearby.within) continue;
      const [from, to] = before ? [place.end, at[begin] as number] : [(at[end] as number) + 1, place.start];
      if (to - from > FARTHEST + nearby.within) continue;
      // 平台不方便，加我微信: what is denied is something else.
      const ends = isNegation(place.word) ? isClauseEnd : isSentenceEnd;
      if (sameSentence && Array.from(text.slice(from, to)).some(ends)) continue;
      return place.word;
    }
    return undefined;
  }
}
