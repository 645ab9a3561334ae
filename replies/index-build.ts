import { OutputFormat, polyphonic, segment } from 'pinyin-pro';
import type { Reply } from '../packs/format.ts';
import { toIndexed } from './indexed.ts';
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

/** Readings of a reply's segments, as the index of an earlier time has them; undefined when a text is another. */
type Known = (reply: IndexedReply) => Map<number, string>[] | undefined;

/** Looks readings up in an index that was built before. Linear in what is asked for. */
function knownFrom(previous: ReplyIndex): Known {
  const places = new Map(previous.replies.map((reply, at) => [`${reply.pack}/${reply.id}`, at]));
  const otherwise = Map.groupBy(previous.otherwise, ([reply]) => reply);
  return (reply) => {
    const at = places.get(`${reply.pack}/${reply.id}`);
    const old = at === undefined ? undefined : previous.replies[at];
    if (at === undefined || !old) return undefined;
    const [texts, before] = [segmentsOf(reply), segmentsOf(old)];
    if (texts.length !== before.length || texts.some(({ field, text }, index) => field !== before[index]?.field || text !== before[index]?.text)) return undefined;
    const readings = texts.map(({ field, text }) => {
      const found = new Map<number, string>();
      if (field === 'abbreviation') return found;
      for (let place = 0; place < Math.min(text.length, PINYIN_LENGTH); place += 1) {
        const reading = previous.readings[text.charAt(place)];
        if (reading !== undefined) found.set(place, reading);
      }
      return found;
    });
    for (const [, segmentAt, place, reading] of otherwise.get(at) ?? []) readings[segmentAt]?.set(place, reading);
    return readings;
  };
}

/** Yields after each reply, with the number of those that had to be read so far; ends with the index. */
function* building(replies: readonly (Reply & { pack: string })[], previous?: ReplyIndex): Generator<number, ReplyIndex> {
  const knownOf = previous && knownFrom(previous);
  let fresh = 0;
  const indexed: IndexedReply[] = [];
  const seen = new Map<string, Map<string, number>>();
  const known = new Map<string, Map<number, string>>();
  const places: [reply: number, segment: number, at: number, character: string, reading: string][] = [];
  for (const [replyAt, source] of replies.entries()) {
    const reply = toIndexed(source);
    indexed.push(reply);
    const before = knownOf?.(reply);
    segmentsOf(reply).forEach(({ field, text }, segmentAt) => {
      if (field === 'abbreviation') return;
      const searched = text.slice(0, PINYIN_LENGTH);
      const readings = before?.[segmentAt] ?? known.get(searched) ?? readingsOf(searched);
      if (field === 'group' || field === 'tag') known.set(searched, readings);
      for (const [at, reading] of readings) {
        const character = searched.charAt(at);
        const counts = seen.get(character) ?? new Map<string, number>();
        counts.set(reading, (counts.get(reading) ?? 0) + 1);
        seen.set(character, counts);
        places.push([replyAt, segmentAt, at, character, reading]);
      }
    });
    if (!before) fresh += 1;
    yield fresh;
  }
  const mostly = new Map(Array.from(seen, ([character, counts]) => [character, commonest(counts)]));
  return {
    version: 1,
    replies: indexed,
    readings: Object.fromEntries(mostly),
    otherwise: places.filter(([, , , character, reading]) => mostly.get(character) !== reading).map(([reply, part, at, , reading]) => [reply, part, at, reading]),
  };
}

/**
 * Builds the search index in one go. Slow (pinyin for every text: 5 s for 20,000 replies) and not
 * for the page. The order of `replies` is the order of the packs, which decides between equals.
 */
export function buildReplyIndex(replies: readonly (Reply & { pack: string })[]): ReplyIndex {
  const work = building(replies);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in slices, between which `rest` gives the thread back.
 * @param previous an index that was built before, with this very code: a reply whose texts it has is not read anew
 * @param rest awaited whenever a slice of some 12 ms is used up
 * @returns the index, and how many replies had to be read anew
 */
export async function buildReplyIndexInSlices(
  replies: readonly (Reply & { pack: string })[],
  previous: ReplyIndex | undefined,
  rest: () => Promise<void>,
): Promise<{ index: ReplyIndex; fresh: number }> {
  const work = building(replies, previous);
  let fresh = 0;
  for (let since = performance.now(); ; ) {
    const step = work.next();
    if (step.done) return { index: step.value, fresh };
    fresh = step.value;
    if (performance.now() - since < 12) continue;
    await rest();
    since = performance.now();
  }
}
