import { Dexie } from 'dexie';
import type { Reply } from '../packs/format';
import { database } from './database';
import { replyRowSchema } from './records-packs';
import type { ReplyRow } from './records-packs';

export const SHELVES = 64;

/** FNV-1a over UTF-16 code units, folded to a shelf. */
export function shelfOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % SHELVES;
}

/**
 * The rows of a pack in their order, those in the bin included. Read shelf by shelf, so that a big
 * pack does not hold the thread; damaged rows are left out and left alone.
 */
export async function readRows(pack: string): Promise<ReplyRow[]> {
  const rows: ReplyRow[] = [];
  await database.transaction('r', database.replyShelves, async () => {
    for (let shelf = 0; shelf < SHELVES; shelf += 1) {
      const stored = await database.replyShelves.get([pack, shelf]);
      for (const row of stored?.rows ?? []) {
        const parsed = replyRowSchema.safeParse(row);
        if (parsed.success) rows.push(parsed.data);
      }
    }
  });
  return rows.sort((a, b) => a.at - b.at);
}

/** How many replies a pack has, those in the bin apart; read shelf by shelf. */
export async function countRows(pack: string): Promise<number> {
  let count = 0;
  for (let shelf = 0; shelf < SHELVES; shelf += 1) {
    const stored = await database.replyShelves.get([pack, shelf]);
    for (const row of stored?.rows ?? []) if (row.binnedAt === undefined) count += 1;
  }
  return count;
}

/** Writes rows of a pack that has none of these ids, shelf by shelf; call it inside a transaction. */
export async function writeRows(pack: string, put: readonly ReplyRow[]): Promise<void> {
  for (const [shelf, rows] of byShelf(put, (row) => row.reply.id)) await changeShelf(pack, shelf, rows, []);
}

/**
 * Changes one shelf; call it inside a transaction. Rows that are damaged or not named stay as they are.
 * @returns the rows of the ids that are named, as they stood before
 */
export async function changeShelf(pack: string, shelf: number, put: readonly ReplyRow[], remove: Iterable<string>): Promise<Map<string, ReplyRow>> {
  const stored = await database.replyShelves.get([pack, shelf]);
  const news = new Map(put.map((row) => [row.reply.id, row]));
  const away = new Set(remove);
  const before = new Map<string, ReplyRow>();
  const rows: ReplyRow[] = [];
  for (const row of stored?.rows ?? []) {
    const id = row?.reply?.id;
    const next = news.get(id);
    if (next ?? away.has(id)) before.set(id, row);
    if (next) {
      rows.push(next);
      news.delete(id);
    } else if (!away.has(id)) rows.push(row);
  }
  rows.push(...news.values());
  if (rows.length > 0) await database.replyShelves.put({ pack, shelf, rows });
  else await database.replyShelves.delete([pack, shelf]);
  return before;
}

/** Rows of a shelf by id. */
export async function shelfById(pack: string, shelf: number): Promise<Map<string, ReplyRow>> {
  const stored = await database.replyShelves.get([pack, shelf]);
  return new Map((stored?.rows ?? []).map((row) => [row.reply.id, row]));
}

const shelvesOf = (pack: string) => database.replyShelves.where('[pack+shelf]').between([pack, Dexie.minKey], [pack, Dexie.maxKey]);

/** Whether a pack has no rows, not even in the bin. */
export async function isEmpty(pack: string): Promise<boolean> {
  return (await shelvesOf(pack).count()) === 0;
}

/** Takes all rows of a pack away. */
export async function clearRows(pack: string): Promise<void> {
  await shelvesOf(pack).delete();
}

/** Replies as rows in the order given. */
export const rowsOf = (replies: readonly Reply[]): ReplyRow[] => replies.map((reply, index) => ({ reply, at: index + 1, rev: '' }));

/** Items by the shelf on which the reply of their id stands. */
export function byShelf<T>(items: Iterable<T>, idOf: (item: T) => string): Map<number, T[]> {
  const shelves = new Map<number, T[]>();
  for (const item of items) {
    const shelf = shelfOf(idOf(item));
    const list = shelves.get(shelf);
    if (list) list.push(item);
    else shelves.set(shelf, [item]);
  }
  return shelves;
}
