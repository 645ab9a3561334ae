import { bitsOf, mayHold, wordsIn } from '../customers/search-text';
import { database } from './database';

/** Files found, those active last first. */
export interface Found {
  ids: string[];
  /** Where to go on; null when that was all. */
  next: number | null;
}

/** At least so many make a page; the last block of it is always searched to its end. */
const PAGE = 50;

/**
 * Files in whose names, numbers, tags, fields or timeline each word of the query occurs. Sealed text
 * and that of files above `secret` is not looked into.
 * @param from `next` of the page before
 */
export async function searchFiles(query: string, from: number | null = null): Promise<Found> {
  const words = wordsIn(query);
  const bits = bitsOf(words);
  const signatures = await database.searchSignatures.toArray();
  const candidates = signatures.filter(({ n, bits: has }) => (from === null || n < from) && mayHold(has, bits)).map(({ n }) => n).reverse();
  const found: { id: string; active: number }[] = [];
  // Few at first: words that are common fill the page out of the newest blocks.
  for (let at = 0, step = 4; at < candidates.length; at += step, step = Math.min(step * 2, 64)) {
    const blocks = await database.searchBlocks.bulkGet(candidates.slice(at, at + step));
    for (const [index, block] of blocks.entries()) {
      if (!block) continue;
      for (const [row, text] of block.texts.entries()) {
        if (words.every((word) => text.includes(word))) found.push({ id: block.ids[row]!, active: block.active[row]! });
      }
      const isLast = at + index === candidates.length - 1;
      if (found.length >= PAGE && !isLast) return { ids: newestFirst(found), next: block.n };
    }
  }
  return { ids: newestFirst(found), next: null };
}

function newestFirst(found: { id: string; active: number }[]): string[] {
  return found.sort((a, b) => b.active - a.active).map(({ id }) => id);
}
