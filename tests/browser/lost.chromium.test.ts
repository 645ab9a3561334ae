import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';
import { smallDisk } from './support/small-disk';
import { stored } from './support/stored';

/** Nothing is lost where the browser or the disk gets in the way. */
const disk = smallDisk();
let driver: ChromiumDriver;
let popup: Page;
const field = (page = popup) => page.locator('[data-chatside="note-input"]');

beforeAll(async () => {
  driver = await startChromium({ language: 'en', ...(disk && { profile: join(disk.path, 'profile') }) });
  popup = await driver.context.newPage();
  popup.setDefaultTimeout(40_000);
});
afterAll(async () => {
  disk?.empty();
  await driver?.close();
  disk?.remove();
});

async function customer(name: string): Promise<void> {
  await popup.goto(driver.extensionUrl('popup.html'));
  await popup.getByRole('searchbox').fill(name);
  await popup.getByRole('button', { name: 'New customer' }).click();
  await field().waitFor();
}

it.skipIf(!disk)('keeps the text in the field, and nothing half-written, when the disk is full (where a disk may be mounted)', async () => {
  await customer('Ms Lin');
  await field().fill('is kept');
  await field().press('Enter');
  await popup.locator('[data-chatside="note"]').getByText('is kept').waitFor();
  disk!.fill();
  const text = `no room ${'字'.repeat(19_000)}`;
  await field().fill(text);
  await field().press('Enter');
  const said = popup.getByText(/The (disk is full|browser could not write)/);
  await said.waitFor();
  expect(await field().inputValue()).toBe(text);
  // Room again: the same text goes in.
  disk!.empty();
  await popup.locator('[data-chatside="database"]').waitFor({ state: 'detached' });
  await field().press('Enter');
  await popup.locator('[data-chatside="note"]').getByText('no room').waitFor();
  expect(await field().inputValue()).toBe('');
  await said.waitFor({ state: 'detached' });
  const rows = JSON.parse(await popup.evaluate(stored)) as unknown[];
  const notes = rows[rows.indexOf('notes') + 1] as { text: string }[];
  expect(notes.map((note) => note.text)).toEqual(expect.arrayContaining(['is kept', text]));
  expect(notes.filter((note) => note.text !== 'is kept' && note.text !== text)).toEqual([]);
});

it('has every letter of a note whose popup was closed in mid-sentence', async () => {
  await customer('Mr Wang');
  await field().focus();
  await popup.keyboard.type('parcel on the 12th, and', { delay: 15 });
  await popup.close({ runBeforeUnload: false });
  popup = await driver.context.newPage();
  await popup.goto(driver.extensionUrl('popup.html'));
  await popup.getByText('Mr Wang').click();
  await field().waitFor();
  expect(await field().inputValue()).toBe('parcel on the 12th, and');
});

it('lets go of the database when a newer Chatside upgrades it, says so, and keeps what was typed', async () => {
  await field().press('End');
  await popup.keyboard.type(' the blue one');
  // Resolves once it is upgraded: nobody stands in the way.
  const plain = await driver.context.newPage();
  await plain.goto(driver.extensionUrl('icon/128.png'));
  await plain.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('chatside', 1000);
        open.addEventListener('blocked', () => reject(new Error('blocked')));
        open.addEventListener('success', () => {
          open.result.close();
          resolve();
        });
      }),
  );
  const notice = popup.locator('[data-chatside="database"][data-state="outdated"]');
  await notice.waitFor();
  await notice.getByRole('button', { name: 'Reload' }).click();
  await popup.getByText('Mr Wang').click();
  await field().waitFor();
  expect(await field().inputValue()).toBe('parcel on the 12th, and the blue one');
  await plain.close();
});

it('waits for a page of an older Chatside that holds the database open, says which, and goes on', async () => {
  await popup.goto('about:blank');
  const old = await driver.context.newPage();
  await old.goto(driver.extensionUrl('icon/128.png'));
  // The database of version 1, with a connection that does not let go.
  await old.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const gone = indexedDB.deleteDatabase('chatside');
        gone.addEventListener('success', () => {
          const open = indexedDB.open('chatside', 10);
          open.addEventListener('upgradeneeded', () => {
            const keys = { customers: 'id', notes: 'id', waits: 'id', holds: 'id', replyUses: ['site', 'reply'], typedTexts: 'field', clockStates: 'site' };
            for (const [name, keyPath] of Object.entries(keys)) open.result.createObjectStore(name, { keyPath });
            const [customers, notes] = [open.transaction!.objectStore('customers'), open.transaction!.objectStore('notes')];
            customers.createIndex('[site+key]', ['site', 'key'], { unique: true });
            customers.createIndex('updatedAt', 'updatedAt');
            notes.createIndex('customerId', 'customerId');
            customers.add({ id: 'c1', site: 'own', key: 'k', name: 'Old Zhao', contact: '', address: '', product: '', model: '', purchaseDate: '', tags: [], customerClass: null, createdAt: 5, updatedAt: 5 });
            notes.add({ id: 'n1', customerId: 'c1', text: 'from version 1', createdAt: 5, updatedAt: 5 });
          });
          open.addEventListener('success', () => resolve());
        });
      }),
  );
  await popup.goto(driver.extensionUrl('popup.html'));
  await popup.locator('[data-chatside="database"][data-state="blocked"]').getByText('close the other Chatside tabs').waitFor();
  await old.close();
  await popup.getByText('Old Zhao').click();
  await popup.locator('[data-chatside="note"]').getByText('from version 1').waitFor();
  expect(await popup.locator('[data-chatside="database"]').count()).toBe(0);
});
