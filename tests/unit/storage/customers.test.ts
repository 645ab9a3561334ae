import { beforeEach, describe, expect, it } from 'vitest';
import { removeCustomer, restore } from '../../../storage/customers';
import { database } from '../../../storage/database';
import { findCustomer, readFile } from '../../../storage/files';
import { listFiles, lostFiles } from '../../../storage/rows';
import { addNote, changeNote, removeNote } from '../../../storage/notes';

const lin = { site: 'shop.example', key: 'uid-7', name: '林小姐' };

beforeEach(async () => {
  await database.delete();
  await database.open();
});

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

  it('puts back a note and a whole customer that were deleted', async () => {
    const { customer, notes } = await addNote(lin, 'first', '');
    await changeNote(notes[0]?.id ?? '', 'mended');
    const note = await removeNote(notes[0]?.id ?? '');
    expect((await readFile(customer.id))?.notes).toEqual([]);
    await restore({ notes: note ? [note] : [] });
    const removed = await removeCustomer(customer.id);
    expect(await database.notes.count()).toBe(0);
    expect(await database.tombstones.toArray()).toMatchObject([
      { table: 'customers', id: customer.id, erased: false },
      { table: 'notes', id: note?.id, erased: false },
    ]);
    if (removed) await restore(removed);
    expect(await readFile(customer.id)).toMatchObject({ customer: { name: '林小姐' }, notes: [{ text: 'mended' }] });
    expect(await database.tombstones.count()).toBe(0);
  });

  it('names a damaged record, leaves it as it is, and goes on with the rest', async () => {
    await addNote(lin, 'whole', '');
    const damaged = { id: 'bad-1', site: 's', key: 'k', name: 42, createdAt: 1, updatedAt: 1 };
    await database.customers.put(damaged as never);
    const inPlace = { ...damaged, id: 'bad-2', activeAt: 1 };
    await database.customers.put(inPlace as never);
    const { rows, faults } = await listFiles('', 0, 10);
    expect(rows.map(({ customer }) => customer.name)).toEqual(['林小姐']);
    expect(faults).toEqual([{ table: 'customers', id: 'bad-2', field: 'name' }]);
    expect(await lostFiles()).toEqual([{ table: 'customers', id: 'bad-1', field: 'name' }]);
    expect(await database.customers.get('bad-1')).toEqual(damaged);
    expect(await findCustomer('s', 'k')).toBeNull();
  });
});
