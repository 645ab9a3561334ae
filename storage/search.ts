import { bitsOf, mayHold, wordsIn } from '../customers/search-text';
import { database } from './database';
import type { SearchBlock, SearchSignature } from './search-index';

/** Files found, those active last first. */
export interface Found {
  ids: string[];
  /** Where to go on; null when that was all. */
  next: number | null;
}

/** At least so many make a page; the last block of it is always searched to its end. */
const PAGE = 50;

/** Signatures that this page has read, by block, those of empty blocks as well, and up to which revision of the index. */
const signatures = new Map<number, SearchSignature>();
let known = 0;

/** Blocks that were read, each with its revision; one letter more in the query mostly needs the same again. */
const blocks = new Map<number, { revision: number; block: SearchBlock }>();
const KEPT_BLOCKS = 400;

/** Reads what has changed in the index since the last time; all of it the first time: some MB for 100,000 files. */
async function readSignatures(): Promise<void> {
  const { searchSignatures } = database;
  const fresh = await (known === 0 ? searchSignatures : searchSignatures.where('revision').above(known)).toArray();
  for (const signature of fresh) {
    signatures.set(signature.n, signature);
    known = Math.max(known, signature.revision);
  }
  if (signatures.size === (await database.searchSignatures.count())) return;
  // The tables were emptied since.
  signatures.clear();
  blocks.clear();
  known = 0;
  if ((await database.searchSignatures.count()) > 0) await readSignatures();
}

/** Files in all lists: merged ones count as one. */
export function countFiles(): Promise<number> {
  // In one transaction: a block that came between its reads would look as if the tables had been emptied.
  return database.transaction('r', database.searchSignatures, async () => {
    await readSignatures();
    return [...signatures.values()].reduce((sum, { persons }) => sum + persons, 0);
  });
}

async function readBlocks(numbers: number[]): Promise<SearchBlock[]> {
  const missing = numbers.filter((n) => blocks.get(n)?.revision !== signatures.get(n)?.revision);
  for (const block of await database.searchBlocks.bulkGet(missing)) {
    if (block) blocks.set(block.n, { revision: signatures.get(block.n)!.revision, block });
  }
  const read = numbers.flatMap((n) => blocks.get(n)?.block ?? []);
  for (const n of blocks.keys()) {
    if (blocks.size <= KEPT_BLOCKS) break;
    blocks.delete(n);
  }
  return read;
}

/**
 * Files in whose names, numbers, tags, fields or timeline each word of the query occurs. Sealed text
 * and that of files above `secret` is not looked into.
 * @param from `next` of the page before
 */
export function searchFiles(query: string, from: number | null = null): Promise<Found> {
  return database.transaction('r', database.searchBlocks, database.searchSignatures, async () => {
    await readSignatures();
    const words = wordsIn(query);
    const bits = bitsOf(words);
    const candidates = [...signatures.values()]
      .filter(({ n, bits: has }) => (from === null || n < from) && mayHold(has, bits))
      .map(({ n }) => n)
      .sort((a, b) => b - a);
    const found: { id: string; active: number }[] = [];
    // Few at first: words that are common fill the page out of the newest blocks.
    for (let at = 0, step = 4; at < candidates.length; at += step, step = Math.min(step * 2, 64)) {
      for (const block of await readBlocks(candidates.slice(at, at + step))) {
        for (const [row, text] of block.texts.entries()) {
          if (words.every((word) => text.includes(word))) found.push({ id: block.ids[row]!, active: block.active[row]! });
        }
        if (found.length >= PAGE && block.n !== candidates.at(-1)) return { ids: newestFirst(found), next: block.n };
      }
    }
    return { ids: newestFirst(found), next: null };
  });
}

function newestFirst(found: { id: string; active: number }[]): string[] {
  return found.sort((a, b) => b.active - a.active).map(({ id }) => id);
}

/** Ids of all files that a query finds, those active last first. */
export async function findAll(query: string): Promise<string[]> {
  const ids: string[] = [];
  let from: number | null = null;
  do {
    const found: Found = await searchFiles(query, from);
    ids.push(...found.ids);
    from = found.next;
  } while (from !== null);
  return ids;
}
