import { foldUnit } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { readyTyped } from './typed.ts';
import type { Typed } from './typed.ts';
import { walk } from './walk.ts';

/** How well each reply answers to one word of a query. */
export interface TermScores {
  /** By reply; 0 for none, about 100 for a title matched whole. */
  scores: Float32Array;
  /** Replies with a score, ascending. */
  replies: number[];
}

/** Weight of a field, in the order of `segmentFields`: title, abbreviation, group, tag, question, text. */
const fieldWeights = [100, 100, 62, 78, 70, 52];
const TITLE = 0;
const ABBREVIATION = 1;
const QUESTION = 4;
const TEXT = 5;

/** Folds a query as the index is folded and parts it at spaces and punctuation. */
export function termsOf(query: string): string[] {
  const folded = Array.from({ length: query.length }, (_, at) => String.fromCharCode(foldUnit(query.charCodeAt(at)))).join('');
  return folded.split(/[\s,，、;；。！？!?/|]+/u).filter((term) => term !== '').slice(0, 8);
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** How many slips a term may hold: none in a short one, one in a middling one, two in a long one. */
export function slipsFor(term: string): number {
  if (isHan(term.charCodeAt(0))) return term.length >= 3 ? 1 : 0;
  return term.length >= 9 ? 2 : term.length >= 4 ? 1 : 0;
}

/** Whether a term so short is looked for in this field: one letter or two are everywhere in a long text. */
function searches(term: string, field: number, slips: boolean): boolean {
  if (field === TEXT) return !slips && (term.length > 2 || isHan(term.charCodeAt(0)));
  if (field === QUESTION) return term.length > 2 || isHan(term.charCodeAt(0));
  return true;
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

/** Finds the best place for a term in one segment; a score of 0 when there is none. */
export function bestPlace(prepared: Prepared, segment: number, typed: Typed): Place {
  const { units, first, second, starts, fields } = prepared;
  const best: Place = { score: 0, start: 0, end: 0 };
  // Only letters that a slip may account for can be missing from the segment.
  const missing = typed.bits & ~(prepared.bits[segment] ?? 0);
  if (missing !== 0 && bitCount(missing) > typed.slips) return best;
  const field = fields[segment] ?? 0;
  const from = starts[segment] ?? 0;
  const to = (starts[segment + 1] ?? 0) - 1;
  const head = typed.text.charCodeAt(0);
  const byLetter = head < 128;
  const last = field === ABBREVIATION || (typed.text.length === 1 && byLetter) ? Math.min(to, from + 1) : to;
  for (let at = from; at < last; at++) {
    const same = units[at] === head;
    if (!same) {
      const one = first[at] ?? 0;
      if (one === 0 || !(typed.begins(one) || typed.begins(second[at] ?? 0))) continue;
    }
    const before = at > from ? units[at - 1] ?? 0 : 0;
    const inWord = same && byLetter && before >= 97 && before <= 122;
    if (inWord && typed.slips > 0) continue;
    const way = walk(prepared, typed, at, to);
    if (!way) continue;
    const cover = Math.min(1, (way.end - at) / (to - from));
    const whole = field === ABBREVIATION && cover === 1 ? 1.15 : 1;
    const score = (fieldWeights[field] ?? 0) * way.quality * (0.68 + (at === from ? 0.12 : 0) + 0.2 * cover) * (inWord ? 0.6 : 1) * whole;
    if (score > best.score) Object.assign(best, { score, start: at - from, end: way.end - from });
    if (field === TEXT && way.quality > 0.9) break;
  }
  return best;
}

/**
 * Scores replies against one term. `candidates` are the replies that can match at all (those that
 * matched a shorter beginning of the term); all when left out.
 */
export function scoreTerm(prepared: Prepared, term: string, loose: boolean, candidates?: readonly number[]): TermScores {
  const { fields, segmentsFrom } = prepared;
  const count = segmentsFrom.length - 1;
  const scores = new Float32Array(count);
  const replies: number[] = [];
  const typed = readyTerm(prepared, term, loose);
  const visit = (reply: number) => {
    let best = 0;
    let others = 0;
    const end = segmentsFrom[reply + 1] ?? 0;
    for (let segment = segmentsFrom[reply] ?? 0; segment < end; segment++) {
      const field = fields[segment] ?? TITLE;
      // What a full match could give here is not worth the walk.
      if ((fieldWeights[field] ?? 0) * 1.15 <= best || !searches(term, field, loose)) continue;
      const { score } = bestPlace(prepared, segment, typed);
      if (score > 0) others += 1;
      if (score > best) best = score;
    }
    if (best === 0) return;
    scores[reply] = best + Math.min(others - 1, 3);
    replies.push(reply);
  };
  if (candidates) candidates.forEach(visit);
  else for (let reply = 0; reply < count; reply++) visit(reply);
  return { scores, replies };
}
