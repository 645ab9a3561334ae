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

/** Rows of some ids of a pack, by id. */
export async function rowsById(pack: string, ids: Iterable<string>): Promise<Map<string, ReplyRow>> {
  const found = new Map<string, ReplyRow>();
  for (const [shelf, wanted] of byShelf(ids, (id) => id)) {
    const names = new Set(wanted);
    const stored = await database.replyShelves.get([pack, shelf]);
    for (const row of stored?.rows ?? []) if (names.has(row.reply.id)) found.set(row.reply.id, row);
  }
  return found;
}

/**
 * Writes and takes away rows of a pack, one shelf after another; call it inside a transaction.
 * @param onDone called after each shelf with the share that is done
 */
export async function writeRows(pack: string, put: ReplyRow[], remove: Iterable<string> = [], onDone?: (share: number) => void): Promise<void> {
  const wanted = byShelf(put, (row) => row.reply.id);
  const gone = byShelf(remove, (id) => id);
  const shelves = new Set([...wanted.keys(), ...gone.keys()]);
  let done = 0;
  for (const shelf of shelves) {
    const stored = await database.replyShelves.get([pack, shelf]);
    const news = new Map((wanted.get(shelf) ?? []).map((row) => [row.reply.id, row]));
    const away = new Set(gone.get(shelf));
    const rows: ReplyRow[] = [];
    for (const row of stored?.rows ?? []) {
      const id = row?.reply?.id;
      if (news.has(id)) {
        rows.push(news.get(id) as ReplyRow);
        news.delete(id);
      } else if (!away.has(id)) rows.push(row);
    }
    rows.push(...news.values());
    if (rows.length > 0) await database.replyShelves.put({ pack, shelf, rows });
    else await database.replyShelves.delete([pack, shelf]);
    done += 1;
    onDone?.(done / shelves.size);
  }
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

function byShelf<T>(items: Iterable<T>, idOf: (item: T) => string): Map<number, T[]> {
  const shelves = new Map<number, T[]>();
  for (const item of items) {
    const shelf = shelfOf(idOf(item));
    const list = shelves.get(shelf);
    if (list) list.push(item);
    else shelves.set(shelf, [item]);
  }
  return shelves;
}
