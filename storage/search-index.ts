import type { Table, Transaction } from 'dexie';
import { searchText, signatureOf } from '../customers/search-text';
import type { CustomerFile } from './records-customers';

/**
 * The search index: one text a person, in blocks, those active last in the newest. It is changed in
 * the same transaction as the records (`changeFiles`), so it is never behind them.
 */

/** Folded texts of some persons, side by side in the three lists. */
export interface SearchBlock {
  n: number;
  /** Ids of the files. */
  ids: string[];
  texts: string[];
  /** `activeAt` of each file, as it was when its text came here. */
  active: number[];
}

/** What may be found in a block; apart from it, so that it is read without the texts. */
export interface SearchSignature {
  n: number;
  /** Empty once the block is. */
  bits: Uint8Array;
  /** How many are in the block: counting a hundred thousand rows would take the database a second. */
  persons: number;
  /** Rises with every change of the index: who knows all up to one revision asks for those above it. */
  revision: number;
}

/** A block takes no more once it has this many persons or code units. */
const PERSONS = 64;
const UNITS = 50_000;

/** Where the tables are: the database, or the transaction of an upgrade. */
type Tables = Pick<Transaction, 'table'>;

interface Entry {
  customerId: string;
  text?: unknown;
  steps?: { text?: unknown }[];
  settledHow?: unknown;
  passedTo?: unknown;
}

/**
 * The text that a person is found by: nothing that is sealed, and of a file above `secret` nothing
 * but its names, whatever else is stored of it.
 */
function textOf(files: Partial<CustomerFile>[], entries: Entry[]): string {
  const names = files.flatMap((file) => [file.name, ...listed(file.otherNames), file.site]);
  const secrecy = files[0]?.secrecy;
  const rest =
    secrecy === 'confidential' || secrecy === 'topSecret'
      ? []
      : [
          ...files.flatMap((file) => [
            ...listed(file.tags), ...listed(file.orderNumbers),
            file.contact, file.address, file.product, file.model, file.owner, file.classReason,
          ]),
          ...entries.flatMap((entry) => [entry.text, ...listed(entry.steps).map((step) => step.text), entry.settledHow, entry.passedTo]),
        ];
  return searchText([...new Set([...names, ...rest])].filter((field) => typeof field === 'string'));
}

/** A damaged list counts as an empty one. */
function listed<T>(list: T[] | undefined): T[] {
  return Array.isArray(list) ? list : [];
}

/** Texts of these heads, in their order; damaged fields are passed over. */
async function textsOf(tables: Tables, heads: CustomerFile[]): Promise<string[]> {
  const members = new Map<string, CustomerFile[]>(heads.map((head) => [head.id, [head]]));
  const headOf = new Map<string, string>(heads.map(({ id }) => [id, id]));
  let ids = [...headOf.keys()];
  while (ids.length > 0) {
    const joined = (await tables.table<CustomerFile>('customers').where('joined.into').anyOf(ids).toArray()).filter(({ id }) => !headOf.has(id));
    for (const file of joined) {
      const head = headOf.get(file.joined!.into)!;
      headOf.set(file.id, head);
      members.get(head)!.push(file);
    }
    ids = joined.map(({ id }) => id);
  }
  const entries = new Map<string, Entry[]>(heads.map(({ id }) => [id, []]));
  for (const table of ['notes', 'complaints', 'followUps']) {
    const found = await tables.table<Entry>(table).where('customerId').anyOf([...headOf.keys()]).toArray();
    for (const entry of found) entries.get(headOf.get(entry.customerId)!)!.push(entry);
  }
  return heads.map(({ id }) => textOf(members.get(id)!, entries.get(id)!));
}

/**
 * Brings the index up to date with these files, inside the transaction that changed them. A file
 * that is gone, or was merged into another one, leaves the index.
 */
export async function reindex(tables: Tables, ids: string[]): Promise<void> {
  const blocks: Table<SearchBlock, number> = tables.table('searchBlocks');
  const stored = await tables.table<CustomerFile>('customers').bulkGet(ids);
  const heads = stored.filter((file) => file !== undefined && !file.joined && typeof file.activeAt === 'number') as CustomerFile[];
  heads.sort((a, b) => a.activeAt - b.activeAt);
  const texts = await textsOf(tables, heads);
  const changed = new Map((await blocks.where('ids').anyOf(ids).toArray()).map((block) => [block.n, block]));
  const wanted = new Map(heads.map((file, at) => [file.id, { file, text: texts[at]! }]));
  const touched = new Set(ids);
  for (const block of changed.values()) {
    const kept = block.ids.flatMap((id, at) => {
      if (!touched.has(id)) return [{ id, text: block.texts[at]!, active: block.active[at]! }];
      const now = wanted.get(id);
      // One that was active since moves to the newest block; any other keeps its place.
      if (!now || now.file.activeAt !== block.active[at]) return [];
      wanted.delete(id);
      return [{ id, text: now.text, active: block.active[at]! }];
    });
    block.ids = kept.map(({ id }) => id);
    block.texts = kept.map(({ text }) => text);
    block.active = kept.map(({ active }) => active);
  }
  let last = (await blocks.orderBy(':id').last()) ?? { n: 0, ids: [], texts: [], active: [] };
  last = changed.get(last.n) ?? last;
  let room = UNITS - last.texts.reduce((sum, text) => sum + text.length, 0);
  for (const { file, text } of wanted.values()) {
    if (last.ids.length >= PERSONS || (room < text.length && last.ids.length > 0)) {
      last = { n: last.n + 1, ids: [], texts: [], active: [] };
      room = UNITS;
    }
    last.ids.push(file.id);
    last.texts.push(text);
    last.active.push(file.activeAt);
    room -= text.length;
    changed.set(last.n, last);
  }
  await writeBlocks(tables, [...changed.values()]);
}

async function writeBlocks(tables: Tables, blocks: SearchBlock[]): Promise<void> {
  const signatures: Table<SearchSignature, number> = tables.table('searchSignatures');
  // Never one that was there before, also after the tables were emptied.
  const revision = Math.max(((await signatures.orderBy('revision').last())?.revision ?? 0) + 1, Date.now());
  await tables.table<SearchBlock>('searchBlocks').bulkPut(blocks.filter(({ ids }) => ids.length > 0));
  await tables.table('searchBlocks').bulkDelete(blocks.filter(({ ids }) => ids.length === 0).map(({ n }) => n));
  await signatures.bulkPut(blocks.map(({ n, ids, texts }) => ({ n, bits: ids.length > 0 ? signatureOf(texts) : new Uint8Array(), persons: ids.length, revision })));
}

/** Makes the index anew, those active last newest; after an upgrade, or when very much came in at once. */
export async function rebuildIndex(tables: Tables): Promise<void> {
  await tables.table('searchBlocks').clear();
  const old = (await tables.table('searchSignatures').toCollection().primaryKeys()) as number[];
  await writeBlocks(tables, old.map((n) => ({ n, ids: [], texts: [], active: [] })));
  const order = (await tables.table<CustomerFile, string>('customers').orderBy('activeAt').primaryKeys()) as string[];
  for (let from = 0; from < order.length; from += PERSONS) await reindex(tables, order.slice(from, from + PERSONS));
}
