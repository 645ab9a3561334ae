import type { z } from 'zod';
import { database } from './database';
import { holdSchema, questionSchema, replyTimeSchema, replyUseSchema, waitRecordSchema } from './records';
import type { Hold, ReplyUse, WaitRecord } from './records';
import { parseRecords } from './parse';
import { pruneReplyCounts } from './reply-counts';
import { pruneSentReplies } from './sent-replies';

/** A finished wait, and what the customer asked with it where that is known. */
export type FinishedWait = WaitRecord & { question?: string };

/**
 * Stores waits by their id: one that comes again, because it still changed, is not counted twice. One
 * that another tab gave up (unanswered, before it was answered here) leaves the answer standing.
 * @param forget ids of this site's waits that turned out to be none
 */
export function storeWaits(waits: FinishedWait[], site: string, forget: string[] = []): Promise<void> {
  return database.transaction('rw', database.waits, database.questions, async () => {
    const gone = await database.waits.where('id').anyOf(forget).filter((wait) => wait.site === site).primaryKeys();
    await database.waits.bulkDelete(gone);
    await database.questions.bulkDelete(gone);
    const known = await database.waits.bulkGet(waits.map(({ id }) => id));
    const current = waits.filter((wait, index) => {
      const other = known[index];
      return !(other?.outcome === 'answered' && wait.outcome === 'unanswered' && wait.endedAt < other.endedAt);
    });
    await database.waits.bulkPut(current.map((wait) => waitRecordSchema.parse(wait)));
    const questions = current.flatMap(({ id, since, question }) => (question ? [{ id, site, at: since, text: question }] : []));
    await database.questions.bulkPut(questions.map((one) => questionSchema.parse(one)));
  });
}

/** Stores that a send was held, or let go all the same. */
export async function storeHold(hold: Omit<z.input<typeof holdSchema>, 'id'>): Promise<void> {
  await database.holds.add(holdSchema.parse({ ...hold, id: crypto.randomUUID() }));
}

/** Time zones are apart by quarters of an hour at least, so any local hour begins with one. */
const QUARTER = 15 * 60_000;

/**
 * Counts one more use of a reply on a site.
 * @param keepTime false: not when it was
 */
export function countReplyUse(site: string, reply: string, keepTime = true): Promise<void> {
  return database.transaction('rw', database.replyUses, database.replyTimes, async () => {
    const now = Date.now();
    const known = await database.replyUses.get([site, reply]);
    await database.replyUses.put({ site, reply, count: (known?.count ?? 0) + 1, lastUsed: now });
    if (!keepTime) return;
    const at = Math.floor(now / QUARTER) * QUARTER;
    const inQuarter = await database.replyTimes.get([at, site, reply]);
    await database.replyTimes.put({ at, site, reply, count: (inQuarter?.count ?? 0) + 1 });
  });
}

/** How often and when last each reply was used on a site. */
export async function replyUsesOf(site: string): Promise<ReplyUse[]> {
  const stored = await database.replyUses.where('site').equals(site).toArray();
  return parseRecords('replyUses', replyUseSchema, stored).records;
}

/** The tables of which each row is of a time, with the index of that time. */
const timed = () => [
  database.waits.where('since'),
  database.holds.where('at'),
  database.questions.where('at'),
  database.replyTimes.where('at'),
  database.sentMessages.where('at'),
];
const timedTables = () => {
  const { waits, holds, questions, replyTimes, sentMessages, sentReplies, replyCounts } = database;
  return [waits, holds, questions, replyTimes, sentMessages, sentReplies, replyCounts];
};

/**
/**
 * Deletes waits, questions, held sends, times of use, sent messages and what was counted of replies from
 * before `before`, epoch ms. Found by index: costs next to nothing when there are none.
 */
export function pruneTimes(before: number): Promise<void> {
  return database.transaction('rw', timedTables(), async () => {
    for (const rows of timed()) await rows.below(before).delete();
    await pruneSentReplies(before);
    await pruneReplyCounts(before);
  });
}

/**
 * Deletes all times: waits, questions, held sends with their reasons, times of use, sent messages, what was
 * counted of replies, and the clocks that are running.
 */
export function deleteTimes(): Promise<void> {
  const all = [...timedTables(), database.clocks, database.clockStates];
  return database.transaction('rw', all, async () => {
    await Promise.all(all.map((table) => table.clear()));
  });
}

/** Uses of each reply from `from` to before `to`, epoch ms, on one site or on all; most used first. */
export async function mostUsedReplies(from: number, to: number, site: string, limit: number): Promise<{ reply: string; count: number }[]> {
  const { records } = parseRecords('replyTimes', replyTimeSchema, await database.replyTimes.where('at').between(from, to).toArray());
  const total = new Map<string, number>();
  for (const use of records) {
    if (!site || use.site === site) total.set(use.reply, (total.get(use.reply) ?? 0) + use.count);
  }
  return [...total].map(([reply, count]) => ({ reply, count })).sort((a, b) => b.count - a.count).slice(0, limit);
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

/** The latest held sends and those sent all the same, latest first; with `action`, only these. */
export async function latestHolds(limit: number, action?: Hold['action']): Promise<Hold[]> {
  const latest = database.holds.orderBy('at').reverse().filter((hold) => action === undefined || hold?.action === action);
  return parseRecords('holds', holdSchema, await latest.limit(limit).toArray()).records;
}
