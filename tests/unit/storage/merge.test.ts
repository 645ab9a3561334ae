import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { mergeFiles, readConflicts, settleConflict } from '../../../storage/backup/merge';
import type { OtherFiles } from '../../../storage/backup/merge';
import { changeCustomer, createCustomer, removeCustomer } from '../../../storage/customers';
import { database } from '../../../storage/database';
import { changeFiles, readFile } from '../../../storage/files';
import { addFollowUp } from '../../../storage/follow-ups';
import { addNote, changeNote, removeNote } from '../../../storage/notes';
import type { CustomerFile, Note } from '../../../storage/records-customers';
import { searchFiles } from '../../../storage/search';
import { bury, personHash } from '../../../storage/tombstones';

const lin = { site: 'shop.example', key: 'uid-7', name: '林小姐' };
const tables = ['customers', 'notes', 'complaints', 'followUps', 'tombstones', 'conflicts', 'vaults'] as const;

beforeEach(async () => {
  await database.delete();
  await database.open();
});

/** What a computer's backup would bring. */
async function snapshot(): Promise<OtherFiles> {
  const all = async (table: string) => database.table(table).toArray();
  const [customers, notes, complaints, followUps, tombstones, conflicts, vaults] = await Promise.all(tables.map(all));
  return structuredClone({ records: { customers, notes, complaints, followUps }, tombstones, conflicts, vaults }) as unknown as OtherFiles;
}

/** Sits down at another computer. */
async function become(other: OtherFiles): Promise<void> {
  await Promise.all(database.tables.map((table) => table.clear()));
  await mergeFiles(structuredClone(other));
}

/** All that a merge must agree on. */
async function state(): Promise<unknown> {
  const { records, tombstones, conflicts } = await snapshot();
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify({ ...row, activeAt: 0 }, Object.keys(flat(row)).toSorted())).toSorted();
  return { ...Object.fromEntries(Object.entries(records).map(([table, rows]) => [table, sorted(rows)])), tombstones: sorted(tombstones), conflicts: sorted(conflicts) };
}
const flat = (row: object): Record<string, unknown> => {
  const keys: Record<string, unknown> = {};
  JSON.stringify(row, (key, value: unknown) => {
    if (key) keys[key] = 1;
    return value;
  });
  return keys;
};

describe('two computers', () => {
  it('get each other’s new files and notes, and the later of two changes in a row', async () => {
    const { customer } = await addNote(lin, '一', '小李');
    const home = await snapshot();
    await addNote(lin, '二', '小李');
    await createCustomer({ site: 's', key: 'k', name: '新客' });
    const office = await snapshot();
    await become(home);
    await changeCustomer(customer.id, { product: '水杯' });
    expect(await mergeFiles(office)).toEqual({ added: 2, changed: 0, removed: 0, apart: 0 });
    const file = await readFile(customer.id);
    expect([file?.customer.product, file?.notes.map(({ text }) => text).toSorted()]).toEqual(['水杯', ['一', '二']]);
    expect((await searchFiles('新客')).ids).toHaveLength(1);
    expect(await mergeFiles(office)).toEqual({ added: 0, changed: 0, removed: 0, apart: 0 });
  });

  it('keep both of what was changed on both, until somebody settles it everywhere', async () => {
    const { notes } = await addNote(lin, '一', '');
    const id = notes[0]!.id;
    const base = await snapshot();
    await changeNote(id, '在家改的');
    const home = await snapshot();
    await become(base);
    await changeNote(id, '在店里改的');
    expect(await mergeFiles(home)).toMatchObject({ apart: 1 });
    const conflicts = await readConflicts();
    const texts = [(await database.notes.get(id))!.text, ...conflicts.map(({ record }) => (record as Note).text)];
    expect(texts.toSorted()).toEqual(['在家改的', '在店里改的'].toSorted());
    const both = await snapshot();
    await settleConflict('notes', id, conflicts[0]!.key);
    expect(await readConflicts()).toEqual([]);
    expect((await database.notes.get(id))!.text).toBe(texts[1]);
    // An old copy of either brings nothing back.
    await mergeFiles(home);
    await mergeFiles(both);
    expect([await readConflicts(), (await database.notes.get(id))!.text]).toEqual([[], texts[1]]);
  });

  it('agree that what one deleted is gone, unless the other changed it later', async () => {
    const { customer, notes } = await addNote(lin, '一', '');
    const { notes: more } = await addNote(lin, '二', '');
    const second = more.find(({ id }) => id !== notes[0]!.id)!;
    const base = await snapshot();
    await removeNote(notes[0]!.id);
    await removeNote(second.id);
    const home = await snapshot();
    await become(base);
    await changeFiles(async () => void (await database.notes.update(second.id, { text: '后来改的', updatedAt: Date.now() + 5000 })));
    expect(await mergeFiles(home)).toMatchObject({ removed: 1 });
    expect((await readFile(customer.id))!.notes.map(({ text }) => text)).toEqual(['后来改的']);
  });

  it('never bring an erased person back', async () => {
    const { customer } = await addNote(lin, '一', '');
    const base = await snapshot();
    const hash = await personHash(lin.site, lin.key);
    await removeCustomer(customer.id);
    await changeFiles(() => bury('customers', [customer.id], Date.now(), true));
    await database.tombstones.put({ table: 'people', id: hash, at: Date.now(), erased: true, seen: [] });
    const home = await snapshot();
    await become(base);
    await addNote(lin, '改得更晚', '');
    await changeCustomer(customer.id, { product: 'x' });
    await database.customers.toCollection().modify((file: CustomerFile) => void (file.updatedAt += 9000));
    await mergeFiles(home);
    expect([await database.customers.count(), await database.notes.count()]).toEqual([0, 0]);
  });
});

type Step = { kind: 'note' | 'change' | 'remove' | 'followUp' | 'gone'; n: number };
const step: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom('note', 'change', 'remove', 'followUp', 'gone'), n: fc.nat(3) });

async function take({ kind, n }: Step): Promise<void> {
  const notes = await database.notes.orderBy('id').toArray();
  const customers = await database.customers.orderBy('id').toArray();
  const [note, customer] = [notes[n % Math.max(1, notes.length)], customers[n % Math.max(1, customers.length)]];
  if (kind === 'note') await addNote({ ...lin, key: `k${n}` }, `note ${n}`, '');
  if (kind === 'followUp') await addFollowUp({ ...lin, key: `k${n}` }, { kind: 'promise', text: `promise ${n}`, dueAt: n }, '');
  if (kind === 'change' && note) await changeNote(note.id, `${note.text}!`.slice(-40));
  if (kind === 'change' && customer) await changeCustomer(customer.id, { product: `p${n}` });
  if (kind === 'remove' && note) await removeNote(note.id);
  if (kind === 'gone' && customer) await removeCustomer(customer.id);
}

it('gives three computers the same files in any order of merging', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), fc.array(fc.array(step, { maxLength: 4 }), { minLength: 3, maxLength: 3 }), async (first, later) => {
      await Promise.all(database.tables.map((table) => table.clear()));
      for (const one of first) await take(one);
      const base = await snapshot();
      const computers: OtherFiles[] = [];
      for (const steps of later) {
        await become(base);
        for (const one of steps) await take(one);
        computers.push(await snapshot());
      }
      const [a, b, c] = computers as [OtherFiles, OtherFiles, OtherFiles];
      const orders = [[a, b, c], [c, a, b], [b, c, a, a]];
      const results: unknown[] = [];
      for (const order of orders) {
        await become(order[0]!);
        for (const other of order.slice(1)) await mergeFiles(structuredClone(other));
        results.push(await state());
      }
      expect(results[1]).toEqual(results[0]);
      expect(results[2]).toEqual(results[0]);
    }),
    { numRuns: process.env.CHATSIDE_SOAK === '1' ? 300 : 25 },
  );
}, 600_000);
