import { database } from './database';
import { parseRecords } from './parse';
import { replyCountSchema, replyEvents } from './records-replies';
import type { ReplyCount, ReplyEvent } from './records-replies';

/** The local day of a time, as YYYY-MM-DD. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Counts one event of a reply at a time, epoch ms. */
export function countReply(reply: string, event: ReplyEvent, at: number): Promise<void> {
  const day = dayOf(at);
  return database.transaction('rw', database.replyCounts, async () => {
    const known = await database.replyCounts.get([reply, day]);
    const count = { used: 0, sent: 0, edited: 0, held: 0, ...known, reply, day };
    await database.replyCounts.put(replyCountSchema.parse({ ...count, [event]: count[event] + 1 }));
  });
}

/** Counts of single days from `from` to `to`, both YYYY-MM-DD and included. */
export async function replyCountsBetween(from: string, to: string): Promise<ReplyCount[]> {
  const found = await database.replyCounts.where('day').between(from, to, true, true).toArray();
  return parseRecords('replyCounts', replyCountSchema, found).records;
}

/** The same added up by reply, `<pack id>/<reply id>`. */
export async function replyTotals(from: string, to: string): Promise<Map<string, Omit<ReplyCount, 'day'>>> {
  const totals = new Map<string, Omit<ReplyCount, 'day'>>();
  for (const { day: _, ...count } of await replyCountsBetween(from, to)) {
    const total = totals.get(count.reply);
    if (!total) totals.set(count.reply, count);
    else for (const event of replyEvents) total[event] += count[event];
  }
  return totals;
}

/** Forgets the days before that of `before`, epoch ms. */
export async function pruneReplyCounts(before: number): Promise<void> {
  await database.replyCounts.where('day').below(dayOf(before)).delete();
}
