import { segmentFields } from './reply-index.ts';
import type { Prepared } from './prepare.ts';

/**
 * How much a sentence has in common with the titles, tags and example questions of replies, by
 * the characters (Chinese) or words (English) they share, rare ones counting for more. Order
 * counts through neighbours: a pair that stands side by side in both counts again.
 */
export interface OverlapTable {
  /** Tokens of the segments compared, one segment after another. */
  tokens: Int32Array;
  starts: Int32Array;
  replyOf: Int32Array;
  fields: Uint8Array;
  /** Rarity of a token, 0 for one that is in every reply. */
  rarity: Float32Array;
  /** Sum of the squared weights of each segment, for measuring likeness. */
  norms: Float32Array;
  words: Map<string, number>;
  /** Segments in which a token stands, once for each time it does. */
  segmentsWith: Map<number, number[]>;
}

const WORDS_FROM = 0x10000;
/** Greatest number of tokens looked at in a sentence. */
const SENTENCE_LENGTH = 200;
const compared = new Set(['title', 'tag', 'question'].map((name) => segmentFields.indexOf(name as (typeof segmentFields)[number])));

/** An English word without its commonest endings. */
function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 4 && /(ed|es)$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
}

/** Cuts folded text into tokens: Han characters by themselves, runs of letters as words; numbers say nothing. */
function tokensOf(text: string, wordId: (word: string) => number): number[] {
  return Array.from(text.toLowerCase().matchAll(/[㐀-鿿]|(?:(?![㐀-鿿])[\p{L}'])+/gu), ([piece]) => {
    const unit = piece.charCodeAt(0);
    return unit >= 0x3400 && unit <= 0x9fff ? unit : wordId(stem(piece));
  });
}

/** Segments between two places at which the work may rest. */
const STRIDE = 400;

/** Lays out what sentences are compared with; linear in titles, tags and questions. Yields where it may rest. */
export function* layingOverlap(prepared: Prepared): Generator<void, OverlapTable> {
  const words = new Map<string, number>();
  const wordId = (word: string): number => {
    let id = words.get(word);
    if (id === undefined) words.set(word, (id = WORDS_FROM + words.size));
    return id;
  };
  const tokens: number[] = [];
  const starts: number[] = [];
  const replyOf: number[] = [];
  const fields: number[] = [];
  const segmentsWith = new Map<number, number[]>();
  const held = new Map<number, { replies: number; last: number }>();
  for (let segment = 0; segment < prepared.fields.length; segment++) {
    if (segment % STRIDE === 0) yield;
    const field = prepared.fields[segment] ?? 0;
    if (!compared.has(field)) continue;
    const reply = prepared.replyOf[segment] ?? 0;
    starts.push(tokens.length);
    replyOf.push(reply);
    fields.push(field);
    const units = prepared.units.subarray(prepared.starts[segment], (prepared.starts[segment + 1] ?? 1) - 1);
    for (const token of tokensOf(String.fromCharCode(...units), wordId)) {
      tokens.push(token);
      const having = segmentsWith.get(token);
      if (having) having.push(fields.length - 1);
      else segmentsWith.set(token, [fields.length - 1]);
      const seen = held.get(token);
      if (!seen) held.set(token, { replies: 1, last: reply });
      else if (seen.last !== reply) held.set(token, { replies: seen.replies + 1, last: reply });
    }
  }
  starts.push(tokens.length);
  const count = Math.max(1, prepared.segmentsFrom.length - 1);
  const rarity = new Float32Array(WORDS_FROM + words.size);
  for (const [token, { replies }] of held) rarity[token] = Math.log(1 + count / replies);
  const norms = new Float32Array(fields.length);
  for (let segment = 0; segment < norms.length; segment++) {
    for (let at = starts[segment] ?? 0; at < (starts[segment + 1] ?? 0); at++) norms[segment] = (norms[segment] ?? 0) + (rarity[tokens[at] ?? 0] ?? 0) ** 2;
  }
  return { tokens: Int32Array.from(tokens), starts: Int32Array.from(starts), replyOf: Int32Array.from(replyOf), fields: Uint8Array.from(fields), rarity, norms, words, segmentsWith };
}

/** What a sentence shares with one segment: how alike they are (0 to 1), and how much of each is shared. */
export interface Likeness {
  reply: number;
  field: number;
  /** The segment's tokens, the same for the same text. */
  key: string;
  alike: number;
  /** Share of the segment's weight that is in the sentence; of the sentence's that is in the segment. */
  ofSegment: number;
  ofSentence: number;
}

/** Calls `found` for every segment that shares at least a third of its weight with the sentence. */
export function compareSentence(table: OverlapTable, sentence: string, found: (likeness: Likeness) => void): void {
  const { tokens, starts, replyOf, fields, rarity, norms } = table;
  const asked = tokensOf(sentence, (word) => table.words.get(word) ?? -1).slice(0, SENTENCE_LENGTH);
  const weights = new Float32Array(rarity.length);
  const pairs = new Set<number>();
  const commonest = Math.log(2);
  let norm = 0;
  asked.forEach((token, at) => {
    const weight = (token >= 0 ? rarity[token] : undefined) ?? 0;
    // A character that no reply knows still tells that the sentence is about something else.
    norm += (weight || 3 * commonest) ** 2 * (weights[token] ? 0 : 1);
    if (token < 0 || weight === 0) return;
    weights[token] = weight ** 2;
    const next = asked[at + 1];
    if (next !== undefined && next >= 0) pairs.add(token * 0x20000 + next);
  });
  if (norm === 0) return;
  const sharedBy = new Float32Array(fields.length);
  for (const token of new Set(asked)) {
    const weight = (token >= 0 ? weights[token] : undefined) ?? 0;
    if (weight > 0) for (const segment of table.segmentsWith.get(token) ?? []) sharedBy[segment] = (sharedBy[segment] ?? 0) + weight;
  }
  for (let segment = 0; segment < fields.length; segment++) {
    const shared = sharedBy[segment] ?? 0;
    const own = norms[segment] ?? 0;
    if (shared === 0 || shared * 3 < own) continue;
    const end = starts[segment + 1] ?? 0;
    const from = starts[segment] ?? 0;
    const steps = Math.max(0, end - from - 1);
    let side = 0;
    for (let at = from; at + 1 < end; at++) if ((weights[tokens[at] ?? 0] ?? 0) > 0 && pairs.has((tokens[at] ?? 0) * 0x20000 + (tokens[at + 1] ?? 0))) side += 1;
    const order = steps === 0 ? 1 : 0.55 + (0.45 * side) / steps;
    found({
      reply: replyOf[segment] ?? 0,
      field: fields[segment] ?? 0,
      key: tokens.subarray(starts[segment], end).join(),
      // A character that comes twice in the segment and once in the sentence must not count past one.
      alike: Math.min(1, shared / Math.sqrt(own * norm)) * order,
      ofSegment: (shared / own) * order,
      ofSentence: Math.min(1, shared / norm) * order,
    });
  }
}
