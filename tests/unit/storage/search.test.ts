import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { bitsOf, folded, mayHold, searchText, signatureOf, wordsIn } from '../../../customers/search-text';
import { addComplaint, changeComplaint } from '../../../storage/complaints';
import { changeCustomer, createCustomer, removeCustomer, restore } from '../../../storage/customers';
import { database } from '../../../storage/database';
import { addFollowUp } from '../../../storage/follow-ups';
import { joinFiles, partFile } from '../../../storage/join';
import { addNote, changeNote, removeNote } from '../../../storage/notes';
import { searchFiles } from '../../../storage/search';
import { setUpVault } from '../../../storage/vault';

const lin = { site: 'shop.example', key: 'uid-7', name: '林小姐' };
const tom = { site: 'mall.example', key: 'tom1', name: 'Tom O’Hara' };
const house = { noteDays: 0, answerHours: 24, closeDays: 3 };

beforeEach(async () => {
  await database.delete();
  await database.open();
});

const find = async (query: string) => (await searchFiles(query)).ids;

describe('signatures', () => {
  it('never miss a part of what is there', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab1杯蓝😀\n '), maxLength: 40 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.nat(4), fc.nat(40), fc.integer({ min: 1, max: 6 }), (texts, which, from, length) => {
        const words = wordsIn((texts[which] ?? '').slice(from, from + length));
        expect(mayHold(signatureOf(texts.map(folded)), bitsOf(words))).toBe(true);
      }),
    );
  });

  it('pass few texts that have not the words', () => {
    const signature = signatureOf(['林小姐想换成蓝色马克杯', 'wants gift wrap']);
    expect(['红色', 'refund', '13800', '杯马'].filter((word) => mayHold(signature, bitsOf([word])))).toEqual([]);
  });
});

it('makes no difference of width and case, and finds a broken number as one', () => {
  expect(wordsIn(' ＭＵＧ　Mug 青瓷 ')).toEqual(['mug', '青瓷']);
  expect(searchText(['+86 138-0013 8000', '2026-11-24', '3 pcs'])).toBe('+86 138-0013 8000\n2026-11-24\n3 pcs\n8613800138000\n20261124');
});

describe('finding', () => {
  it('is by any part of name, number, tag, field, note, complaint or follow-up', async () => {
    const { customer } = await addNote(lin, '喜欢蓝色的 Mug', '');
    await addNote(tom, 'size 42', '');
    await changeCustomer(customer.id, { tags: ['老客户'], contact: '138 0013-8000', orderNumbers: ['2611240077'], otherNames: ['lin88'] });
    const complaint = await addComplaint(lin, { text: '杯子碎了', severity: 'minor', receivedAt: 1 }, house, '');
    await changeComplaint(complaint.id, { steps: [{ at: 2, text: '已补发', author: '' }] });
    await addFollowUp(lin, { kind: 'promise', text: '12 号到货', dueAt: 5 }, '');
    const words = ['小姐', '林', 'mug 蓝', '老客', '13800138000', '0013-80', '1240077', 'LIN88', '碎', '补发', '到货', 'shop.ex'];
    for (const word of words) expect([word, await find(word)]).toEqual([word, [customer.id]]);
    expect(await find('mug 42')).toEqual([]);
    expect(await find('')).toHaveLength(2);
  });

  it('follows every change in the same write', async () => {
    const { customer, notes } = await addNote(lin, 'first', '');
    await changeNote(notes[0]!.id, 'mended');
    expect([await find('first'), await find('mended')]).toEqual([[], [customer.id]]);
    const note = await removeNote(notes[0]!.id);
    expect(await find('mended')).toEqual([]);
    if (note) await restore({ notes: [note] });
    expect(await find('mended')).toEqual([customer.id]);
    const removed = await removeCustomer(customer.id);
    expect([await find('林'), await database.searchBlocks.count()]).toEqual([[], 0]);
    if (removed) await restore(removed);
    expect(await find('mended')).toEqual([customer.id]);
  });

  it('finds merged files as one, and parted ones as two', async () => {
    const { customer: head } = await addNote(lin, '要发票', '');
    const { customer: second } = await addNote(tom, 'size 42', '');
    await joinFiles(head.id, second.id);
    expect([await find('发票 42'), await find('hara'), await find('')]).toEqual([[head.id], [head.id], [head.id]]);
    await addNote(tom, 'blue', '');
    expect(await find('blue 林')).toEqual([head.id]);
    await partFile(second.id);
    expect([await find('发票 42'), await find('42')]).toEqual([[], [second.id]]);
  });

  it('does not look into files above secret', async () => {
    const { customer } = await addNote(lin, '身份证', '');
    await changeCustomer(customer.id, { contact: '13800', orderNumbers: ['2611'], secrecy: 'secret' });
    for (const word of ['身份', '138', '2611']) expect(await find(word)).toEqual([customer.id]);
    await setUpVault('correct horse battery', { n: 2, r: 8, p: 1 });
    await changeCustomer(customer.id, { secrecy: 'confidential' });
    for (const word of ['身份', '138', '2611']) expect(await find(word)).toEqual([]);
    expect(await find('林小')).toEqual([customer.id]);
    expect(JSON.stringify(await database.searchBlocks.toArray())).not.toContain('身份');
  });

  it('gives those active last first, page by page, each once', async () => {
    const made: string[] = [];
    for (let n = 0; n < 300; n += 1) made.push((await createCustomer({ site: 's', key: `k${n}`, name: `买家 ${n}` })).id);
    await database.customers.toCollection().modify((file) => void (file.activeAt = 1 + made.indexOf(file.id)));
    await changeCustomer(made[0]!, { tags: ['x'] });
    const pages: string[][] = [];
    for (let next: number | null = null; ; ) {
      const found = await searchFiles('买家', next);
      pages.push(found.ids);
      next = found.next;
      if (next === null) break;
    }
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toHaveLength(300);
    expect(new Set(pages.flat())).toEqual(new Set(made));
    expect(pages[0]![0]).toBe(made[0]);
    expect(await find('买家 299')).toEqual([made[299]]);
  });
});
