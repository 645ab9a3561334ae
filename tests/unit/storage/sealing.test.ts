import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addComplaint, changeComplaint } from '../../../storage/complaints';
import { changeCustomer, removeCustomer, restore } from '../../../storage/customers';
import { database } from '../../../storage/database';
import { keepDraft, readDrafts, readOpenDraft } from '../../../storage/drafts-on';
import { chooseSealContacts, readFile } from '../../../storage/files';
import { addFollowUp } from '../../../storage/follow-ups';
import { joinFiles } from '../../../storage/join';
import { addNote, changeNote } from '../../../storage/notes';
import { searchFiles } from '../../../storage/search';
import { lockVault, setPassphrase, setUpVault, unlockVault } from '../../../storage/vault';

const who = { site: 'shop.example', key: 'k1', name: '王女士' };
const CHEAP = { n: 2, r: 8, p: 1 };
const SECRET = '肺结核复诊';

/** Names of the tables in which this text stands in the clear: what somebody who copies the profile's folder would see. */
async function tablesWith(text: string): Promise<string[]> {
  const found = await Promise.all(database.tables.map(async (table) => (JSON.stringify(await table.toArray()).includes(text) ? [table.name] : [])));
  return found.flat();
}

beforeEach(async () => {
  fakeBrowser.reset();
  await Promise.all(database.tables.map((table) => table.clear()));
});
afterEach(lockVault);

async function confidentialFile(): Promise<string> {
  const { customer } = await addNote(who, `第一条 ${SECRET}`, '小李');
  await changeCustomer(customer.id, { contact: `13800138000 ${SECRET}`, address: SECRET });
  const complaint = await addComplaint(who, { text: SECRET, severity: 'minor', receivedAt: 1 }, { noteDays: 0, answerHours: 24, closeDays: 3 }, '小李');
  await changeComplaint(complaint.id, { steps: [{ at: 1, text: SECRET, author: '' }], settledHow: SECRET, settledAt: 2 });
  await addFollowUp(who, { kind: 'promise', text: SECRET, dueAt: 5 }, '小李');
  await setUpVault('correct horse battery', CHEAP);
  await changeCustomer(customer.id, { secrecy: 'confidential' });
  return customer.id;
}

describe('a confidential file', () => {
  it('has no text of it in the clear anywhere in the database, and is whole when it is unlocked', async () => {
    const id = await confidentialFile();
    expect(await tablesWith(SECRET)).toEqual([]);
    expect(await tablesWith('13800138000')).toEqual([]);
    await addNote(who, `第二条 ${SECRET}`, '小李');
    await lockVault();
    // Written while it is locked, as from the panel.
    await addNote(who, `第三条 ${SECRET}`, '小李');
    expect(await tablesWith(SECRET)).toEqual([]);
    expect((await readFile(id))?.notes.map(({ text, sealed }) => [text, sealed !== undefined])).toEqual([['', true], ['', true], ['', true]]);
    expect((await searchFiles(SECRET)).ids).toEqual([]);
    expect((await searchFiles('王女士')).ids).toEqual([id]);
    await unlockVault('correct horse battery');
    const file = await readFile(id);
    expect(file?.notes.map(({ text }) => text).toSorted()).toEqual([`第一条 ${SECRET}`, `第三条 ${SECRET}`, `第二条 ${SECRET}`].toSorted());
    expect(file?.customer).toMatchObject({ contact: `13800138000 ${SECRET}`, address: SECRET });
    expect(file?.complaints[0]).toMatchObject({ text: SECRET, settledHow: SECRET, steps: [{ text: SECRET }] });
    expect(file?.followUps[0]?.text).toBe(SECRET);
  });

  it('takes changes while it is locked that touch nothing sealed, and refuses the others', async () => {
    const id = await confidentialFile();
    const [complaint] = (await readFile(id))!.complaints;
    await lockVault();
    await changeComplaint(complaint!.id, { calledBackAt: 9 });
    await expect(changeComplaint(complaint!.id, { settledHow: 'otherwise' })).rejects.toMatchObject({ data: { code: 'locked' } });
    await expect(changeCustomer(id, { secrecy: 'open' })).rejects.toMatchObject({ data: { code: 'locked' } });
    await expect(changeCustomer(id, { contact: 'other' })).rejects.toMatchObject({ data: { code: 'locked' } });
    await unlockVault('correct horse battery');
    expect((await readFile(id))!.complaints[0]).toMatchObject({ calledBackAt: 9, settledHow: SECRET });
    expect((await readFile(id))!.customer).toMatchObject({ secrecy: 'confidential', contact: `13800138000 ${SECRET}` });
  });

  it('lets a field be emptied, and is opened again when it is confidential no more', async () => {
    const id = await confidentialFile();
    const [complaint] = (await readFile(id))!.complaints;
    await changeComplaint(complaint!.id, { settledHow: '' });
    await changeCustomer(id, { address: '' });
    expect((await readFile(id))!.complaints[0]).toMatchObject({ settledHow: '', text: SECRET });
    await changeCustomer(id, { secrecy: 'open' });
    expect((await database.notes.toArray()).map(({ text, sealed }) => [text, sealed])).toEqual([[`第一条 ${SECRET}`, undefined]]);
    expect(await database.customers.get(id)).toMatchObject({ address: '', contact: `13800138000 ${SECRET}` });
  });

  it('keeps a note that was corrected, taken away and put back', async () => {
    const id = await confidentialFile();
    const [note] = (await readFile(id))!.notes;
    await changeNote(note!.id, `改过 ${SECRET}`);
    const removed = await removeCustomer(id);
    expect(JSON.stringify(removed)).not.toContain(SECRET);
    await restore(removed!);
    expect((await readFile(id))!.notes[0]!.text).toBe(`改过 ${SECRET}`);
  });

  it('is not merged with another while it is locked', async () => {
    const id = await confidentialFile();
    const { customer: other } = await addNote({ ...who, key: 'k2' }, 'plain', '');
    await lockVault();
    await expect(joinFiles(other.id, id)).rejects.toMatchObject({ data: { code: 'locked' } });
    await unlockVault('correct horse battery');
    await joinFiles(other.id, id);
    expect((await readFile(id))!.customer).toMatchObject({ id: other.id, secrecy: 'confidential', contact: `13800138000 ${SECRET}` });
    expect(await tablesWith(SECRET)).toEqual([]);
    expect(await tablesWith('plain')).toEqual([]);
  });
});

describe('what is being typed on a customer', () => {
  const read = async (kind = 'note') => (await readDrafts(who, [kind])).get(kind)!;

  it('stands in the clear nowhere from the moment the file is confidential', async () => {
    await addNote(who, 'a note', '');
    const { id } = await addComplaint(who, { text: 'broken', severity: 'minor', receivedAt: 1 }, { noteDays: 0, answerHours: 24, closeDays: 3 }, '');
    await keepDraft(who, 'note', SECRET, 'form');
    await keepDraft(who, `settled ${id}`, SECRET, 'form');
    expect(await readOpenDraft(who, 'note')).toBe(SECRET);
    await setUpVault('correct horse battery', CHEAP);
    await changeCustomer((await database.customers.toArray())[0]!.id, { secrecy: 'confidential' });
    expect(await tablesWith(SECRET)).toEqual([]);
    expect((await read()).text).toBe(SECRET);
    expect((await read(`settled ${id}`)).text).toBe(SECRET);
    expect(await readOpenDraft(who, 'note')).toBe('');
    // The form goes on with what it has read.
    await keepDraft(who, 'note', `${SECRET}，还有`, 'form', (await read()).rows);
    expect((await read()).text).toBe(`${SECRET}，还有`);
    expect(await tablesWith(SECRET)).toEqual([]);
  });

  it('is sealed while the vault is locked, and no writer takes out what they cannot see', async () => {
    await confidentialFile();
    await keepDraft(who, 'note', `一 ${SECRET}`, 'popup');
    await lockVault();
    await keepDraft(who, 'note', `二 ${SECRET}`, 'panel');
    expect(await tablesWith(SECRET)).toEqual([]);
    expect(await read()).toEqual({ text: '', rows: [] });
    await keepDraft(who, 'note', '', 'another panel');
    await unlockVault('correct horse battery');
    const { text, rows } = await read();
    expect(text.split('\n').toSorted()).toEqual([`一 ${SECRET}`, `二 ${SECRET}`]);
    await keepDraft(who, 'note', '', 'popup again', rows);
    expect(await database.typedTexts.count()).toBe(0);
  });
});

it('seals what was merged into a file, and versions kept beside one another, with it', async () => {
  const [{ customer: head }, { customer: other }] = [await addNote(who, 'plain', ''), await addNote({ ...who, key: 'k2' }, SECRET, '')];
  await joinFiles(head.id, other.id);
  const [note] = await database.notes.where('customerId').equals(other.id).toArray();
  await database.conflicts.put({ key: 'c', table: 'notes', id: note!.id, record: { ...note!, text: `${SECRET} 另一台` } });
  await setUpVault('correct horse battery', CHEAP);
  await changeCustomer(head.id, { secrecy: 'topSecret' });
  expect(await tablesWith(SECRET)).toEqual([]);
  expect((await readFile(head.id))?.notes.map(({ text }) => text).toSorted()).toEqual(['plain', SECRET]);
});

it('cannot be made without a passphrase', async () => {
  const { customer } = await addNote(who, SECRET, '');
  await expect(changeCustomer(customer.id, { secrecy: 'topSecret' })).rejects.toMatchObject({ data: { code: 'no-vault' } });
  expect((await database.customers.get(customer.id))?.secrecy).toBe('open');
});

it('seals contact data of secret files where that is chosen, and nothing else of them', async () => {
  const { customer } = await addNote(who, 'a note', '');
  await setUpVault('correct horse battery', CHEAP);
  await changeCustomer(customer.id, { secrecy: 'secret', contact: SECRET, product: 'pump' });
  expect(await tablesWith(SECRET)).not.toEqual([]);
  await chooseSealContacts(true);
  expect(await tablesWith(SECRET)).toEqual([]);
  expect(await database.customers.get(customer.id)).toMatchObject({ product: 'pump', contact: '' });
  expect((await readFile(customer.id))?.notes[0]?.text).toBe('a note');
  await lockVault();
  await expect(chooseSealContacts(false)).rejects.toMatchObject({ data: { code: 'locked' } });
  await unlockVault('correct horse battery');
  await chooseSealContacts(false);
  expect(await database.customers.get(customer.id)).toMatchObject({ contact: SECRET });
});

it('opens with a changed passphrase and not with the old one, and with no wrong one', async () => {
  const id = await confidentialFile();
  await setPassphrase('another good passphrase');
  await lockVault();
  await expect(unlockVault('correct horse battery')).rejects.toMatchObject({ data: { code: 'wrong-passphrase' } });
  await unlockVault('another good passphrase');
  expect((await readFile(id))?.customer.address).toBe(SECRET);
});
