import { OutputFormat, polyphonic, segment } from 'pinyin-pro';
import type { Reply } from '../packs/format.ts';
import { previewTemplate } from './render.ts';
import { segmentsOf } from './reply-index.ts';
import type { IndexedReply, ReplyIndex } from './reply-index.ts';

/** More of a reply's text than this (UTF-16 code units) is shown but not searched by pinyin. */
const PINYIN_LENGTH = 600;
const han = /\p{Script=Han}/u;
const polyphones = new Map<string, string[]>();

function allReadings(character: string): string[] {
  let known = polyphones.get(character);
  if (!known) {
    known = [...new Set(polyphonic(character, { toneType: 'none', type: 'array', v: true }).flat())];
    polyphones.set(character, known);
  }
  return known;
}

/**
 * How each Han character of a text is read, by UTF-16 offset. Inside a word of the dictionary the
 * word decides; a character that stands alone keeps its two commonest readings (还款 is read
 * both hai and huan, for no list of words is whole).
 */
function readingsOf(text: string): Map<number, string> {
  const readings = new Map<number, string>();
  if (!han.test(text)) return readings;
  let at = 0;
  for (const word of segment(text, { toneType: 'none', v: true, format: OutputFormat.AllArray })) {
    const pairs = Array.isArray(word) ? word : [word];
    for (const { origin, result } of pairs) {
      if (origin.length === 1 && han.test(origin)) {
        const others = pairs.length > 1 ? [] : allReadings(origin).filter((reading) => reading !== result);
        readings.set(at, [result, ...others.slice(0, 1)].join(' '));
      }
      at += origin.length;
    }
  }
  return readings;
}

/** The reading that a character has most often. */
function commonest(counts: Map<string, number>): string {
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function toIndexed(reply: Reply & { pack: string }): IndexedReply {
  const language = han.test(reply.title + reply.bubbles[0]) ? 'zh-CN' : 'en';
  return {
    id: reply.id,
    pack: reply.pack,
    title: reply.title,
    group: reply.group,
    abbreviation: reply.abbreviation ?? '',
    text: reply.bubbles.map((bubble) => previewTemplate(bubble, language)).join('\n'),
    bubbles: reply.bubbles.length,
    tags: reply.tags,
    questions: reply.questions,
    seasons: reply.seasons,
  };
}

/**
 * Builds the search index. Slow (pinyin for every text) and not for the page: call it in the
 * background when packs change, store the outcome. The order of `replies` is the order of the
 * packs, which decides between equals.
 */
export function buildReplyIndex(replies: readonly (Reply & { pack: string })[]): ReplyIndex {
  const indexed = replies.map(toIndexed);
  const seen = new Map<string, Map<string, number>>();
  const known = new Map<string, Map<number, string>>();
  const places: [reply: number, segment: number, at: number, character: string, reading: string][] = [];
  indexed.forEach((reply, replyAt) => {
    segmentsOf(reply).forEach(({ field, text }, segmentAt) => {
      if (field === 'abbreviation') return;
      const searched = text.slice(0, PINYIN_LENGTH);
      const readings = known.get(searched) ?? readingsOf(searched);
      if (field === 'group' || field === 'tag') known.set(searched, readings);
      for (const [at, reading] of readings) {
        const character = searched.charAt(at);
        const counts = seen.get(character) ?? new Map<string, number>();
        counts.set(reading, (counts.get(reading) ?? 0) + 1);
        seen.set(character, counts);
        places.push([replyAt, segmentAt, at, character, reading]);
      }
    });
  });
  const mostly = new Map(Array.from(seen, ([character, counts]) => [character, commonest(counts)]));
  return {
    version: 1,
    replies: indexed,
    readings: Object.fromEntries(mostly),
    otherwise: places.filter(([, , , character, reading]) => mostly.get(character) !== reading).map(([reply, part, at, , reading]) => [reply, part, at, reading]),
  };
}
