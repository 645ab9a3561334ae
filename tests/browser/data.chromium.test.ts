import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';
import { stored } from './support/stored';

describe('what is kept', () => {
  let browser: ChromiumDriver;
  let page: Page;
  const to = async (path: string) => {
    await page.goto(browser.extensionUrl(path));
    // Another hash alone loads nothing anew.
    await page.reload();
    await page.bringToFront();
  };

  beforeAll(async () => {
    browser = await startChromium();
    page = await browser.context.newPage();
  });
  afterAll(() => browser?.close());

  it('comes in from a table with a preview, and goes back', async () => {
    await to('workbench.html#/customers/import');
    const table = 'Name,Phone,Class,Note\nLin,138 0013 8000,A,allergic to pollen\nWang,,E,\nZhao,137,b,wants blue\n';
    await page.setInputFiles('input[type="file"]', { name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByText('cannot be read: 1').click();
    await page.getByText('customers.csv, row 3: the class “E” is none of A, B, C, D; mend it.').waitFor();
    await page.getByRole('button', { name: 'Take in 2' }).click();
    await page.getByText('2 customers and 2 notes taken in').waitFor();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('Taken back.').waitFor();
    expect(await page.evaluate(stored)).not.toContain('wants blue');
    await page.setInputFiles('input[type="file"]', { name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByRole('button', { name: 'Take in 2' }).click();
    await page.getByText('2 customers and 2 notes taken in').waitFor();
  });

  it('is sealed behind a passphrase when a file is confidential, and read again with it or with the sheet', async () => {
    await to('workbench.html#/data');
    await page.getByLabel('New passphrase').fill('correct horse battery');
    await page.getByLabel('Once more').fill('correct horse battery');
    await page.getByRole('button', { name: 'Set the passphrase' }).click();
    const code = await page.locator('.recovery-code').textContent();
    await page.getByRole('button', { name: 'It is printed and put away' }).click();
    await to('workbench.html#/customers');
    await page.getByRole('option', { name: /Lin/ }).click();
    await page.locator('label', { hasText: /^Secrecy/ }).locator('select').selectOption('confidential');
    await expect.poll(() => page.evaluate(stored)).not.toContain('allergic to pollen');
    expect(await page.evaluate(stored)).not.toContain('0013');
    await page.getByText('allergic to pollen').waitFor();
    await to('workbench.html#/data');
    await page.getByRole('button', { name: 'Lock now' }).click();
    await to('workbench.html#/customers');
    await page.getByRole('option', { name: /Lin/ }).click();
    await page.locator('[data-chatside="unlock"]').waitFor();
    expect(await page.getByText('allergic to pollen').count()).toBe(0);
    await page.getByLabel('Passphrase').fill('wrong passphrase');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The passphrase is not right').waitFor();
    await page.getByRole('button', { name: 'I have the recovery sheet' }).click();
    await page.getByLabel('Recovery code').fill(code!.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByText('allergic to pollen').waitFor();
  });

  it('leaves as a file with nothing confidential in the clear, and comes back after a wipe as it was', async () => {
    await to('workbench.html#/data');
    const before = await page.evaluate(stored);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Back up', exact: true }).click()]);
    const file = await download.path();
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('wants blue');
    expect(text).not.toMatch(/allergic|0013/);
    await page.getByText('Last backup: today').waitFor();
    const name = 'chatside.json';
    const choose = (buffer: Buffer) => page.setInputFiles('#backup input[type="file"]', { name, mimeType: 'application/json', buffer });
    await choose(Buffer.from(text.slice(0, text.length / 2)));
    await page.getByRole('alert').getByText('The end of chatside.json is missing').waitFor();
    expect(await page.evaluate(stored)).toBe(before);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const open = indexedDB.open('chatside');
          open.addEventListener('success', () => {
            const names = [...open.result.objectStoreNames];
            const wipe = open.result.transaction(names, 'readwrite');
            for (const one of names) wipe.objectStore(one).clear();
            wipe.addEventListener('complete', () => {
              open.result.close();
              resolve();
            });
          });
        }),
    );
    await choose(Buffer.from(text));
    await page.getByText('Customers: 2 records').waitFor();
    await page.getByRole('button', { name: 'Replace everything here' }).click();
    await page.getByRole('button', { name: 'Yes, replace everything' }).click();
    await page.getByText('Restored from chatside.json.').waitFor();
    const timeless = (rows: string) => rows.replace(/"revision":\d+/g, '');
    expect(timeless(await page.evaluate(stored))).toBe(timeless(before));
  });
});
