import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { viewOf } from '../../../messaging/customer-view';
import { addComplaint } from '../../../storage/complaints';
import { changeCustomer } from '../../../storage/customers';
import { database } from '../../../storage/database';
import { readFile } from '../../../storage/files';
import { addFollowUp } from '../../../storage/follow-ups';
import { addNote } from '../../../storage/notes';
import type { Secrecy } from '../../../storage/records-customers';
import { setUpVault } from '../../../storage/vault';

const lin = { site: 'shop.example', key: 'uid-7', name: '林小姐' };
const house = { noteDays: 0, answerHours: 24, closeDays: 3 };

beforeEach(async () => {
  fakeBrowser.reset();
  await database.delete();
  await database.open();
});

async function view(secrecy: Secrecy) {
  await setUpVault('correct horse battery', { n: 2, r: 8, p: 1 });
  const { customer } = await addNote(lin, '对花粉过敏', '小李');
  await addComplaint(lin, { text: '杯子碎了', severity: 'minor', receivedAt: 1 }, house, '');
  await addFollowUp(lin, { kind: 'promise', text: '12 号到货', dueAt: 5 }, '');
  await addFollowUp(lin, { kind: 'followUp', text: '回访', dueAt: 6 }, '');
  await changeCustomer(customer.id, { secrecy, customerClass: 'A', contact: '13800138000' });
  return viewOf(await readFile(customer.id));
}

it('greets a returning customer with notes, class, complaint and promise', async () => {
  expect(await view('open')).toMatchObject({ customerClass: 'A', noteCount: 1, notes: [{ text: '对花粉过敏' }], openComplaints: 1, promiseCount: 1, promises: [{ text: '12 号到货' }] });
});

it.each(['secret', 'confidential', 'topSecret'] as const)('gives the page of a %s file only how much there is', async (secrecy) => {
  const shown = await view(secrecy);
  expect(shown).toMatchObject({ customerClass: null, noteCount: 1, notes: [], openComplaints: 1, promiseCount: 1, promises: [] });
  expect(JSON.stringify(shown)).not.toMatch(/过敏|碎|到货|回访|138/);
});

it('leaves out what is sealed', async () => {
  await addNote(lin, 'open', '');
  await database.notes.toCollection().modify({ text: '', sealed: { vault: 'v', iv: 'AAAA', data: 'AAAA' } });
  const customer = await database.customers.toCollection().first();
  expect(viewOf(await readFile(customer!.id))).toMatchObject({ notes: [], noteCount: 1 });
});

it('knows nothing of a stranger', () => {
  expect(viewOf(null)).toMatchObject({ id: null, notes: [], noteCount: 0 });
});
