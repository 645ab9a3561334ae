import type { Prepared } from './prepare.ts';

/** How well each reply answers to one word of a query. */
export interface TermScores {
  /** By reply; 0 for none, about 100 for a title matched whole. */
  scores: Float32Array;
  /** Replies with a score, ascending. */
  replies: number[];
  /** Segments in which a longer word that begins with this one may stand; unset when not all were looked at. */
  segments?: readonly number[];
}

/** Weight of a field, in the order of `segmentFields`: title, abbreviation, group, tag, question, text. */
export const fieldWeights = [100, 100, 62, 78, 70, 52];

/** All zero between two tallies. */
const scratch = new WeakMap<Prepared, Float32Array>();

/** Scores of segments, as they are found. One at a time: they share their memory. */
export class Tally {
  /** Segments with a score; of equal groups and tags the first. */
  readonly segments: number[] = [];
  private readonly scores: Float32Array;
  private readonly marked: Uint8Array;
  private readonly prepared: Prepared;

  constructor(prepared: Prepared) {
    this.prepared = prepared;
    this.scores = scratch.get(prepared) ?? new Float32Array(prepared.fields.length);
    scratch.set(prepared, this.scores);
    this.marked = new Uint8Array(prepared.segmentsFrom.length - 1);
  }

  add(segment: number, score: number): void {
    const before = this.scores[segment] ?? 0;
    if (score <= before) return;
    if (before === 0) this.segments.push(segment);
    this.put(segment, score);
  }

  /** A group or tag is the same in all replies that have it. */
  private put(segment: number, score: number): void {
    const { alike, segmentsAlike, replyOf } = this.prepared;
    const number = alike[segment] ?? -1;
    if (number < 0) {
      this.scores[segment] = score;
      this.marked[replyOf[segment] ?? 0] = 1;
    } else {
      for (const same of segmentsAlike[number] ?? []) {
        this.scores[same] = score;
        this.marked[replyOf[same] ?? 0] = 1;
      }
    }
  }

  /** Ends the tally: the best of each reply's segments, and a little for each further one that says about as much. */
  byReply(): TermScores {
    const { fields, segmentsFrom } = this.prepared;
    const scores = new Float32Array(this.marked.length);
    const replies: number[] = [];
    for (let reply = this.marked.indexOf(1); reply >= 0; reply = this.marked.indexOf(1, reply + 1)) {
      let best = 0;
      let others = 0;
      const end = segmentsFrom[reply + 1] ?? 0;
      for (let segment = segmentsFrom[reply] ?? 0; segment < end; segment++) {
        const score = this.scores[segment] ?? 0;
        if (score === 0 || (fieldWeights[fields[segment] ?? 0] ?? 0) * 1.15 <= best) continue;
        others += 1;
        if (score > best) best = score;
      }
      scores[reply] = best + Math.min(others - 1, 3);
      replies.push(reply);
    }
    for (const segment of this.segments) this.put(segment, 0);
    return { scores, replies };
  }
}
