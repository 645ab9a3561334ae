/// <reference types="chrome" />
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';

const soak = process.env.CHATSIDE_SOAK === '1';
const BROWSER_KILLS = soak ? 50 : 2;
const WORKER_KILLS = soak ? 200 : 12;

interface StoredNote {
  id: string;
  customerId: string;
  text: string;
}

/** Reads what is stored, as the extension's own pages do. */
function stored(): Promise<{ notes: StoredNote[]; customers: string[] }> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('chatside');
    open.addEventListener('error', () => reject(open.error));
    open.addEventListener('success', () => {
      const read = open.result.transaction(['notes', 'customers']);
      const notes = read.objectStore('notes').getAll();
      const customers = read.objectStore('customers').getAllKeys();
      read.addEventListener('complete', () => {
        open.result.close();
        resolve({ notes: notes.result, customers: customers.result as string[] });
      });
    });
  });
}

/** Writes notes one after another, each to a customer of its own, until the page is gone; says of each that it was acknowledged. */
async function writeOn({ from, length }: { from: number; length: number }): Promise<void> {
  const { acknowledged } = window as unknown as { acknowledged(text: string): Promise<void> };
  for (let n = from; ; n += 1) {
    const text = `note ${n} ${'字'.repeat(length)}`;
    const reply = await chrome.runtime
      .sendMessage({ name: 'note.add', request: { customer: { key: `k${n}`, name: `Customer ${n}` }, text } })
      .catch(() => null);
    if (reply?.ok) await acknowledged(text);
  }
}

/** Every acknowledged note is there, whole and with its file, and nothing half-written is. */
async function check(page: Page, acknowledged: Set<string>): Promise<void> {
  const { notes, customers } = await page.evaluate(stored);
  const texts = new Set(notes.map(({ text }) => text));
  expect([...acknowledged].filter((text) => !texts.has(text))).toEqual([]);
  expect(notes.filter(({ customerId }) => !customers.includes(customerId))).toEqual([]);
  expect(notes.filter(({ text }) => !/^(note \d+ 字+|wants \d+)$/.test(text))).toEqual([]);
  expect(customers).toHaveLength(new Set(notes.map(({ customerId }) => customerId)).size);
}

/** Persons in the table that is being taken in when the browser dies: enough for a kill to hit it. */
const IMPORTED = 1000;

/** Takes in a table of customers; resolves once the import runs. What the page says later is what it acknowledged. */
async function startImport(browser: ChromiumDriver, round: number): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('workbench.html#/customers/import'));
  const rows = Array.from({ length: IMPORTED }, (_, n) => `import ${round} ${n},wants ${n}`);
  await page.setInputFiles('input[type="file"]', { name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(`Name,Note\n${rows.join('\n')}\n`) });
  await page.getByRole('button', { name: `Take in ${IMPORTED}` }).click();
  return page;
}

/** How many customers and notes of this import are there. */
function importedIn(round: number): Promise<[number, number]> {
  return new Promise((resolve) => {
    const open = indexedDB.open('chatside');
    open.addEventListener('success', () => {
      const read = open.result.transaction(['notes', 'customers']);
      const customers = read.objectStore('customers').getAll();
      const notes = read.objectStore('notes').getAll();
      read.addEventListener('complete', () => {
        open.result.close();
        const ids = new Set((customers.result as { id: string; name: string }[]).filter(({ name }) => name.startsWith(`import ${round} `)).map(({ id }) => id));
        resolve([ids.size, (notes.result as StoredNote[]).filter(({ customerId }) => ids.has(customerId)).length]);
      });
    });
  });
}

/** Starts writing in a page of the extension. */
async function startWriting(browser: ChromiumDriver, acknowledged: Set<string>, from: number): Promise<Page> {
  const page = await browser.context.newPage();
  await page.exposeFunction('acknowledged', (text: string) => void acknowledged.add(text));
  await page.goto(browser.extensionUrl('popup.html'));
  void page.evaluate(writeOn, { from, length: 2000 }).catch(() => undefined);
  const before = acknowledged.size;
  await expect.poll(() => acknowledged.size).toBeGreaterThan(before);
  return page;
}

const moment = (most: number) => new Promise((resolve) => void setTimeout(resolve, Math.random() * most));

describe('notes that were acknowledged', () => {
  const profile = mkdtempSync(join(tmpdir(), 'chatside-killed-'));
  afterAll(() => rm(profile, { recursive: true, force: true }));

  it(`outlive the browser, killed ${BROWSER_KILLS} times in the middle of writing and of taking in a table`, async () => {
    const acknowledged = new Set<string>();
    for (let round = 0; round < BROWSER_KILLS; round += 1) {
      const imports = round % 2 === 1;
      const browser = await startChromium({ profile });
      const page = imports ? await startImport(browser, round) : await startWriting(browser, acknowledged, round * 100_000);
      await moment(imports ? 2500 : 400);
      const wasDone = imports && (await page.getByText(`${IMPORTED} customers and ${IMPORTED} notes taken in`).count()) > 0;
      // All its processes at once, as a power cut would; the profile's folder tells them from others'.
      execFileSync('pkill', ['-9', '-f', profile]);
      await browser.context.close().catch(() => undefined);
      const again = await startChromium({ profile });
      const look = await again.context.newPage();
      await look.goto(again.extensionUrl('popup.html'));
      await check(look, acknowledged);
      if (imports) {
        const [customers, notes] = await look.evaluate(importedIn, round);
        expect(wasDone ? [IMPORTED] : [0, IMPORTED]).toContain(customers);
        expect(notes).toBe(customers);
      }
      await again.close();
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(BROWSER_KILLS / 2);
  }, 60_000 * BROWSER_KILLS);

  it(`outlive the worker, stopped at ${WORKER_KILLS} moments of a write`, async () => {
    const browser = await startChromium();
    const acknowledged = new Set<string>();
    const page = await startWriting(browser, acknowledged, 0);
    const session = await browser.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    for (let round = 0; round < WORKER_KILLS; round += 1) {
      await moment(60);
      const before = acknowledged.size;
      await session.send('ServiceWorker.stopAllWorkers');
      // It starts again with the next message, and goes on.
      await expect.poll(() => acknowledged.size).toBeGreaterThan(before);
    }
    await check(page, acknowledged);
    await browser.close();
  }, 60_000 + WORKER_KILLS * 10_000);
});
