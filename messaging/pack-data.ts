import { compileWords } from '../banned-words';
import type { CompactWords } from '../banned-words';
import type { Language } from '../locales';
import { buildReplyIndexInSlices } from '../replies/index-build';
import type { ReplyIndex } from '../replies/reply-index';
import { packsInUse } from '../storage/packs';
import { keepIndex, keptIndex } from '../storage/reply-indexes';
import { languageInUse } from './language';
import type { Answer, PackedReply } from './protocol';

/** Replies in one message: some 200 KB, which a page parses in about a millisecond. */
const PIECE = 400;

interface PackData {
  /** Another one for other packs. */
  stamp: string;
  words: Promise<CompactWords>;
  replies: Promise<{ replies: PackedReply[]; index: ReplyIndex }>;
}
const packData = new Map<Language, PackData>();

/** Packs changed: what was compiled of them counts no more. */
export function forgetPackData(): void {
  packData.clear();
}

/** What pages get of the packs; compiled once in the life of the worker, and after each change. */
async function dataOfPacks(): Promise<PackData> {
  const language = await languageInUse();
  const known = packData.get(language);
  if (known) return known;
  // Packs in the agent's own language stand first where nothing else decides.
  const packs = packsInUse().then((all) => all.toSorted((a, b) => Number(b.language === language) - Number(a.language === language)));
  const replies = packs.then((all) => all.flatMap((pack) => (pack.replies ?? []).map((reply) => ({ ...reply, pack: pack.id, language: pack.language }))));
  const words = packs.then(compileWords);
  const data: PackData = {
    stamp: crypto.randomUUID(),
    words,
    // The words first: they guard what is sent.
    replies: words.then(async () => ({ replies: await replies, index: await indexOf(await replies, language) })),
  };
  // Whoever asks hears of a fault.
  data.replies.catch(() => undefined);
  packData.set(language, data);
  return data;
}

/** The search index. Pinyin is read of new texts only, in slices, so that messages are answered meanwhile. */
async function indexOf(replies: PackedReply[], language: Language): Promise<ReplyIndex> {
  const rest = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const { index, fresh } = await buildReplyIndexInSlices(replies, await keptIndex(language), rest);
  if (fresh > 0) await keepIndex(language, index);
  return index;
}

/** The words in use. */
export async function wordsOfPacks(): Promise<Answer<'panel.packs'>> {
  return { words: await (await dataOfPacks()).words };
}

/**
 * The replies in use, piece by piece, so that a big pack does not freeze the page. A page that
 * began with other packs (`stamp`) is sent back to the start.
 */
export async function repliesOfPacks({ from, stamp }: { from: number; stamp: string }): Promise<Answer<'panel.replies'>> {
  const data = await dataOfPacks();
  const { replies, index } = await data.replies;
  const start = stamp === data.stamp ? from : 0;
  const end = start + PIECE;
  return {
    stamp: data.stamp,
    from: start,
    replies: replies.slice(start, end),
    readings: start === 0 ? index.readings : {},
    otherwise: index.otherwise.slice(firstFrom(index, start), firstFrom(index, end)),
    more: end < replies.length,
  };
}

/** The first reading that is otherwise in replies from this one on; they stand in the order of the replies. */
function firstFrom({ otherwise }: ReplyIndex, reply: number): number {
  let [low, high] = [0, otherwise.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((otherwise[middle]?.[0] ?? reply) < reply) low = middle + 1;
    else high = middle;
  }
  return low;
}
