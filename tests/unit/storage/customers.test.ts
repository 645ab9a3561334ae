import { beforeEach, describe, expect, it } from 'vitest';
import { changeCustomer, removeCustomer, restore, searchCustomers } from '../../../storage/customers';
import { database } from '../../../storage/database';
import { findCustomer } from '../../../storage/files';
import { addNote, changeNote, removeNote } from '../../../storage/notes';

const lin = { site: 'shop.example', key: 'uid-7', name: '林小姐' };
const tom = { site: 'shop.example', key: 'uid-8', name: 'Tom O’Hara' };

beforeEach(async () => {
  await database.delete();
  await database.open();
});

async function names(query: string): Promise<string[]> {
  return (await searchCustomers(query)).records.map(({ customer }) => customer.name);
}

describe('customer files', () => {
  it('makes the file with the first note, and keeps to it', async () => {
    await addNote(lin, '要开发票', '小李');
    const { customer, notes } = await addNote(lin, ' 12 号前发货 ', '小李');
    expect(notes.map((note) => note.text).sort()).toEqual(['12 号前发货', '要开发票']);
    expect(customer).toMatchObject(lin);
    expect(await database.customers.count()).toBe(1);
  });

  it('keeps people of the same key on two sites apart', async () => {
    await addNote(lin, 'one', '');
    await addNote({ ...lin, site: 'other.example' }, 'two', '');
    expect(await database.customers.count()).toBe(2);
  });

  it('changes nothing when a note is empty', async () => {
    await expect(addNote(lin, '   ', '')).rejects.toThrow();
    expect(await database.customers.count()).toBe(0);
  });

  it('finds by any part of name, field, tag or note, all words at once', async () => {
    const { customer } = await addNote(lin, '喜欢蓝色的 Mug', '');
    await addNote(tom, 'size 42', '');
    await changeCustomer(customer.id, { tags: ['老客户'], contact: '138 0000' });
    expect(await names('小姐')).toEqual(['林小姐']);
    expect(await names('mug 蓝')).toEqual(['林小姐']);
    expect(await names('老客')).toEqual(['林小姐']);
    expect(await names('138')).toEqual(['林小姐']);
    expect(await names('mug 42')).toEqual([]);
    expect((await names('')).toSorted()).toEqual([tom.name, '林小姐'].toSorted());
  });

  it('puts back a note and a whole customer that were deleted', async () => {
    const { customer, notes } = await addNote(lin, 'first', '');
    await changeNote(notes[0]?.id ?? '', 'mended');
    const note = await removeNote(notes[0]?.id ?? '');
    expect((await searchCustomers('')).records[0]?.notes).toEqual([]);
    await restore({ notes: note ? [note] : [] });
    const removed = await removeCustomer(customer.id);
    expect(await database.notes.count()).toBe(0);
    expect(await database.tombstones.toArray()).toMatchObject([
      { table: 'customers', id: customer.id, erased: false },
      { table: 'notes', id: note?.id, erased: false },
    ]);
    if (removed) await restore(removed);
    const { records } = await searchCustomers('');
    expect(records).toMatchObject([{ customer: { id: customer.id, name: '林小姐' }, notes: [{ text: 'mended' }] }]);
    expect(await database.tombstones.count()).toBe(0);
  });

  it('names a damaged record, leaves it as it is, and goes on with the rest', async () => {
    await addNote(lin, 'whole', '');
    const damaged = { id: 'bad-1', site: 's', key: 'k', name: 42, createdAt: 1, updatedAt: 1 };
    await database.customers.put(damaged as never);
    const { records, faults } = await searchCustomers('');
    expect(records.map(({ customer }) => customer.name)).toEqual(['林小姐']);
    expect(faults).toEqual([{ table: 'customers', id: 'bad-1', field: 'name' }]);
    expect(await database.customers.get('bad-1')).toEqual(damaged);
    expect(await findCustomer('s', 'k')).toBeNull();
  });
});
