import { compareSentence, layingOverlap } from './overlap.ts';
import type { OverlapTable } from './overlap.ts';
import { preparing } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { inOneGo, inSlices } from './slices.ts';
import { segmentFields } from './reply-index.ts';
import type { IndexedReply, ReplyIndex } from './reply-index.ts';
import { bestPlace, readyTerm, scoreLoosely, scoreStrictly, termsOf } from './terms.ts';
import type { TermScores } from './tally.ts';
import type { Typed } from './typed.ts';
import { inSeason } from './wordings.ts';

/** How often and when this agent last took a reply (epoch ms), on this site. */
export interface Usage {
  count: number;
  lastUsed: number;
}

export interface SearchOptions {
  /** By `usageKey`. */
  usage?: ReadonlyMap<string, Usage>;
  /** Epoch ms. */
  now: number;
  limit: number;
}

export interface Span {
  field: 'title' | 'abbreviation' | 'group' | 'text';
  /** UTF-16 code units of that field of `reply`. */
  start: number;
  end: number;
}

export interface Found {
  id: string;
  pack: string;
  score: number;
  reply: IndexedReply;
  spans: Span[];
}

/** `<pack>/<reply>`: the key under which a reply's use is counted, since ids are unique only within their pack. */
export function usageKey(reply: { pack: string; id: string }): string {
  return `${reply.pack}/${reply.id}`;
}

interface Session {
  prepared: Prepared;
  /** Replies by `usageKey`, made at the first need. */
  places: Map<string, number> | undefined;
  /** Laid out at the first need; only slips and suggestions ask for it. */
  overlap: OverlapTable | undefined;
  /** The last words looked up, for the keystrokes to come; those that forgave slips under `~`. */
  terms: Map<string, TermScores>;
}

const sessions = new WeakMap<ReplyIndex, Session>();
const KEPT_TERMS = 12;
/** So many segments are sooner looked through one by one than all the places at which a word may begin. */
const FEW = 2000;
/** With fewer finds than this, or a best one below this score, slips are looked for too. */
const ENOUGH = { finds: 3, score: 46 };
const DAY = 86_400_000;

function sessionOf(index: ReplyIndex): Session {
  let session = sessions.get(index);
  if (!session) sessions.set(index, (session = { prepared: inOneGo(preparing(index)), places: undefined, overlap: undefined, terms: new Map() }));
  return session;
}

/** Makes the layouts that searches and suggestions need, in slices, between which `rest` gives the thread back. */
export async function prepareAhead(index: ReplyIndex, rest: () => Promise<void>): Promise<void> {
  const prepared = await inSlices(preparing(index), rest);
  sessions.set(index, { prepared, places: undefined, overlap: await inSlices(layingOverlap(prepared), rest), terms: new Map() });
}

/** The layouts that a search needs, made at the first use where `prepareAhead` has not made them. */
export function preparedFor(index: ReplyIndex): { prepared: Prepared; overlap: OverlapTable } {
  const session = sessionOf(index);
  session.overlap ??= inOneGo(layingOverlap(session.prepared));
  return { prepared: session.prepared, overlap: session.overlap };
}

/** What use adds to a score: up to 6 for how often, up to 6 for how lately, halved each week. */
function bonusOfUse(usage: Usage, now: number): number {
  return Math.min(6, Math.log2(1 + usage.count)) + 6 * 2 ** (-Math.max(0, now - usage.lastUsed) / (7 * DAY));
}

/** Where a word can stand at all: in the segments in which its beginning stood that was looked up last. */
function segmentsBefore(session: Session, term: string): readonly number[] | undefined {
  for (let size = term.length - 1; size > 0; size--) {
    const segments = session.terms.get(term.slice(0, size))?.segments;
    if (segments) return segments.length <= FEW ? segments : undefined;
  }
  return undefined;
}

/** What use adds to the scores of the replies that were used, by their place. */
function bonusesOfUse(session: Session, index: ReplyIndex, usage: ReadonlyMap<string, Usage> | undefined, now: number): Map<number, number> {
  const bonuses = new Map<number, number>();
  if (!usage || usage.size === 0) return bonuses;
  session.places ??= new Map(index.replies.map((reply, at) => [usageKey(reply), at]));
  for (const [key, use] of usage) {
    const place = session.places.get(key);
    if (place !== undefined) bonuses.set(place, bonusOfUse(use, now));
  }
  return bonuses;
}

/** Scores of one word, kept for the keystrokes to come. */
function termScores(session: Session, term: string, loose: boolean): TermScores {
  const key = loose ? `~${term}` : term;
  const known = session.terms.get(key);
  if (known) return known;
  const scored = loose ? scoreLoosely(session.prepared, term) : scoreStrictly(session.prepared, term, segmentsBefore(session, term));
  session.terms.set(key, scored);
  for (const oldest of session.terms.keys()) {
    if (session.terms.size <= KEPT_TERMS) break;
    session.terms.delete(oldest);
  }
  return scored;
}

/** Mean over the words; a reply lacks at most `missing` of them. */
function together(words: readonly TermScores[], missing: number): TermScores {
  const [only] = words;
  if (!only || words.length === 1) return only ?? { scores: new Float32Array(0), replies: [] };
  const scores = new Float32Array(only.scores.length);
  const replies: number[] = [];
  for (let reply = 0; reply < scores.length; reply++) {
    let lacks = 0;
    let sum = 0;
    for (const word of words) {
      const score = word.scores[reply] ?? 0;
      if (score === 0 && ++lacks > missing) break;
      sum += score;
    }
    if (lacks > missing || sum === 0) continue;
    scores[reply] = (sum / words.length) * (lacks > 0 ? 0.6 : 1);
    replies.push(reply);
  }
  return { scores, replies };
}

/** The better of several scores for each reply. */
function better(all: readonly TermScores[]): TermScores {
  const scores = new Float32Array(all[0]?.scores.length ?? 0);
  for (const { scores: others, replies } of all) for (const reply of replies) scores[reply] = Math.max(scores[reply] ?? 0, others[reply] ?? 0);
  const replies: number[] = [];
  scores.forEach((score, reply) => score > 0 && replies.push(reply));
  return { scores, replies };
}

/** Adds what is found when slips are forgiven, and when the words are taken as a sentence. */
function loosely(session: Session, index: ReplyIndex, terms: readonly string[], strict: TermScores): TermScores {
  const words = terms.map((term) => {
    const { scores, replies } = termScores(session, term, true);
    return better([termScores(session, term, false), { scores: scores.map((score) => 0.85 * score), replies }]);
  });
  let found = better([strict, together(words, 0)]);
  if (found.replies.length === 0 && terms.length > 1) found = together(words, 1);
  const sentence = terms.join(' ');
  if (!/[㐀-鿿]{2}|[a-z] [a-z]/.test(sentence)) return found;
  const alikes: TermScores = { scores: new Float32Array(index.replies.length), replies: [] };
  compareSentence(preparedFor(index).overlap, sentence, ({ reply, field, alike, ofSentence }) => {
    if (ofSentence <= 0.45) return;
    alikes.scores[reply] = Math.max(alikes.scores[reply] ?? 0, 72 * alike * (field === 0 ? 1 : 0.9));
    alikes.replies.push(reply);
  });
  return better([found, alikes]);
}

/** Spans of the words in the fields that are shown. */
function spansOf(prepared: Prepared, reply: number, terms: readonly { strict: Typed; loose: Typed }[]): Span[] {
  const spans: Span[] = [];
  for (let segment = prepared.segmentsFrom[reply] ?? 0; segment < (prepared.segmentsFrom[reply + 1] ?? 0); segment++) {
    const field = segmentFields[prepared.fields[segment] ?? 0];
    if (field === undefined || field === 'tag' || field === 'question') continue;
    for (const { strict, loose } of terms) {
      if (field === 'text' && strict.text.length < 2) continue;
      let place = bestPlace(prepared, segment, strict);
      if (place.score === 0 && field !== 'text') place = bestPlace(prepared, segment, loose);
      if (place.score > 0) spans.push({ field, start: place.start, end: place.end });
    }
  }
  return spans;
}

/**
 * The replies that a query means, best first. By characters, pinyin, initials and their mixtures,
 * abbreviation, several words in any order, small slips forgiven; then by this agent's use, then
 * in pack order. An empty query gives what was used most and last, then pack order. Replies out
 * of season are left out. Synchronous; made to be called at every keystroke.
 */
export function searchReplies(index: ReplyIndex, query: string, { usage, now, limit }: SearchOptions): Found[] {
  const session = sessionOf(index);
  const terms = termsOf(query.slice(0, 200));
  let found: TermScores | undefined;
  if (terms.length > 0) {
    found = together(terms.map((term) => termScores(session, term, false)), 0);
    let best = 0;
    for (const reply of found.replies) best = Math.max(best, found.scores[reply] ?? 0);
    if (found.replies.length < ENOUGH.finds || best < ENOUGH.score) found = loosely(session, index, terms, found);
  }
  const today = new Date(now);
  const bonuses = bonusesOfUse(session, index, usage, now);
  const top: { reply: number; score: number }[] = [];
  const consider = (reply: number, match: number) => {
    const score = match + (bonuses.get(reply) ?? 0);
    const last = top[limit - 1];
    if (last && score <= last.score) return;
    const entry = index.replies[reply];
    if (!entry) return;
    if (entry.seasons && !entry.seasons.some((season) => inSeason(season, today))) return;
    let at = top.length;
    while (at > 0 && score > (top[at - 1]?.score ?? 0)) at -= 1;
    top.splice(at, 0, { reply, score });
    if (top.length > limit) top.pop();
  };
  // In pack order, so that of equals the earlier one comes first.
  if (found) for (const reply of found.replies) consider(reply, found.scores[reply] ?? 0);
  else for (let reply = 0; reply < index.replies.length; reply++) consider(reply, 0);
  const ready = terms.map((term) => ({ strict: readyTerm(session.prepared, term, false), loose: readyTerm(session.prepared, term, true) }));
  return top.flatMap(({ reply, score }) => {
    const entry = index.replies[reply];
    return entry ? [{ id: entry.id, pack: entry.pack, score, reply: entry, spans: spansOf(session.prepared, reply, ready) }] : [];
  });
}
