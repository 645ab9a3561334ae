import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let served: Served;
let driver: ChromiumDriver;
let page: Page;
/** The file that the one who leaves exports. */
let file: string;

beforeAll(async () => {
  served = await serveFolder(resolve('.output/chrome-mv3-test'));
  driver = await startChromium({ language: 'en' });
  page = await driver.context.newPage();
  await page.goto(driver.extensionUrl('workbench.html#/clock/handover'));
  await page.locator('.sheet[data-state="draft"]').waitFor();
});
afterAll(async () => {
  await driver?.close();
  await served?.close();
});

/** Runs one change of the extension's database in one of its pages. */
const inDatabase = (tables: string[], rows: Record<string, unknown>[]) =>
  page.evaluate(
    async ([names, all]) => {
      const open = indexedDB.open('chatside');
      await new Promise((done) => (open.onsuccess = done));
      const change = open.result.transaction(names, 'readwrite');
      if (all.length === 0) for (const name of names) change.objectStore(name).clear();
      for (const [index, row] of all.entries()) change.objectStore(names[index]!).put(row);
      await new Promise((done) => (change.oncomplete = done));
      open.result.close();
    },
    [tables, rows] as const,
  );
const section = (name: string) => page.getByRole('region', { name });
const texts = (name: string) => section(name).getByRole('textbox').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));

it('fills itself with who waits, what is due, what is open and what was asked', async () => {
  const now = Date.now();
  const entry = { customerId: 'c1', author: '', createdAt: now, updatedAt: now };
  await inDatabase(
    ['customers', 'followUps', 'complaints', 'questions'],
    [
      { id: 'c1', site: 'shop.example', key: 'k1', name: '林女士', createdAt: now, updatedAt: now },
      { ...entry, id: 'f1', kind: 'promise', text: '12 号前发货', dueAt: now + 60_000, remindAt: now + 60_000 },
      { ...entry, id: 'k1', text: 'parcel lost', receivedAt: now, noteBy: now, answerBy: now, closeBy: now + 60_000, remindAt: now },
      { id: 'q1', site: 'shop.example', at: now - 1000, text: '什么时候发货' },
    ],
  );
  const shop = await driver.context.newPage();
  await shop.goto(`${served.origin}/practice.html?lang=zh&scene=parcel-delay`);
  const waiting = await shop.locator('chatside-panel [data-chatside="wait"] .name').first().textContent();
  await page.bringToFront();
  await page.reload();
  await section('Who is still waiting').getByText(waiting!).waitFor();
  await shop.close();
  await expect.poll(() => texts('Promises due')).toEqual(['12 号前发货']);
  expect([await texts('Open complaints'), await texts('Questions of this shift')]).toEqual([['parcel lost'], ['什么时候发货 ×1']]);
  expect(await section('Follow-ups due').getByText('None.').count()).toBe(1);
});

it('what is being typed is there again after the page was closed in mid-sentence', async () => {
  await page.getByLabel('Name of the one who leaves').pressSequentially('Wang');
  await page.getByRole('button', { name: 'Add a note' }).click();
  await section('Notes to the next').getByRole('textbox').pressSequentially('the printer is out of pa');
  await page.close();
  page = await driver.context.newPage();
  await page.goto(driver.extensionUrl('workbench.html#/clock/handover'));
  await expect.poll(() => texts('Notes to the next')).toEqual(['the printer is out of pa']);
  await expect.poll(() => page.getByLabel('Name of the one who leaves').inputValue()).toBe('Wang');
});

it('has nothing that axe calls serious, as a draft and signed', async () => {
  const serious = async () => {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
      return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html]);
    });
  };
  expect(await serious()).toEqual([]);
  await page.getByRole('button', { name: 'Sign and hand over' }).click();
  await page.getByText(/^Handed over by Wang, /).waitFor();
  expect(await serious()).toEqual([]);
});

it('is exported, wiped, and imported again, on this or another computer', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export', exact: true }).click()]);
  file = await download.path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'chatside-handover', version: 1, sheet: { signed: { name: 'Wang' } } });
  await inDatabase(['handovers'], []);
  await page.reload();
  await page.locator('.sheet[data-state="draft"]').waitFor();
  const cut = join(driver.downloads, 'cut.json');
  writeFileSync(cut, readFileSync(file, 'utf8').slice(0, 400));
  await page.getByLabel('Import a sheet').setInputFiles(cut);
  await page.getByText('cut.json is not a handover sheet').waitFor();
  await page.getByText('No signed sheets yet.').waitFor();
  await page.getByLabel('Import a sheet').setInputFiles(file);
  await page.getByText(/^Handed over by Wang, /).waitFor();
  await page.locator('.sheet[data-state="open"]').waitFor();
});

it('each point is taken or sent back, rewritten, and the shift is taken over; all of it stamped', async () => {
  const open = page.locator('.point.open');
  const count = await open.count();
  await open.first().getByRole('button', { name: /^Taken/ }).click();
  await page.getByText('Write your name first.').waitFor();
  await page.getByLabel('Name of the one who comes').fill('Li');
  const promise = section('Promises due');
  await promise.getByRole('button', { name: /^Not clear, not taken/ }).click();
  await promise.getByLabel('What is not clear?').pressSequentially('which carrier?');
  await page.keyboard.press('Enter');
  await promise.getByText(/^Not clear, not taken: Li, .* – which carrier\?/).waitFor();
  expect(await page.locator('.sheet').getAttribute('data-state')).toBe('back');
  for (let left = count - 1; left > 0; left -= 1) {
    await open.first().getByRole('button', { name: /^Taken/ }).click();
    await expect.poll(() => open.count()).toBe(left - 1);
  }
  expect(await page.getByRole('button', { name: 'Take over the shift' }).isDisabled()).toBe(true);
  await promise.getByRole('textbox').fill('12 号前发中通');
  await promise.getByRole('button', { name: 'Hand over again' }).click();
  await promise.getByText(/^Handed over again by Wang, /).waitFor();
  await promise.getByRole('button', { name: /^Taken/ }).click();
  await page.getByRole('button', { name: 'Take over the shift' }).click();
  await page.getByText(/^Taken over by Li, /).waitFor();
  await page.reload();
  await promise.getByText('Until then: 12 号前发货').waitFor();
  // The state that was exported before is older than this one.
  await page.getByLabel('Import a sheet').setInputFiles(file);
  await page.getByText('is older than the same sheet here').waitFor();
  await page.locator('.sheet[data-state="taken"]').waitFor();
});

it('is reminded of before the shift’s end: on the button, in the popup, by an alarm that a stopped worker sets again', async () => {
  await inDatabase(['handovers', 'followUps', 'complaints'], []);
  await page.goto(driver.extensionUrl('workbench.html#/clock/handover'));
  const time = (minutes: number) => new Date(Date.now() + minutes * 60_000).toTimeString().slice(0, 5);
  await page.getByLabel('From', { exact: true }).fill(time(-300));
  await page.getByLabel('To', { exact: true }).fill(time(10));
  await page.getByLabel('Remind me 15 minutes before its end').click();
  const badge = () => page.evaluate(() => chrome.action.getBadgeText({}));
  const alarm = () => page.evaluate(async () => (await chrome.alarms.get('handover'))?.scheduledTime ?? null);
  await expect.poll(badge).toBe('1');
  await expect.poll(alarm).not.toBeNull();
  await page.evaluate(() => chrome.alarms.clear('handover'));
  const devtools = await driver.context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  // Any message wakes it.
  await page.evaluate(() => chrome.runtime.sendMessage({ name: 'typed.read', request: { key: 'x' } }));
  await expect.poll(alarm).not.toBeNull();
  const popup = await driver.context.newPage();
  await popup.goto(driver.extensionUrl('popup.html'));
  await popup.getByText(/^Your shift ends at .*: write the handover\.$/).waitFor();
  await page.bringToFront();
  await page.getByLabel('Name of the one who leaves').fill('Wang');
  await page.getByRole('button', { name: 'Sign and hand over' }).click();
  await expect.poll(badge).toBe('');
  await popup.getByText(/^Your shift ends at/).waitFor({ state: 'detached' });
});
