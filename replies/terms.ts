import type { Postings } from './postings.ts';
import { BLOCK } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { foldUnit } from './sound-classes.ts';
import { Tally, fieldWeights } from './tally.ts';
import type { TermScores } from './tally.ts';
import { readyTyped } from './typed.ts';
import type { Typed } from './typed.ts';
import { walk } from './walk.ts';
import type { Way } from './walk.ts';

const ABBREVIATION = 1;
const TEXT = 5;
/** With so many titles, groups and tags that hold a character, no text that holds it comes to the front. */
const MANY = 200;
/** A text in which something is found as well as this is not looked through any further. */
const GOOD = 0.9;

/**
 * Folds a query as the index is folded and parts it at spaces and punctuation. Beside other words
 * a single letter is the beginning of one that is still being typed, and says nothing yet.
 */
export function termsOf(query: string): string[] {
  const folded = Array.from({ length: query.length }, (_, at) => String.fromCharCode(foldUnit(query.charCodeAt(at)))).join('');
  const terms = folded.split(/[\s,，、;；。！？!?/|]+/u).filter((term) => term !== '').slice(0, 8);
  const longer = terms.filter((term) => !/^[a-z]$/.test(term));
  return longer.length > 0 ? longer : terms.slice(0, 1);
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** How many slips a term may hold: none in a short one, one in a middling one, two in a long one. */
export function slipsFor(term: string): number {
  if (isHan(term.charCodeAt(0))) return term.length >= 3 ? 1 : 0;
  return term.length >= 9 ? 2 : term.length >= 4 ? 1 : 0;
}

/** The score of the best place in a segment, and that place; 0 when there is none. */
export interface Place {
  score: number;
  start: number;
  end: number;
}

/** Makes a term ready for comparing with an index; `loose` allows slips. */
export function readyTerm(prepared: Prepared, term: string, loose: boolean): Typed {
  return readyTyped(term, loose ? slipsFor(term) : 0, loose, prepared);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

const nowhere: Place = { score: 0, start: 0, end: 0 };

/** Whether a place is within a Latin word: `inWord` what begins there is worth less. */
function isInWord(units: Uint16Array, at: number, from: number, head: number): boolean {
  const before = at > from ? (units[at - 1] ?? 0) : 0;
  return units[at] === head && head < 128 && before >= 97 && before <= 122;
}

/** What a match at a place of a segment is worth. */
function scoreOf({ starts, fields }: Prepared, segment: number, at: number, { end, quality }: Way, inWord: boolean): number {
  const field = fields[segment] ?? 0;
  const from = starts[segment] ?? 0;
  const to = (starts[segment + 1] ?? 0) - 1;
  const cover = Math.min(1, (end - at) / (to - from));
  const whole = field === ABBREVIATION && cover === 1 ? 1.15 : 1;
  return (fieldWeights[field] ?? 0) * quality * (0.68 + (at === from ? 0.12 : 0) + 0.2 * cover) * (inWord ? 0.6 : 1) * whole;
}

/** Finds the best place for a term in one segment; a score of 0 when there is none. */
export function bestPlace(prepared: Prepared, segment: number, typed: Typed): Place {
  const { units, first, second, starts, fields } = prepared;
  const { begins } = typed;
  // Only letters that a slip may account for can be missing from the segment.
  const missing = typed.bits & ~(prepared.bits[segment] ?? 0);
  if (missing !== 0 && bitCount(missing) > typed.slips) return nowhere;
  const field = fields[segment] ?? 0;
  const from = starts[segment] ?? 0;
  const to = (starts[segment + 1] ?? 0) - 1;
  const head = typed.text.charCodeAt(0);
  const last = field === ABBREVIATION || onlyAtStart(typed) ? Math.min(to, from + 1) : to;
  let best = nowhere;
  for (let at = from; at < last; at++) {
    if (units[at] !== head && begins[first[at] ?? 0] === 0 && begins[second[at] ?? 0] === 0) continue;
    const inWord = isInWord(units, at, from, head);
    if (inWord && typed.slips > 0) continue;
    const way = walk(prepared, typed, at);
    if (!way) continue;
    const score = scoreOf(prepared, segment, at, way, inWord);
    if (score > best.score) best = { score, start: at - from, end: way.end - from };
    if (field === TEXT && way.quality > GOOD) break;
  }
  return best;
}

/** A single letter is looked for at beginnings only: it is everywhere. */
function onlyAtStart({ text }: Typed): boolean {
  return text.length === 1 && text.charCodeAt(0) < 128;
}

/** Looks through segments one by one. */
function tallyIn(prepared: Prepared, typed: Typed, segments: Iterable<number>): Tally {
  const tally = new Tally(prepared);
  for (const segment of segments) tally.add(segment, bestPlace(prepared, segment, typed).score);
  return tally;
}

/**
 * Scores replies against one term, slips forgiven: by title, group and tags, of which equal ones
 * are looked at once.
 */
export function scoreLoosely(prepared: Prepared, term: string): TermScores {
  return tallyIn(prepared, readyTerm(prepared, term, true), prepared.forgiving).byReply();
}

/** Finds the segments in which a term stands, by the places at which it may begin. */
function findPlaces(prepared: Prepared, typed: Typed, postings: Postings, tally: Tally): void {
  const { units, starts, fields, blocks } = prepared;
  const head = typed.text.charCodeAt(0);
  const byLetter = head < 128;
  const starting = onlyAtStart(typed);
  for (const pair of typed.opens) {
    const end = postings.from[pair + 1] ?? 0;
    // The text in which it was found last: once is enough.
    let [from, to] = [0, 0];
    for (let next = postings.from[pair] ?? 0; next < end; next++) {
      const at = postings.at[next] ?? 0;
      // A unit of 0 ends each segment.
      if (byLetter ? starting && at > 0 && units[at - 1] !== 0 : units[at] !== head) continue;
      if (at >= from && at < to) continue;
      const way = walk(prepared, typed, at);
      if (!way) continue;
      let segment = blocks[at >> BLOCK] ?? 0;
      while ((starts[segment + 1] ?? 0) <= at) segment += 1;
      tally.add(segment, scoreOf(prepared, segment, at, way, isInWord(units, at, starts[segment] ?? 0, head)));
      if (fields[segment] === TEXT && way.quality > GOOD) [from, to] = [starts[segment] ?? 0, starts[segment + 1] ?? 0];
    }
  }
}

/**
 * Scores replies against one term as it stands.
 * @param segments those in which it may stand; all when left out
 */
export function scoreStrictly(prepared: Prepared, term: string, segments?: readonly number[]): TermScores {
  const typed = readyTerm(prepared, term, false);
  if (segments) {
    const tally = tallyIn(prepared, typed, segments);
    return { ...tally.byReply(), segments: tally.segments };
  }
  const tally = new Tally(prepared);
  findPlaces(prepared, typed, prepared.shortPlaces, tally);
  // A word of one syllable is in every question and text; a single character may be.
  const deep = term.charCodeAt(0) < 128 ? term.length > 2 && typed.long : term.length > 1 || tally.segments.length < MANY;
  if (!deep) return tally.byReply();
  findPlaces(prepared, typed, prepared.longPlaces, tally);
  return { ...tally.byReply(), segments: tally.segments };
}
