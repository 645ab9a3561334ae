import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dayOf, guessColumns, personsOf } from '../../../customers/import';
import { createTexts } from '../../../locales';
import { readRows } from '../../../packs/readers';
import { changeCustomer } from '../../../storage/customers';
import { database } from '../../../storage/database';
import { exportCustomers } from '../../../storage/export/customers';
import { planImport, runImport, undoImport } from '../../../storage/import-customers';
import { addNote } from '../../../storage/notes';
import { searchFiles } from '../../../storage/search';

beforeEach(async () => {
  fakeBrowser.reset();
  await database.delete();
  await database.open();
});

const table = async (text: string, name = 'customers.csv') => readRows(new TextEncoder().encode(text), name);
const read = async (text: string) => {
  const [head, ...rows] = (await table(text)).rows;
  return personsOf(rows, guessColumns(head!.cells));
};

describe('a table of customers', () => {
  it('is told by the names of its columns, as people write them', () => {
    expect(guessColumns(['客户名称', '手机号（必填）', '收货地址', '订单编号', '等级', '备注', '随便'])).toEqual(['name', 'contact', 'address', 'orderNumbers', 'customerClass', 'note', null]);
    expect(guessColumns(['Name', 'Phone', 'Email'])).toEqual(['name', 'contact', null]);
  });

  it('gives a person for several rows, with a note of each', async () => {
    const { persons, faults } = await read('姓名,电话,等级,标签,备注\n林小姐,138 0013 8000,a级,"VIP、老客",要发票\n林小姐,,,,又来了\n王先生,,,,\n');
    expect(faults).toEqual([]);
    expect(persons).toMatchObject([
      { rows: [2, 3], name: '林小姐', site: 'own', fields: { contact: '138 0013 8000', customerClass: 'A', tags: ['VIP', '老客'] }, notes: [{ text: '要发票' }, { text: '又来了' }] },
      { rows: [4], name: '王先生', notes: [] },
    ]);
  });

  it('names the row and what is wrong with it, and reads the rest', async () => {
    const { persons, faults } = await read('name,date of purchase,purchase date,class,phone\n,,,,1\nA,,2026-13-40,,\nB,,,E,\nC,,,,***\nD,,2026/1/2,b,1\n');
    expect(faults).toEqual([
      { row: 2, code: 'no-name', detail: '' },
      { row: 3, code: 'bad-date', detail: '2026-13-40' },
      { row: 4, code: 'bad-class', detail: 'E' },
      { row: 5, code: 'masked', detail: 'contact' },
    ]);
    expect(persons).toMatchObject([{ name: 'D', fields: { purchaseDate: '2026-01-02', customerClass: 'B' } }]);
  });

  it.each([['2026年3月5日 12:00', '2026-03-05'], ['2026.3.5', '2026-03-05'], ['5.3.2026', null], ['', null], ['2026-02-30', null]])('reads the day %j', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  it('is refused where it is none', async () => {
    expect((await table('', 'x.csv')).faults).toMatchObject([{ row: null, code: 'empty-file' }]);
    expect((await table('name\n=1+1\n')).faults).toMatchObject([{ row: 2, code: 'formula' }]);
    expect((await table('no zip', 'x.xlsx')).faults).toMatchObject([{ row: null, code: 'bad-zip' }]);
  });
});

describe('taking it in', () => {
  const lin = { site: 'own', key: 'k1', name: '林小姐' };

  it('adds what is new, fills what is empty, writes nothing over, and is taken back', async () => {
    const { customer } = await addNote(lin, '要发票', '');
    await changeCustomer(customer.id, { contact: '139' });
    const { persons } = await read('姓名,电话,地址,备注\n林小姐,138,杭州,要发票\n林小姐,138,,新的\n赵先生,137,,你好\n林小姐2,,,\n');
    const plans = await planImport(persons);
    expect(plans.map(({ state }) => state)).toEqual(['adds', 'new', 'new']);
    const before = await database.customers.get(customer.id);
    const done = await runImport(plans, '小李');
    expect(await database.customers.get(customer.id)).toMatchObject({ contact: '139', address: '杭州' });
    expect((await database.notes.where('customerId').equals(customer.id).toArray()).map(({ text }) => text).toSorted()).toEqual(['新的', '要发票'].toSorted());
    expect((await searchFiles('赵先生')).ids).toHaveLength(1);
    expect((await planImport(persons)).map(({ state }) => state)).toEqual(['same', 'same', 'same']);
    await undoImport(done);
    expect(await database.customers.count()).toBe(1);
    expect(await database.customers.get(customer.id)).toMatchObject({ contact: '139', address: before!.address });
    expect(await database.notes.count()).toBe(1);
  });

  it('stores nothing when it is cancelled in the middle', async () => {
    const { persons } = await read('name,note\nA,1\nB,2\nC,3\n');
    const ending = new AbortController();
    const running = runImport(await planImport(persons), '', ending.signal, (share) => share > 0.5 && ending.abort(new Error('enough')));
    await expect(running).rejects.toThrow('enough');
    expect([await database.customers.count(), await database.notes.count()]).toEqual([0, 0]);
  });

  it('reads what was exported', async () => {
    const { t } = createTexts('zh-CN');
    const { customer } = await addNote(lin, '要发票', '小李');
    await changeCustomer(customer.id, { contact: '138 0013 8000', tags: ['VIP'], customerClass: 'B' });
    for (const kind of ['csv', 'xlsx'] as const) {
      const file = await exportCustomers(kind, { choice: { ids: null, upTo: 'open', personal: true }, t });
      const [head, ...rows] = (await readRows(new Uint8Array(await file.arrayBuffer()), `x.${kind}`)).rows;
      const { persons, faults } = personsOf(rows, guessColumns(head!.cells));
      expect(faults).toEqual([]);
      expect(persons).toMatchObject([{ site: 'own', name: '林小姐', fields: { contact: '138 0013 8000', tags: ['VIP'], customerClass: 'B' }, notes: [{ text: '要发票', author: '小李' }] }]);
    }
  });
});
