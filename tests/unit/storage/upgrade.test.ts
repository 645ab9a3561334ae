import { readFileSync, readdirSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { aQuarterAfter } from '../../../customers/quarter';
import { ChatsideDatabase, database } from '../../../storage/database';
import { readFile } from '../../../storage/files';
import { searchFiles } from '../../../storage/search';

/** A database as a released version left it. */
interface Left {
  version: number;
  stores: Record<string, string>;
  rows: Record<string, object[]>;
}

const folder = 'tests/unit/storage/databases';

async function leave(name: string, { version, stores, rows }: Left): Promise<void> {
  const old = new Dexie(name);
  old.version(version).stores(stores);
  for (const [table, stored] of Object.entries(rows)) await old.table(table).bulkAdd(stored);
  old.close();
}

afterEach(() => Dexie.delete('chatside'));

describe.each(readdirSync(folder))('the database of %s', (file) => {
  const left = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Left;

  it('opens, and every row is whole', async () => {
    await Dexie.delete(file);
    await leave(file, left);
    const opened = new ChatsideDatabase(file);
    await opened.open();
    for (const [table, rows] of Object.entries(left.rows)) {
      expect([table, await opened.table(table).toArray()]).toEqual([table, expect.arrayContaining(rows.map((row) => expect.objectContaining(row)))]);
      expect(await opened.table(table).count()).toBe(rows.length);
    }
    opened.close();
    await Dexie.delete(file);
  });
});

it('gives the files of version 1 their place in the list and their review date, a damaged one nothing', async () => {
  database.close();
  await Dexie.delete('chatside');
  await leave('chatside', JSON.parse(readFileSync(`${folder}/v1.json`, 'utf8')) as Left);
  await database.open();
  expect(await database.customers.orderBy('activeAt').primaryKeys()).toEqual(['c2', 'c1']);
  expect((await searchFiles('发票 杭州')).ids).toEqual(['c1']);
  expect(await readFile('c1')).toMatchObject({
    customer: { secrecy: 'open', orderNumbers: [], joined: null, reviewDue: aQuarterAfter(1_760_000_000_000) },
    notes: [{ text: '12 号前发货' }, { text: '要开发票' }],
    complaints: [],
    faults: [],
  });
  expect(await database.customers.get('damaged')).toEqual({ id: 'damaged', site: 'shop.example', key: 'x', name: 42, createdAt: 'yesterday', updatedAt: null });
  expect(await readFile('damaged')).toBeNull();
});
