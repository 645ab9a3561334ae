import { compareSentence, overlapTable } from './overlap.ts';
import type { OverlapTable } from './overlap.ts';
import { prepareIndex } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { segmentFields } from './reply-index.ts';
import type { IndexedReply, ReplyIndex } from './reply-index.ts';
import { bestPlace, scoreTerm, slipsFor, termsOf } from './terms.ts';
import type { TermScores } from './terms.ts';
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
  /** Laid out at the first need; only slips and suggestions ask for it. */
  overlap: OverlapTable | undefined;
  /** The last words looked up, strictly, for the keystrokes to come. */
  strict: Map<string, TermScores>;
}

const sessions = new WeakMap<ReplyIndex, Session>();
const KEPT_TERMS = 12;
/** With fewer finds than this, or a best one below this score, slips are looked for too. */
const ENOUGH = { finds: 3, score: 46 };
const DAY = 86_400_000;

function sessionOf(index: ReplyIndex): Session {
  let session = sessions.get(index);
  if (!session) sessions.set(index, (session = { prepared: prepareIndex(index), overlap: undefined, strict: new Map() }));
  return session;
}

/** The layouts that a search needs, made on first use; call it in an idle moment to have them ready. */
export function preparedFor(index: ReplyIndex): { prepared: Prepared; overlap: OverlapTable } {
  const session = sessionOf(index);
  session.overlap ??= overlapTable(session.prepared);
  return { prepared: session.prepared, overlap: session.overlap };
}

/** What use adds to a score: up to 6 for how often, up to 6 for how lately, halved each week. */
function useBonus(usage: Usage | undefined, now: number): number {
  if (!usage) return 0;
  return Math.min(6, Math.log2(1 + usage.count)) + 6 * 2 ** (-Math.max(0, now - usage.lastUsed) / (7 * DAY));
}

function strictScores(session: Session, term: string): TermScores {
  const known = session.strict.get(term);
  if (known) return known;
  let shorter: TermScores | undefined;
  for (let size = term.length - 1; size >= 3 && !shorter; size--) shorter = session.strict.get(term.slice(0, size));
  const scored = scoreTerm(session.prepared, term, false, shorter?.replies);
  session.strict.set(term, scored);
  for (const oldest of session.strict.keys()) {
    if (session.strict.size <= KEPT_TERMS) break;
    session.strict.delete(oldest);
  }
  return scored;
}

/** Mean over the words; a reply lacks at most `missing` of them. */
function together(words: readonly TermScores[], missing: number): Map<number, number> {
  const sums = new Map<number, number>();
  const [shortest, ...rest] = [...words].sort((one, two) => one.replies.length - two.replies.length);
  if (!shortest) return sums;
  const candidates = missing === 0 ? shortest.replies : new Set(words.flatMap((word) => word.replies));
  for (const reply of candidates) {
    let lacks = 0;
    let sum = 0;
    for (const word of [shortest, ...rest]) {
      const score = word.scores[reply] ?? 0;
      if (score === 0 && ++lacks > missing) break;
      sum += score;
    }
    if (lacks <= missing) sums.set(reply, (sum / words.length) * (lacks > 0 ? 0.6 : 1));
  }
  return sums;
}

function loosely(session: Session, index: ReplyIndex, terms: readonly string[], found: Map<number, number>): void {
  const keep = (reply: number, score: number) => {
    if (score > (found.get(reply) ?? 0)) found.set(reply, score);
  };
  const words = terms.map((term) => {
    const strict = strictScores(session, term);
    const loose = scoreTerm(session.prepared, term, true);
    const scores = strict.scores.map((score, reply) => Math.max(score, 0.85 * (loose.scores[reply] ?? 0)));
    return { scores, replies: [...new Set([...strict.replies, ...loose.replies])] };
  });
  for (const [reply, score] of together(words, 0)) keep(reply, score);
  if (found.size === 0 && terms.length > 1) for (const [reply, score] of together(words, 1)) keep(reply, score);
  const sentence = terms.join(' ');
  if (!/[㐀-鿿]{2}|[a-z] [a-z]/.test(sentence)) return;
  compareSentence(preparedFor(index).overlap, sentence, ({ reply, field, alike, ofSentence }) => {
    if (ofSentence > 0.45) keep(reply, 72 * alike * (field === 0 ? 1 : 0.9));
  });
}

/** Spans of the words in the fields that are shown. */
function spansOf(prepared: Prepared, reply: number, terms: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (let segment = prepared.segmentsFrom[reply] ?? 0; segment < (prepared.segmentsFrom[reply + 1] ?? 0); segment++) {
    const field = segmentFields[prepared.fields[segment] ?? 0];
    if (field === undefined || field === 'tag' || field === 'question') continue;
    for (const term of terms) {
      if (field === 'text' && term.length < 2) continue;
      let { score, start, end } = bestPlace(prepared, segment, term, 0, false);
      if (score === 0 && field !== 'text') ({ score, start, end } = bestPlace(prepared, segment, term, slipsFor(term), true));
      if (score > 0) spans.push({ field, start, end });
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
  let scores: Map<number, number>;
  if (terms.length === 0) scores = new Map(index.replies.map((_, reply) => [reply, 0]));
  else {
    scores = together(terms.map((term) => strictScores(session, term)), 0);
    let best = 0;
    for (const score of scores.values()) if (score > best) best = score;
    if (scores.size < ENOUGH.finds || best < ENOUGH.score) loosely(session, index, terms, scores);
  }
  const today = new Date(now);
  const top: { reply: number; score: number }[] = [];
  for (const [reply, match] of scores) {
    const entry = index.replies[reply];
    if (!entry) continue;
    const score = match + (usage && usage.size > 0 ? useBonus(usage.get(usageKey(entry)), now) : 0);
    const last = top[limit - 1];
    if (last && (score < last.score || (score === last.score && reply > last.reply))) continue;
    if (entry.seasons && !entry.seasons.some((season) => inSeason(season, today))) continue;
    let at = top.length;
    while (at > 0 && (score > (top[at - 1]?.score ?? 0) || (score === top[at - 1]?.score && reply < (top[at - 1]?.reply ?? 0)))) at -= 1;
    top.splice(at, 0, { reply, score });
    if (top.length > limit) top.pop();
  }
  return top.flatMap(({ reply, score }) => {
    const entry = index.replies[reply];
    return entry ? [{ id: entry.id, pack: entry.pack, score, reply: entry, spans: spansOf(session.prepared, reply, terms) }] : [];
  });
}
