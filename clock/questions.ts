import type { Side } from '../chat/types.ts';
import { maskPersonal } from './mask.ts';

/** What customers asked most: messages grouped by likeness, on this computer, without a dictionary. */

export interface Question {
  /** The wording that came most often, without numbers, links and small talk. */
  text: string;
  /** How many messages are in the group. */
  n: number;
  /** Up to three other wordings, most frequent first. */
  others: string[];
}

/** Two wordings belong together from this share of common pairs of characters (Dice). */
const LIKENESS = 0.6;
/** A group is compared by its most frequent wording; longer texts than this are cut before comparing. */
const COMPARED = 120;

/** A clause of these characters alone asks nothing: 好的谢谢, 没有了, 在吗, 等下我看下. */
const emptyClause = /^[好的嗯恩哦噢喔是对行没不有用了谢您你啦吧呢啊呀哈亲在吗么嘛暂时可以知道明白辛苦再见拜麻烦客气那就这样先等下我看还事木多怎样问题其它他需要]*$/;
/** What the console puts into the message by itself when a customer writes from an order or a product. */
const cardClause = /^(?:咨询)?(?:订单编?号|订单金额|下单时间|商品id|商品编号|商品链接)$/;
const latinSmallTalk = /^(?:hi|hello|hey|ok|okay|yes|no|thanks|thank you|thx|bye|please)$/;

/** What is asked, for comparing: without links, numbers, marks, small talk and order cards, in one case and width. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\/\/\S+|\[[^\]]{0,20}\]|\p{N}+/gu, ' ')
    // Spaces part Chinese clauses, but not Latin words.
    .split(/[^\p{L}\p{M}\s]+|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u)
    .map((clause) => clause.trim())
    .filter((clause) => !emptyClause.test(clause) && !cardClause.test(clause) && !latinSmallTalk.test(clause))
    .join(' ')
    .slice(0, COMPARED);
}

/** Whether a customer's message asks something: more than small talk, a link, a number or an order card. */
export function asksSomething(text: string): boolean {
  return bare(text).length >= 2;
}

/** As much of a question as is kept, UTF-16 code units. */
const KEPT = 200;

/**
 * What a customer asked with a wait: the first of its messages that asks something, masked; undefined when
 * there is none or the page does not show the wait's first message.
 * @param messages of the chat, in page order
 * @param waitId id of the message that began the wait
 */
export function questionOf(messages: readonly { id: string; side: Side; text: string }[], waitId: string): string | undefined {
  const start = messages.findLastIndex(({ id }) => id === waitId);
  if (start < 0) return undefined;
  const end = messages.findIndex(({ side }, index) => index > start && side === 'agent');
  const asked = messages.slice(start, end < 0 ? undefined : end).find(({ side, text }) => side === 'customer' && asksSomething(text));
  return asked && maskPersonal(asked.text).trim().slice(0, KEPT);
}

/** The different pairs of neighbouring characters; a single character is its own pair. */
function pairsOf(text: string): Set<string> {
  if (text.length < 2) return new Set([text]);
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
}

/**
 * The most asked questions among customers' messages, most frequent first, at most `limit`. Small talk
 * is left out. The frequent wordings come first and lead; each rarer one joins the leader it is most
 * like, or leads a group of its own.
 */
export function groupQuestions(messages: Iterable<string>, limit: number): Question[] {
  const wordings = new Map<string, number>();
  for (const text of messages) {
    const key = bare(text);
    if (key.length < 2) continue;
    wordings.set(key, (wordings.get(key) ?? 0) + 1);
  }
  const groups: (Question & { size: number })[] = [];
  /** Groups by the pairs of their leader. */
  const index = new Map<string, number[]>();
  for (const [text, n] of [...wordings].sort(([, a], [, b]) => b - a)) {
    const pairs = pairsOf(text);
    const group = mostAlike(pairs, groups, index);
    if (group) {
      group.n += n;
      if (group.others.length < 3) group.others.push(text);
      continue;
    }
    for (const pair of pairs) {
      const holders = index.get(pair);
      if (holders) holders.push(groups.length);
      else index.set(pair, [groups.length]);
    }
    groups.push({ text, n, others: [], size: pairs.size });
  }
  return groups.sort((a, b) => b.n - a.n).slice(0, limit).map(({ text, n, others }) => ({ text, n, others }));
}

function mostAlike<G extends { size: number }>(pairs: Set<string>, groups: G[], index: Map<string, number[]>): G | null {
  const common = new Map<number, number>();
  for (const pair of pairs) {
    for (const group of index.get(pair) ?? []) common.set(group, (common.get(group) ?? 0) + 1);
  }
  let best: G | null = null;
  let likeness = LIKENESS;
  for (const [at, n] of common) {
    const group = groups[at]!;
    const dice = (2 * n) / (pairs.size + group.size);
    if (dice >= likeness) [best, likeness] = [group, dice];
  }
  return best;
}
