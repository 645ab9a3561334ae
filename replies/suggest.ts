import { compareSentence } from './overlap.ts';
import type { OverlapTable } from './overlap.ts';
import { segmentFields } from './reply-index.ts';
import type { IndexedReply, ReplyIndex } from './reply-index.ts';
import { preparedFor, usageKey } from './search.ts';
import type { Usage } from './search.ts';
import { inSeason } from './wordings.ts';

export interface Suggestion {
  id: string;
  pack: string;
  /** How alike the message and what the reply answers are, 0 to 1. */
  score: number;
  reply: IndexedReply;
}

export interface SuggestOptions {
  usage?: ReadonlyMap<string, Usage>;
  /** Epoch ms. */
  now: number;
  /** At most; 3 when left out. */
  limit?: number;
}

/** Below this score nothing is suggested: a wrong offer costs the agent more than none. */
const SURE = 0.66;
/** A further suggestion comes no further behind the first than this. */
const BEHIND = 0.72;
/** What a field says about the question: an example of one, the title, a tag. */
const fieldWeights = new Map(([['question', 1], ['title', 0.92], ['tag', 0.62]] as const).map(([name, weight]) => [segmentFields.indexOf(name), weight]));
const TAG = segmentFields.indexOf('tag');
/** A tag speaks for a group when this share of the replies that carry it are in that group. */
const SPEAKS = 0.6;
/** What a tag named in the message is worth to the replies of its group; likeness makes up the rest. */
const NAMED = 0.52;

/**
 * What a console puts in for masked or sent things, the order card that goes with a question, links
 * and long numbers: no part of the question.
 */
const noise = /(?:咨询|查询)?(?:订单编号|订单号|订单金额|下单时间|商品ID|商品号)\s*[:：]\s*(?:\[[^\]]{1,12}\]|[￥¥]?[\d.,:-]+)?|\[[^\]]{1,12}\]|https?:\S+|\d{5,}/g;
/** Courtesies around a question. Taken off only where something else remains. */
const courtesies = /^(你好|您好|亲|在吗|请问一下|请问|麻烦|帮我|那个|那么|那|我想问一下|想问下|好的|好吧|好|嗯|哦|噢|是的|对|行|hi|hello|hey|ok|okay|yes|please|so|well)+|(谢谢|多谢|麻烦您了|麻烦了|了解|啊|呀|呢|哦|哈|吧|thanks|thank you|please)+$/giu;

function clausesOf(message: string): string[] {
  const whole = message.replace(noise, ' ').slice(0, 400);
  const pieces = whole.split(/[\s,，.。;；!！?？~～、:：]*[,，.。;；!！?？~～\n]+\s*|(?<=[㐀-鿿])\s+/u).map((piece) => piece.trim());
  const bare = pieces.map((piece) => piece.replace(courtesies, '').trim());
  const asking = bare.filter((piece) => piece.length > 1);
  return [...new Set(asking.length > 0 ? asking : pieces)].filter((piece) => piece !== '').slice(-6);
}

/** Scores of the replies for one clause: by likeness, lifted where the clause names what their group is about. */
function clauseScores(index: ReplyIndex, overlap: OverlapTable, clause: string): Map<number, number> {
  const alikes = new Map<number, number>();
  const named = new Map<string, Map<string, number>>();
  compareSentence(overlap, clause, ({ reply, field, key, alike, ofSegment }) => {
    const score = alike * (fieldWeights.get(field) ?? 0);
    if (score > (alikes.get(reply) ?? 0)) alikes.set(reply, score);
    const group = index.replies[reply]?.group;
    if (field !== TAG || ofSegment < 0.99 || group === undefined) return;
    const groups = named.get(key) ?? new Map<string, number>();
    groups.set(group, (groups.get(group) ?? 0) + 1);
    named.set(key, groups);
  });
  const spoken = new Set<string>();
  for (const groups of named.values()) {
    const all = [...groups.values()].reduce((sum, count) => sum + count, 0);
    for (const [group, count] of groups) if (count / all >= SPEAKS) spoken.add(group);
  }
  for (const [reply, alike] of alikes) {
    if (spoken.has(index.replies[reply]?.group ?? '')) alikes.set(reply, NAMED + (1 - NAMED) * alike);
  }
  return alikes;
}

/**
 * At most three replies to a customer's last message, best first; none when nothing is near
 * enough. Offline: it compares the message, clause by clause, with the example questions, titles
 * and tags of the replies. Use by this agent decides between near equals.
 */
export function suggestReplies(index: ReplyIndex, message: string, { usage, now, limit = 3 }: SuggestOptions): Suggestion[] {
  const { overlap } = preparedFor(index);
  const scores = new Map<number, number>();
  for (const clause of clausesOf(message)) {
    for (const [reply, score] of clauseScores(index, overlap, clause)) if (score >= SURE && score > (scores.get(reply) ?? 0)) scores.set(reply, score);
  }
  const today = new Date(now);
  const found = Array.from(scores, ([at, score]) => ({ at, score, reply: index.replies[at] }))
    .flatMap(({ at, score, reply }) => (reply ? [{ at, score, reply, used: usage?.get(usageKey(reply))?.count ?? 0 }] : []))
    .filter(({ reply }) => !reply.seasons || reply.seasons.some((season) => inSeason(season, today)))
    .map((entry) => ({ ...entry, rank: entry.score + Math.min(0.04, 0.01 * Math.log2(1 + entry.used)) }))
    .sort((one, two) => two.rank - one.rank || one.at - two.at);
  const best = found[0]?.score ?? 0;
  return found
    .filter(({ score }) => score >= best * BEHIND)
    .slice(0, limit)
    .map(({ reply, score }) => ({ id: reply.id, pack: reply.pack, score, reply }));
}
