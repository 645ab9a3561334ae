import { database } from './database';
import { replyRowSchema, storedPackSchema } from './records-packs';
import type { ReplyRow, StoredPack } from './records-packs';
import { parseRecords } from './parse';
import { changeShelf, clearRows } from './reply-shelves';
import { touchPacks } from './packs';

/** The bin holds for 30 days, ms. */
export const BIN_FOR = 30 * 86_400_000;

/** Packs in the bin, those put there last first. */
export async function binnedPacks(): Promise<StoredPack[]> {
  const { records } = parseRecords('packs', storedPackSchema, await database.packs.toArray());
  return records.filter(({ binnedAt }) => binnedAt !== undefined).sort((a, b) => (b.binnedAt ?? 0) - (a.binnedAt ?? 0));
}

/** Puts a whole pack into the bin, or takes it out again. */
export async function binPack(id: string, binned: boolean): Promise<void> {
  await database.transaction('rw', database.packs, async () => {
    const stored = await database.packs.get(id);
    if (!stored) return;
    const { binnedAt: _, ...rest } = stored;
    await database.packs.put({ ...rest, changedAt: Date.now(), ...(binned && { binnedAt: Date.now() }) });
  });
  await touchPacks();
}

/**
 * Empties the bin for good: what was put there before `before`, epoch ms, or all of it. No
 * step that is undone later brings it back.
 * @param pack only the replies of this pack, and no packs
 */
export async function emptyBin(before = Infinity, pack?: string): Promise<void> {
  let gone = 0;
  await database.transaction('rw', database.packs, database.replyShelves, async () => {
    const packs = pack === undefined ? (await binnedPacks()).filter(({ binnedAt = 0 }) => binnedAt < before) : [];
    for (const { id } of packs) await clearRows(id);
    await database.packs.bulkDelete(packs.map(({ id }) => id));
    gone += packs.length;
    for (const key of await database.replyShelves.toCollection().primaryKeys()) {
      if (pack !== undefined && key[0] !== pack) continue;
      const shelf = await database.replyShelves.get(key);
      const rows = (shelf?.rows ?? []).filter((row) => isBinned(row, before)).map(({ reply }) => reply.id);
      if (rows.length > 0) await changeShelf(key[0], key[1], [], rows);
      gone += rows.length;
    }
  });
  if (gone > 0) await touchPacks();
}

function isBinned(row: ReplyRow, before: number): boolean {
  const parsed = replyRowSchema.safeParse(row);
  return parsed.success && parsed.data.binnedAt !== undefined && parsed.data.binnedAt < before;
}
