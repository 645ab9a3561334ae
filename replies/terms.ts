import { isLong } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { foldUnit } from './sound-classes.ts';
import { readyTyped } from './typed.ts';
import type { Typed } from './typed.ts';
import { walk } from './walk.ts';

/** How well each reply answers to one word of a query. */
export interface TermScores {
  /** By reply; 0 for none, about 100 for a title matched whole. */
  scores: Float32Array;
  /** Replies with a score, ascending. */
  replies: number[];
  /** Whether questions and texts were searched too: a word of one syllable is in every text. */
  deep?: boolean;
}

/** Weight of a field, in the order of `segmentFields`: title, abbreviation, group, tag, question, text. */
const fieldWeights = [100, 100, 62, 78, 70, 52];
const TITLE = 0;
const ABBREVIATION = 1;
const TEXT = 5;

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
  return readyTyped(term, loose ? slipsFor(term) : 0, loose, prepared.syllables, prepared.readingsOf);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

const nowhere: Place = { score: 0, start: 0, end: 0 };

/** Finds the best place for a term in one segment; a score of 0 when there is none. */
export function bestPlace(prepared: Prepared, segment: number, typed: Typed): Place {
  const { units, first, second, pairs, starts, fields } = prepared;
  const { begins, opens, loose } = typed;
  // Only letters that a slip may account for can be missing from the segment.
  const missing = typed.bits & ~(prepared.bits[segment] ?? 0);
  if (missing !== 0 && bitCount(missing) > typed.slips) return nowhere;
  const field = fields[segment] ?? 0;
  const from = starts[segment] ?? 0;
  const to = (starts[segment + 1] ?? 0) - 1;
  const head = typed.text.charCodeAt(0);
  const byLetter = head < 128;
  const last = field === ABBREVIATION || (typed.text.length === 1 && byLetter) ? Math.min(to, from + 1) : to;
  let best = nowhere;
  for (let at = from; at < last; at++) {
    const same = units[at] === head;
    if (!loose && byLetter ? opens[pairs[at] ?? 0] === 0 : !same && begins[first[at] ?? 0] === 0 && begins[second[at] ?? 0] === 0) continue;
    const before = at > from ? units[at - 1] ?? 0 : 0;
    const inWord = same && byLetter && before >= 97 && before <= 122;
    if (inWord && typed.slips > 0) continue;
    const way = walk(prepared, typed, at, to);
    if (!way) continue;
    const cover = Math.min(1, (way.end - at) / (to - from));
    const whole = field === ABBREVIATION && cover === 1 ? 1.15 : 1;
    const score = (fieldWeights[field] ?? 0) * way.quality * (0.68 + (at === from ? 0.12 : 0) + 0.2 * cover) * (inWord ? 0.6 : 1) * whole;
    if (score > best.score) best = { score, start: at - from, end: way.end - from };
    if (field === TEXT && way.quality > 0.9) break;
  }
  return best;
}

/**
 * Scores replies against one term, slips forgiven: by title, group and tags, of which equal ones
 * are looked at once.
 */
export function scoreLoosely(prepared: Prepared, term: string): TermScores {
  const { fields, forgiving, alike, repliesAlike, replyOf, segmentsFrom } = prepared;
  const typed = readyTerm(prepared, term, true);
  const count = segmentsFrom.length - 1;
  const scores = new Float32Array(count);
  const matches = new Uint8Array(count);
  const add = (reply: number, score: number) => {
    if (score > (scores[reply] ?? 0)) scores[reply] = score;
    if ((matches[reply] ?? 0) < 4) matches[reply] = (matches[reply] ?? 0) + 1;
  };
  for (const segment of forgiving) {
    const reply = replyOf[segment] ?? 0;
    const { score } = bestPlace(prepared, segment, typed);
    if (score === 0) continue;
    if (fields[segment] === TITLE) add(reply, score);
    else for (const same of repliesAlike[alike[segment] ?? 0] ?? []) add(same, score);
  }
  const replies: number[] = [];
  for (let reply = 0; reply < count; reply++) {
    if (matches[reply] === 0) continue;
    scores[reply] = (scores[reply] ?? 0) + (matches[reply] ?? 1) - 1;
    replies.push(reply);
  }
  return { scores, replies };
}

/**
 * Scores replies against one term as it stands. `candidates` are the replies that can match at all (those that
 * matched a shorter beginning of the term); all when left out.
 */
export function scoreStrictly(prepared: Prepared, term: string, candidates?: readonly number[]): TermScores {
  const { units, fields, starts, segmentsFrom, longPairs, shortPairs, shortBits } = prepared;
  const count = segmentsFrom.length - 1;
  const scores = new Float32Array(count);
  const replies: number[] = [];
  const typed = readyTerm(prepared, term, false);
  const byLetter = term.charCodeAt(0) < 128;
  const deep = !byLetter || (term.length > 2 && typed.long);

  const repeated = new Float32Array(prepared.alikeCount).fill(-1);
  const scoreOf = (segment: number): number => {
    const number = prepared.alike[segment] ?? -1;
    if (number < 0) return bestPlace(prepared, segment, typed).score;
    if ((repeated[number] ?? -1) < 0) repeated[number] = bestPlace(prepared, segment, typed).score;
    return repeated[number] ?? 0;
  };

  const visit = (reply: number) => {
    const long = deep && (!byLetter || typed.fits(longPairs, reply * 32));
    const short = bitCount(typed.bits & ~(shortBits[reply] ?? 0)) <= typed.slips && (!byLetter || typed.fits(shortPairs, reply * 32));
    if (!long && !short) return;
    let best = 0;
    let others = 0;
    const end = segmentsFrom[reply + 1] ?? 0;
    for (let segment = segmentsFrom[reply] ?? 0; segment < end; segment++) {
      const field = fields[segment] ?? TITLE;
      // What a full match could give here is not worth the walk.
      if ((fieldWeights[field] ?? 0) * 1.15 <= best || !(isLong(field) ? long : short)) continue;
      const score = scoreOf(segment);
      if (score > 0) others += 1;
      if (score > best) best = score;
    }
    if (best === 0) return;
    scores[reply] = best + Math.min(others - 1, 3);
    replies.push(reply);
  };

  if (candidates) candidates.forEach(visit);
  else if (byLetter) for (let reply = 0; reply < count; reply++) visit(reply);
  else {
    // A character is found fastest by looking for itself alone.
    const head = term.charCodeAt(0);
    let reply = 0;
    for (let at = units.indexOf(head); at >= 0; at = units.indexOf(head, at)) {
      while ((starts[segmentsFrom[reply + 1] ?? 0] ?? 0) <= at) reply += 1;
      visit(reply);
      at = starts[segmentsFrom[reply + 1] ?? 0] ?? 0;
    }
  }
  return { scores, replies, deep };
}
