import type { Season } from '../packs/format.ts';

/**
 * What the search needs of a set of replies: computed once when packs are loaded (index-build.ts),
 * stored as JSON, handed to the page. It holds pinyin as a small table by character, with the
 * few places apart where the character is read otherwise.
 */
export interface ReplyIndex {
  version: 1;
  replies: IndexedReply[];
  /** How a Han character is read mostly in these replies, toneless, ü as v; two readings, parted by a space, where words leave it open. */
  readings: Record<string, string>;
  /** Where it is read otherwise: reply, segment of the reply, UTF-16 offset in the segment, readings. */
  otherwise: [reply: number, segment: number, at: number, readings: string][];
}

/** A reply as the picker shows it. Spans of `Found` are offsets in these very texts. */
export interface IndexedReply {
  id: string;
  pack: string;
  title: string;
  group: string;
  abbreviation: string;
  /** The messages as a person reads them, marks written out, joined by a line break. */
  text: string;
  /** How many messages it has. */
  bubbles: number;
  tags?: string[];
  questions?: string[];
  seasons?: Season[];
}

/** The fields searched, in this order; a segment is one text of one of them. */
export const segmentFields = ['title', 'abbreviation', 'group', 'tag', 'question', 'text'] as const;
export type SegmentField = (typeof segmentFields)[number];

/** A reply's segments, in a fixed order on which `otherwise` relies. */
export function segmentsOf(reply: IndexedReply): { field: SegmentField; text: string }[] {
  return [
    { field: 'title', text: reply.title },
    { field: 'abbreviation', text: reply.abbreviation },
    { field: 'group', text: reply.group },
    ...(reply.tags ?? []).map((text) => ({ field: 'tag' as const, text })),
    ...(reply.questions ?? []).map((text) => ({ field: 'question' as const, text })),
    { field: 'text', text: reply.text },
  ];
}
