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
/** 0 until all are read: till then a search reads those that it needs. */
let known = 0;

/** Blocks that were read, each with its revision; one letter more in the query mostly needs the same again. */
const blocks = new Map<number, { revision: number; block: SearchBlock }>();
const KEPT_BLOCKS = 400;
/** Signatures that are read at once, of 8 KB each: a search in between waits no longer than for these. */
const SLICE = 64;

/** The numbers of all blocks lie below this. */
async function endOfBlocks(): Promise<number> {
  return ((await database.searchSignatures.orderBy(':id').lastKey()) as number | undefined ?? -1) + 1;
}

/**
 * Reads all signatures, slice by slice: some MB for 100,000 files. From then on a search looks through
 * them in memory. Call it outside of a transaction.
 */
export async function loadSignatures(): Promise<void> {
  if (known > 0) return;
  const { searchSignatures } = database;
  const revision = (await searchSignatures.orderBy('revision').lastKey()) as number | undefined;
  for (let end = await endOfBlocks(); end > 0; end -= SLICE) {
    for (const signature of await searchSignatures.where(':id').between(end - SLICE, end).toArray()) signatures.set(signature.n, signature);
  }
  // What was written meanwhile has a higher one, and is read again.
  known = revision ?? 0;
}

/** Reads what has changed in the index since the last time. */
async function refreshSignatures(): Promise<void> {
  for (const signature of await database.searchSignatures.where('revision').above(known).toArray()) {
    signatures.set(signature.n, signature);
    known = Math.max(known, signature.revision);
  }
  if (signatures.size === (await database.searchSignatures.count())) return;
  // The tables were emptied since.
  signatures.clear();
  blocks.clear();
  known = 0;
}

/** Files in all lists: merged ones count as one. */
export async function countFiles(): Promise<number> {
  if (known === 0) await loadSignatures();
  if (known > 0) await refreshSignatures();
  return [...signatures.values()].reduce((sum, { persons }) => sum + persons, 0);
}

/** Signatures of these blocks that were read before. */
function readBefore(from: number, end: number): SearchSignature[] {
  return Array.from({ length: end - from }, (_, at) => signatures.get(from + at)).filter((one) => one !== undefined);
}

async function readBlocks(wanted: SearchSignature[]): Promise<SearchBlock[]> {
  const missing = wanted.filter(({ n, revision }) => blocks.get(n)?.revision !== revision);
  const fresh = missing.length > 0 ? await database.searchBlocks.bulkGet(missing.map(({ n }) => n)) : [];
  for (const [index, block] of fresh.entries()) {
    if (block) blocks.set(block.n, { revision: missing[index]!.revision, block });
  }
  const read = wanted.flatMap(({ n }) => blocks.get(n)?.block ?? []);
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
    const words = wordsIn(query);
    const bits = bitsOf(words);
    const found: { id: string; active: number }[] = [];
    let last: number | null = null;
    if (known > 0) await refreshSignatures();
    // For the whole of this search: what is being loaded meanwhile is of another moment.
    const inMemory = known > 0;
    let end = from ?? (await endOfBlocks());
    // Few at first: words that are common fill the page out of the newest blocks.
    for (let step = 8; end > 0; step = Math.min(step * 2, SLICE)) {
      const begin = Math.max(0, end - step);
      const part = inMemory ? readBefore(begin, end) : await database.searchSignatures.where(':id').between(begin, end).toArray();
      const candidates = part.toReversed().filter((one) => mayHold(one.bits, bits));
      end = begin;
      if (candidates.length === 0) continue;
      // The page is full, and there is another block to look into.
      if (last !== null) return { ids: newestFirst(found), next: last };
      for (const block of await readBlocks(candidates)) {
        for (const [row, text] of block.texts.entries()) {
          if (words.every((word) => text.includes(word))) found.push({ id: block.ids[row]!, active: block.active[row]! });
        }
        if (found.length < PAGE) continue;
        last = block.n;
        if (block.n !== candidates.at(-1)!.n) return { ids: newestFirst(found), next: block.n };
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
