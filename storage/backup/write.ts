import type { Table } from 'dexie';
import { browser } from 'wxt/browser';
import { database } from '../database';
import { BACKUP_FORMAT, BACKUP_VERSION } from './file';
import { encode, hasBinary } from './values';
import { leftOut, savedTables } from './tables';

/** Rows read at a time. */
const SLICE = 1000;

interface Options {
  signal?: AbortSignal;
  /** The share that is done, 0 to 1. */
  onProgress?(share: number): void;
}

/**
 * Everything that is kept here, as of one moment, as one file. What is sealed stays sealed.
 * Rejects with the signal's reason when it is cancelled; nothing is changed either way.
 */
export async function writeBackup({ signal, onProgress }: Options = {}): Promise<Blob> {
  const settings = await browser.storage.local.get();
  for (const key of leftOut) delete settings[key];
  const tables = savedTables();
  const head = { format: BACKUP_FORMAT, version: BACKUP_VERSION, schema: database.verno, madeAt: new Date().toISOString(), settings };
  const parts: (BlobPart | { rows: unknown[]; first: boolean })[] = [];
  await database.transaction('r', tables, async () => {
    const counts = Object.fromEntries(await Promise.all(tables.map(async (table) => [table.name, await table.count()] as const)));
    const total = Math.max(1, Object.values(counts).reduce((sum, count) => sum + count, 0));
    parts.push(`${JSON.stringify({ ...head, counts }).slice(0, -1)},"tables":{`);
    let done = 0;
    for (const [index, table] of tables.entries()) {
      parts.push(`${index > 0 ? ',' : ''}\n${JSON.stringify(table.name)}:[`);
      let first = true;
      for await (const rows of slicesOf(table)) {
        signal?.throwIfAborted();
        // Encoding a picture would end the transaction: it waits for its end.
        parts.push(rows.some(hasBinary) ? { rows, first } : new Blob([first ? '' : ',', rows.map((row) => JSON.stringify(row)).join(',\n')]));
        first = false;
        done += rows.length;
        onProgress?.(done / total);
      }
      parts.push(']');
    }
  });
  parts.push('}}\n');
  const ready: BlobPart[] = [];
  for (const part of parts) {
    if (typeof part === 'object' && 'rows' in part) {
      const rows = await Promise.all(part.rows.map(async (row) => JSON.stringify(await encode(row))));
      ready.push(new Blob([part.first ? '' : ',', rows.join(',\n')]));
    } else ready.push(part);
  }
  return new Blob(ready, { type: 'application/json' });
}

/** All rows in the order of their keys; read page by page, each after the key of the one before. */
async function* slicesOf(table: Table): AsyncGenerator<unknown[]> {
  let after: unknown;
  for (;;) {
    const from = after === undefined ? table.orderBy(':id') : table.where(':id').above(after);
    const keys = await from.limit(SLICE).primaryKeys();
    if (keys.length === 0) return;
    yield await table.bulkGet(keys);
    after = keys.at(-1);
  }
}
