import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createTexts } from '../../../locales';
import { changeCustomer } from '../../../storage/customers';
import { exportCustomers } from '../../../storage/export/customers';
import { addNote } from '../../../storage/notes';

/** Our tables, opened by LibreOffice (Debian: libreoffice-calc) and written out again; in `npm run soak`. */
const office = spawnSync('soffice', ['--version']).status === 0;
const wanted = process.env.CHATSIDE_SOAK === '1';
const folder = mkdtempSync(join(tmpdir(), 'chatside-office-'));
const { t } = createTexts('zh-CN');
/** Comma, quote, UTF-8: LibreOffice's tokens for its CSV filter. */
const UTF8_CSV = '44,34,76';

beforeAll(async () => {
  fakeBrowser.reset();
  const { customer } = await addNote({ site: 'shop.example', key: 'uid-7', name: '林小姐' }, '要发票，"引号"，电话 138-0013-8000', '小李');
  await changeCustomer(customer.id, { contact: '+86 138 0013 8000', address: '杭州市西湖区 1 号', orderNumbers: ['P001'], tags: ['VIP', '老客'] });
  await addNote({ site: 'shop.example', key: 'k2', name: '=HYPERLINK("http://x","y")' }, '@SUM(1;2)', '-1+1');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function throughOffice(kind: 'csv' | 'xlsx'): Promise<string[][]> {
  const file = join(folder, `in.${kind}`);
  const blob = await exportCustomers(kind, { choice: { ids: null, upTo: 'secret', personal: true }, t });
  writeFileSync(file, new Uint8Array(await blob.arrayBuffer()));
  const reading = kind === 'csv' ? [`--infilter=CSV:${UTF8_CSV}`] : [];
  const args = ['--headless', `-env:UserInstallation=file://${folder}/profile`, ...reading, '--convert-to', `csv:Text - txt - csv (StarCalc):${UTF8_CSV}`, '--outdir', join(folder, kind), file];
  execFileSync('soffice', args, { stdio: 'ignore' });
  return Papa.parse<string[]>(readFileSync(join(folder, kind, 'in.csv'), 'utf8').replace(/^\uFEFF/, '').trimEnd()).data;
}

it.skipIf(!wanted || !office)('LibreOffice reads the same cells out of CSV and XLSX, and runs none (in soak, where it is installed)', async () => {
  const ours = await (await exportCustomers('csv', { choice: { ids: null, upTo: 'secret', personal: true }, t })).text();
  const cells = Papa.parse<string[]>(ours.replace(/^\uFEFF/, '').trimEnd()).data;
  expect(await throughOffice('csv')).toEqual(cells);
  // In a workbook every cell is text, so that none has to be defused.
  const plain = cells.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')));
  expect(await throughOffice('xlsx')).toEqual(plain);
}, 180_000);
