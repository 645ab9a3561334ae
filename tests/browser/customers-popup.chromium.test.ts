/// <reference types="chrome" />
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';

let served: Served;
let driver: ChromiumDriver;
let popup: Page;

beforeAll(async () => {
  served = await serveFolder(resolve('.output/chrome-mv3-test'));
  driver = await startChromium({ language: 'en' });
  popup = await driver.context.newPage();
  popup.setDefaultTimeout(10_000);
});
beforeEach(async ({ task }) => {
  await popup.goto('about:blank');
  await popup.goto(driver.extensionUrl('popup.html'));
  task.context.onTestFailed(() => popup.screenshot({ path: `.output/failed-${task.id}.png` }).then(() => undefined));
});
afterAll(async () => {
  await driver?.close();
  await served?.close();
});

const field = () => popup.locator('[data-chatside="note-input"]');

it('adds, edits, finds and deletes, each change undone or kept, live in both places', async () => {
  await popup.getByRole('button', { name: 'New customer' }).click();
  await popup.getByRole('textbox', { name: 'Name', exact: true }).fill('Ms Lin');
  await popup.getByLabel('Tags').fill('vip, 老客户');
  await popup.getByRole('combobox', { name: 'Class', exact: true }).selectOption('A');
  await popup.getByLabel('Date of purchase').fill('2026-11-20');
  await field().fill('likes blue');
  const second = await driver.context.newPage();
  await second.goto(driver.extensionUrl('workbench.html#/customers'));
  await second.getByText('Ms Lin').waitFor();
  // What was typed and not kept is there again.
  await popup.reload();
  await popup.getByText('Ms Lin').click();
  expect(await field().inputValue()).toBe('likes blue');
  await field().press('Enter');
  await popup.locator('[data-chatside="note"]').getByText('likes blue').waitFor();
  await second.getByText('likes blue').waitFor();
  await popup.locator('.note').getByRole('button', { name: 'Edit' }).click();
  await popup.locator('.note textarea').fill('likes green');
  await second.getByText('likes green').waitFor();
  await popup.locator('.note textarea').press('Escape');
  await popup.locator('.note').getByRole('button', { name: 'Delete' }).click();
  await second.getByText('likes green').waitFor({ state: 'detached' });
  await popup.getByRole('button', { name: 'Undo' }).click();
  await popup.locator('[data-chatside="note"]').getByText('likes green').waitFor();
  await second.close();
});

it('finds by keyboard: type, arrows, Enter, Escape', async () => {
  for (const [key, text] of [['a', 'green tea'], ['b', '绿茶礼盒']]) {
    await popup.evaluate(([k, t]) => chrome.runtime.sendMessage({ name: 'note.add', request: { customer: { key: k, name: `Buyer ${k}` }, text: t } }), [key!, text!] as const);
  }
  await popup.getByRole('searchbox').fill('老客 green');
  await popup.locator('[data-query="老客 green"]').getByText('Ms Lin').waitFor();
  await popup.getByRole('searchbox').fill('blue');
  await popup.getByText('Nothing found for “blue”.').waitFor();
  await popup.getByRole('searchbox').fill('buyer');
  await popup.locator('[data-query="buyer"]').waitFor();
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('Enter');
  await popup.locator('.card').getByText('green tea').waitFor();
  await field().focus();
  await popup.keyboard.press('Escape');
  await popup.getByRole('searchbox').waitFor();
});

it('brings a complaint to its close, no step skipped, and a promise to its day', async () => {
  await popup.getByText('Ms Lin').click();
  await field().fill('the cup is broken');
  await popup.getByRole('radio', { name: 'Complaint' }).check();
  await field().press('Enter');
  const complaint = popup.locator('[data-chatside="complaint"]');
  await complaint.waitFor();
  const close = complaint.getByRole('button', { name: 'Close' });
  await complaint.getByLabel('Passed to').fill('Lead Zhou');
  await complaint.getByLabel('Passed to').press('Enter');
  await complaint.getByText('Passed to Lead Zhou').waitFor();
  // A popup closes in mid-sentence.
  await complaint.getByLabel('How it was settled').fill('new cup sent');
  await popup.reload();
  await popup.getByText('Ms Lin').click();
  expect(await complaint.getByLabel('How it was settled').inputValue()).toBe('new cup sent');
  await complaint.getByRole('button', { name: 'Settle' }).click();
  await popup.locator('[data-chatside="complaint"][data-state="settled"]').waitFor();
  expect(await close.isDisabled()).toBe(true);
  await complaint.getByRole('button', { name: 'Called back' }).click();
  await close.click();
  await popup.locator('[data-chatside="complaint"][data-state="closed"]').waitFor();

  await field().fill('parcel on the 12th');
  await popup.getByRole('radio', { name: 'Promise' }).check();
  await popup.locator('.new-entry').getByLabel('Due').fill('2026-01-12T09:00');
  await field().press('Enter');
  await popup.locator('[data-chatside="promise"][data-done="false"]').waitFor();
  const badge = () => popup.evaluate(() => chrome.action.getBadgeText({}));
  await expect.poll(badge).toBe('1');
  await popup.getByRole('button', { name: /Back to the list/ }).click();
  await popup.getByRole('button', { name: 'Due' }).click();
  await popup.locator('[data-chatside="due"]').getByText('parcel on the 12th').waitFor();
  await popup.getByLabel('Snooze').selectOption('in an hour');
  await expect.poll(badge).toBe('');
  const alarm = () => popup.evaluate(async () => (await chrome.alarms.get('due'))?.scheduledTime);
  const at = await alarm();
  expect(at).toBeGreaterThan(Date.now() + 3_000_000);
  // A worker that starts anew sets its alarm by what is stored.
  const session = await driver.context.newCDPSession(popup);
  await popup.evaluate(() => chrome.alarms.clearAll());
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await popup.evaluate(() => chrome.runtime.sendMessage({ name: 'typed.read', request: { key: 'x' } }));
  await expect.poll(alarm).toBe(at);
});

it('has the customer of the open chat in front, greeted in the panel as one who returns', async () => {
  const shop = await driver.context.newPage();
  await shop.goto(`${served.origin}/practice.html?lang=zh&scene=parcel-delay`);
  await shop.locator('chatside-panel [data-chatside="note-input"]').fill('写到一半');
  const name = (await shop.locator('chatside-panel [data-chatside="customer"] .name').textContent()) ?? '';
  await shop.bringToFront();
  await popup.reload();
  await popup.locator('.card').getByText(name).waitFor();
  // What was begun in the panel goes on here.
  await expect.poll(() => field().inputValue()).toBe('写到一半');
  await popup.getByRole('radio', { name: 'Promise' }).check();
  await field().press('Enter');
  await popup.locator('[data-chatside="promise"]').getByText('写到一半').waitFor();
  await shop.reload();
  await shop.locator('chatside-panel [data-chatside="promise"]').getByText('写到一半').waitFor();
  await popup.getByLabel('Secrecy').selectOption('Secret');
  await shop.reload();
  await shop.locator('chatside-panel [data-chatside="promise"]').waitFor();
  expect(await shop.locator('chatside-panel').getByText('写到一半').count()).toBe(0);
  await shop.close();
});
