import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createTexts } from '../../../locales';
import { readPack } from '../../../packs/readers';
import { addComplaint } from '../../../storage/complaints';
import { changeCustomer } from '../../../storage/customers';
import { database } from '../../../storage/database';
import { exportCustomers } from '../../../storage/export/customers';
import type { ExportKind } from '../../../storage/export/customers';
import type { ExportChoice } from '../../../storage/export/selection';
import { addFollowUp } from '../../../storage/follow-ups';
import { addNote } from '../../../storage/notes';
import { customerSchema, noteSchema } from '../../../storage/records-customers';
import { setUpVault, lockVault } from '../../../storage/vault';

const { t } = createTexts('zh-CN');
const lin = { site: 'shop.example', key: 'uid-7', name: '林小姐' };
const usual: ExportChoice = { ids: null, upTo: 'secret', personal: false };
const clear: ExportChoice = { ...usual, personal: true };

beforeEach(async () => {
  fakeBrowser.reset();
  await database.delete();
  await database.open();
});

const text = async (kind: ExportKind, choice: ExportChoice = clear) => (await exportCustomers(kind, { choice, t })).text();
const bytes = async (kind: ExportKind, choice: ExportChoice = clear) => new Uint8Array(await (await exportCustomers(kind, { choice, t })).arrayBuffer());
const cells = async (choice: ExportChoice = clear) => Papa.parse<string[]>((await text('csv', choice)).trimEnd()).data;

async function fill(): Promise<string> {
  const { customer } = await addNote(lin, '要发票,\n"引号"；电话 138-0013-8000', '小李');
  await changeCustomer(customer.id, { contact: '+86 138 0013 8000', address: '杭州市西湖区 1 号', tags: ['VIP', '老客'], orderNumbers: ['P1'] });
  await addComplaint(lin, { text: '杯子碎了', severity: 'minor', receivedAt: 1 }, { noteDays: 0, answerHours: 24, closeDays: 3 }, '小李');
  await addFollowUp(lin, { kind: 'promise', text: '12 号到货', dueAt: Date.UTC(2026, 11, 12) }, '小李');
  await addNote({ ...lin, key: 'k2', name: '=HYPERLINK("x")' }, '@SUM(A1)', '');
  return customer.id;
}

describe('files of customers', () => {
  it('as CSV: each entry a row, opened right by Excel, with no cell that runs', async () => {
    await fill();
    const raw = new Uint8Array(await (await exportCustomers('csv', { choice: clear, t })).arrayBuffer());
    expect(Array.from(raw.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const rows = Papa.parse<string[]>(new TextDecoder().decode(raw).trimEnd()).data;
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows[0]!.length]));
    expect(rows.some((row) => row.includes('要发票,\n"引号"；电话 138-0013-8000'))).toBe(true);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
  });

  it('as XLSX: the same cells', async () => {
    await fill();
    const book = unzipSync(await bytes('xlsx'));
    const sheet = strFromU8(book['xl/worksheets/sheet1.xml']!);
    const rows = sheet.split('<row>').slice(1).map((row) => [...row.matchAll(/<c(?:\/>| t="inlineStr"><is><t[^>]*>([\s\S]*?)<\/t>)/g)].map(([, cell = '']) => cell.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')));
    const defused = (await cells()).map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')));
    expect(rows).toEqual(defused);
    // Our own reader, made for other programs' workbooks, takes it too.
    expect((await readPack(await bytes('xlsx'), 'x.xlsx')).faults.filter(({ row }) => row === null)).toEqual([]);
  });

  it('as JSON: complete, reading it back gives equal records', async () => {
    const id = await fill();
    const { customers, ...head } = JSON.parse(await text('json'));
    expect(head).toMatchObject({ format: 'chatside-notes', version: 1 });
    const { notes, complaints, followUps, ...customer } = customers.find((one: { id: string }) => one.id === id);
    expect(customerSchema.parse(customer)).toEqual(await database.customers.get(id));
    expect(notes.map((note: unknown) => noteSchema.parse(note))).toEqual(await database.notes.where('customerId').equals(id).toArray());
    expect([complaints.length, followUps.length]).toEqual([1, 1]);
  });

  it('as Markdown: one file a person, nothing of theirs turning into markup', async () => {
    await fill();
    await addNote(lin, '# no heading\n<img src=x>', '');
    const files = Object.entries(unzipSync(await bytes('md'))).map(([name, content]) => [name, strFromU8(content)] as const);
    expect(files.map(([name]) => name.replace(/ \w{8}\.md$/, '')).toSorted()).toEqual(['=HYPERLINK( x )', '林小姐'].toSorted());
    const [, lins] = files.find(([name]) => name.startsWith('林小姐'))!;
    expect(lins).toContain('\\# no heading');
    expect(lins).not.toMatch(/(?<!\\)</);
    expect(lins.match(/^### /gm)).toHaveLength(4);
  });

  it('as vCard: an address book’s parser reads every card', async () => {
    await fill();
    const cards = ICAL.parse(await text('vcf')) as unknown as [string, [string, object, string, string][]][];
    const all = (Array.isArray(cards[0]) ? cards : [cards]) as [string, [string, object, string, string][]][];
    const values = all.map(([, properties]) => Object.fromEntries(properties.map(([name, , , value]) => [name, value])));
    expect(values.map((card) => card['fn']).toSorted()).toEqual(['=HYPERLINK("x")', '林小姐'].toSorted());
    const linCard = values.find((card) => card['fn'] === '林小姐')!;
    expect(linCard['tel']).toContain('138 0013 8000');
    expect(String(linCard['note'])).toContain('要发票,\n"引号"');
    expect((await text('vcf')).split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  });
});

describe('what was not asked for', () => {
  it.each(['csv', 'xlsx', 'json', 'md', 'vcf'] as const)('is masked in %s: phones and addresses', async (kind) => {
    await fill();
    const blob = await exportCustomers(kind, { choice: usual, t });
    const raw = new Uint8Array(await blob.arrayBuffer());
    const all = kind === 'xlsx' || kind === 'md' ? Object.values(unzipSync(raw)).map((part) => strFromU8(part)).join('\n') : new TextDecoder().decode(raw);
    expect(all).toContain('要发票');
    expect(all).not.toMatch(/0013.?8000|西湖/);
  });

  it('stays here: confidential files, unless asked for and unlocked', async () => {
    await fill();
    await setUpVault('correct horse battery', { n: 2, r: 8, p: 1 });
    const { customer } = await addNote({ ...lin, key: 'k3', name: '周先生' }, '复诊', '');
    await changeCustomer(customer.id, { secrecy: 'confidential' });
    expect(await text('csv')).not.toMatch(/周先生|复诊/);
    const choice: ExportChoice = { ...clear, upTo: 'confidential' };
    expect(await text('csv', choice)).toContain('复诊');
    await lockVault();
    await expect(text('csv', choice)).rejects.toMatchObject({ data: { code: 'locked' } });
  });
});

it('takes out what was found, and says so where there is nothing', async () => {
  const id = await fill();
  expect((await cells({ ...clear, ids: [id] })).length).toBe(4);
  await expect(text('json', { ...clear, ids: [] })).rejects.toMatchObject({ data: { code: 'nothing-to-export' } });
});

it('ends when it is cancelled', async () => {
  await fill();
  const ending = new AbortController();
  ending.abort(new Error('enough'));
  await expect(exportCustomers('csv', { choice: clear, t, signal: ending.signal })).rejects.toThrow('enough');
});
