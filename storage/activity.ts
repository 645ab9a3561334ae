import type { z } from 'zod';
import { database } from './database';
import { holdSchema, replyUseSchema, waitRecordSchema } from './records';
import type { Hold, ReplyUse, WaitRecord } from './records';
import { parseRecords } from './parse';
import { pruneReplyCounts } from './reply-counts';
import { pruneSentReplies } from './sent-replies';

/**
 * Stores waits by their id: one that comes again, because it still changed, is not counted twice.
 * @param forget ids of this site's waits that turned out to be none
 */
export function storeWaits(waits: WaitRecord[], site: string, forget: string[] = []): Promise<void> {
  return database.transaction('rw', database.waits, async () => {
    await database.waits.where('id').anyOf(forget).filter((wait) => wait.site === site).delete();
    await database.waits.bulkPut(waits.map((wait) => waitRecordSchema.parse(wait)));
  });
}

/** Stores that a send was held, or let go all the same. */
export async function storeHold(hold: Omit<z.input<typeof holdSchema>, 'id'>): Promise<void> {
  await database.holds.add(holdSchema.parse({ ...hold, id: crypto.randomUUID() }));
}

/** Counts one more use of a reply on a site. */
export function countReplyUse(site: string, reply: string): Promise<void> {
  return database.transaction('rw', database.replyUses, async () => {
    const known = await database.replyUses.get([site, reply]);
    await database.replyUses.put({ site, reply, count: (known?.count ?? 0) + 1, lastUsed: Date.now() });
  });
}

/** How often and when last each reply was used on a site. */
export async function replyUsesOf(site: string): Promise<ReplyUse[]> {
  const stored = await database.replyUses.where('site').equals(site).toArray();
  return parseRecords('replyUses', replyUseSchema, stored).records;
}

/**
 * Deletes waits, held sends, sent messages and what was counted of replies from before `before`,
 * epoch ms. Found by index: costs next to nothing when there are none.
 */
export function pruneTimes(before: number): Promise<void> {
  const all = [database.waits, database.holds, database.sentMessages, database.sentReplies, database.replyCounts];
  return database.transaction('rw', all, async () => {
    await database.waits.where('since').below(before).delete();
    await database.holds.where('at').below(before).delete();
    await database.sentMessages.where('at').below(before).delete();
    await pruneSentReplies(before);
    await pruneReplyCounts(before);
  });
}

/** Deletes all times: waits, held sends with their reasons, sent messages, what was counted of replies, and the clocks that are running. */
export function deleteTimes(): Promise<void> {
  const all = [database.waits, database.holds, database.clockStates, database.sentMessages, database.sentReplies, database.replyCounts];
  return database.transaction('rw', all, async () => {
    await Promise.all(all.map((table) => table.clear()));
  });
}

/** Uses of each reply on all sites, most used first. */
export async function mostUsedReplies(limit: number): Promise<ReplyUse[]> {
  const { records } = parseRecords('replyUses', replyUseSchema, await database.replyUses.toArray());
  const total = new Map<string, ReplyUse>();
  for (const use of records) {
    const other = total.get(use.reply);
    total.set(use.reply, { ...use, count: use.count + (other?.count ?? 0) });
  }
  return [...total.values()].sort((a, b) => b.count - a.count).slice(0, limit);
}

/** Whether a stored row can be counted: a look at what the report reads, since Zod over half a million rows costs seconds. */
function isCountable(row: Partial<WaitRecord> | null): boolean {
  return (
    typeof row?.since === 'number' && typeof row.endedAt === 'number' && typeof row.site === 'string' &&
    (row.outcome === 'answered' || row.outcome === 'unanswered') && Array.isArray(row.followUps) &&
    typeof row.customerKey === 'string' && typeof row.customerName === 'string'
  );
}

/** Waits that began from `from` to before `to`, epoch ms, oldest first; damaged ones are passed over. */
export async function waitsBetween(from: number, to: number): Promise<WaitRecord[]> {
  const stored = await database.waits.where('since').between(from, to).toArray();
  return stored.every(isCountable) ? stored : stored.filter((row) => isCountable(row));
}

/** Held sends and those sent all the same, from `from` to before `to`, epoch ms. */
export async function holdsBetween(from: number, to: number): Promise<Hold[]> {
  return parseRecords('holds', holdSchema, await database.holds.where('at').between(from, to).toArray()).records;
}
