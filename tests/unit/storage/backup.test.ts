import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { encryptBackup } from '../../../storage/backup/file';
import { readBackup } from '../../../storage/backup/read';
import { mergeBackup, restoreBackup } from '../../../storage/backup/restore';
import { rowSchemas, savedTables } from '../../../storage/backup/tables';
import { writeBackup } from '../../../storage/backup/write';
import { storeWaits } from '../../../storage/activity';
import { addComplaint } from '../../../storage/complaints';
import { changeCustomer } from '../../../storage/customers';
import { database } from '../../../storage/database';
import { keepTyped } from '../../../storage/drafts';
import { addNote, removeNote } from '../../../storage/notes';
import { putPacks } from '../../../storage/packs';
import { searchFiles } from '../../../storage/search';
import { changeSettings, readSettings } from '../../../storage/settings';
import { setUpVault } from '../../../storage/vault';

const lin = { site: 'shop.example', key: 'uid-7', name: '林小姐' };
const CHEAP = { n: 2, r: 8, p: 1 };

beforeEach(async () => {
  fakeBrowser.reset();
  await database.delete();
  await database.open();
});

/** A bit of everything. */
async function fill(): Promise<void> {
  const { customer, notes } = await addNote(lin, '对花粉过敏 =1+1', '小李');
  await addComplaint(lin, { text: '杯子碎了', severity: 'serious', receivedAt: 1 }, { noteDays: 0, answerHours: 24, closeDays: 3 }, '小李');
  await addNote({ ...lin, key: 'k2' }, '机密', '');
  await setUpVault('correct horse battery', CHEAP);
  const second = await database.customers.where('[site+key]').equals([lin.site, 'k2']).first();
  await changeCustomer(second!.id, { secrecy: 'confidential' });
  await changeCustomer(customer.id, { tags: ['VIP'] });
  await removeNote(notes[0]!.id);
  await addNote(lin, '又来了', '小李');
  await storeWaits([{ id: 'w', site: 's', customerKey: 'k', customerName: 'n', since: 1, endedAt: 2, outcome: 'answered', first: true, opener: 'customer', quietMs: null, followUps: [], robotAfterMs: null, exact: true }], 's');
  await keepTyped('a field', 'half a sent');
  await putPacks([{ id: 'own', origin: 'own', on: true, addedAt: 1, changedAt: 1, pack: { format: 'chatside-pack', version: 1, id: 'own', name: 'Own', language: 'en', release: '1', replies: [{ id: 'r', title: 'T', group: 'G', bubbles: ['x'] }] } }]);
  await database.pictures.put({ pack: 'own', id: 'p', alt: 'size', type: 'image/png', width: 1, height: 1, blob: new Blob([new Uint8Array([1, 2, 255])], { type: 'image/png' }), addedAt: 1 });
  await changeSettings({ agentName: '小李', targetMs: 9000 });
}

/** All tables, their pictures as bytes; of the index without the time at which it was made. */
async function everything(): Promise<Record<string, unknown>> {
  const tables: Record<string, unknown> = {};
  for (const table of database.tables) {
    const rows: unknown[] = await table.toArray();
    tables[table.name] = await Promise.all(rows.map(async (row) => {
      if (table.name === 'searchSignatures') return { ...(row as object), revision: 0 };
      const blob = (row as { blob?: Blob }).blob;
      return blob ? { ...(row as object), blob: [...new Uint8Array(await blob.arrayBuffer())], type: blob.type } : row;
    }));
  }
  return tables;
}

const fileOf = (blob: BlobPart, name = 'backup.json') => new File([blob], name);
const wipe = async () => {
  fakeBrowser.reset();
  await database.delete();
  await database.open();
};

describe('a backup', () => {
  it('gives an equal database back after a wipe, table by table, and the settings', async () => {
    await fill();
    const before = await everything();
    const backup = await writeBackup();
    await wipe();
    await restoreBackup((await readBackup(fileOf(backup)))!);
    expect(await everything()).toEqual(before);
    expect(await readSettings()).toMatchObject({ agentName: '小李', targetMs: 9000 });
    expect((await searchFiles('又来')).ids).toHaveLength(1);
  });

  it('knows every table', () => {
    expect(Object.keys(rowSchemas).toSorted()).toEqual(savedTables().map(({ name }) => name));
  });

  it('holds nothing sealed in the clear, and with a passphrase nothing at all', async () => {
    await fill();
    const plain = await writeBackup();
    expect(await plain.text()).not.toContain('机密');
    const locked = await encryptBackup(plain, 'a good passphrase', CHEAP);
    expect(await locked.text()).not.toMatch(/林小姐|agentName/);
    const file = fileOf(locked);
    expect(await readBackup(file)).toBeNull();
    await expect(readBackup(file, 'wrong')).rejects.toMatchObject({ data: { code: 'backup-passphrase', detail: 'backup.json' } });
    expect((await readBackup(file, 'a good passphrase'))?.tables).toEqual((await readBackup(fileOf(plain)))?.tables);
  });

  it('is merged into what is here', async () => {
    await fill();
    const backup = fileOf(await writeBackup());
    await wipe();
    await addNote({ ...lin, key: 'here' }, 'here', '');
    expect(await mergeBackup((await readBackup(backup))!)).toMatchObject({ apart: 0, removed: 0 });
    expect([await database.customers.count(), await database.waits.count()]).toEqual([3, 0]);
  });
});

it('reads the example of docs/formats.md', async () => {
  const backup = await readBackup(fileOf(readFileSync('docs/examples/backup.chatside.json', 'utf8')));
  await restoreBackup(backup!);
  expect((await searchFiles('blue mug')).ids).toHaveLength(1);
  expect((await readSettings()).agentName).toBe('Lee');
});

describe('what is no backup', () => {
  const cases: [string, (text: string) => string][] = [
    ['backup-foreign', () => 'name,phone\n1,2'],
    ['backup-foreign', () => '{"format":"chatside-notes","version":1}'],
    ['backup-newer', (text) => text.replace('"version":1', '"version":2')],
    ['backup-newer', (text) => text.replace(/"schema":\d+/, '"schema":99')],
    ['backup-newer', (text) => text.replace('"waits":[', '"tides":[')],
    ['backup-cut', (text) => text.slice(0, text.length / 2)],
    ['backup-damaged', (text) => text.replace('"madeAt":"2', '"madeAt":"x')],
    ['backup-row', (text) => text.replace('"outcome":"answered"', '"outcome":"?"')],
  ];
  it.each(cases)('%s: one sentence that names the file, and nothing is changed', async (code, change) => {
    await fill();
    const text = await (await writeBackup()).text();
    const before = await everything();
    await expect(readBackup(fileOf(change(text)))).rejects.toMatchObject({ data: { code, detail: expect.stringContaining('backup.json') } });
    expect(await everything()).toEqual(before);
  });

  it('an encrypted one whose end is missing, or whose parts were put in another order', async () => {
    const long = new Blob(['{"format":"chatside-backup","version":1,"x":"', 'y'.repeat(3 * 2 ** 20), '"}']);
    const data = JSON.parse(await (await encryptBackup(long, 'a good passphrase', CHEAP)).text());
    const { chunks } = data.locked;
    const with_ = (order: unknown[]) => fileOf(JSON.stringify({ ...data, locked: { ...data.locked, chunks: order } }));
    await expect(readBackup(with_(chunks.slice(0, -1)), 'a good passphrase')).rejects.toMatchObject({ data: { code: 'backup-damaged' } });
    await expect(readBackup(with_([chunks[0], chunks[2], chunks[1], chunks[3]]), 'a good passphrase')).rejects.toMatchObject({ data: { code: 'backup-damaged' } });
  });
});

it('is given up when it is cancelled', async () => {
  await fill();
  const ending = new AbortController();
  ending.abort(new Error('enough'));
  await expect(writeBackup({ signal: ending.signal })).rejects.toThrow('enough');
});
