import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtInSites } from '../../chat/sites';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';

let served: Served;
/** The chat pages of the other tests. */
let chats: Served;
let driver: ChromiumDriver;
let workbench: Page;

beforeAll(async () => {
  served = await serveFolder(resolve('tests/browser/sites'));
  chats = await serveFolder(resolve('tests/chat-pages/dist'));
  driver = await startChromium({ viewport: { width: 1280, height: 800 } });
  workbench = await driver.context.newPage();
  await workbench.goto(driver.extensionUrl('workbench.html#/sites'));
});
afterAll(async () => {
  await driver?.close();
  await served?.close();
  await chats?.close();
});

const panel = 'chatside-panel[data-state="attached"]';
const picker = 'chatside-picker [data-chatside="pick"]';
const read = (page: Page, what: string) => page.locator(`chatside-picker [data-read="${what}"]`).textContent();
const asks = (page: Page, step: string) => page.locator(`chatside-picker[data-step="${step}"]`).waitFor({ state: 'attached' });

/** Begins the picker from the workbench, as an agent would whose chat was not found. */
async function showTheChat(page: Page): Promise<void> {
  const title = await page.title();
  await workbench.locator('[data-chatside="open-pages"] li', { hasText: title }).locator('[data-chatside="pick-start"]').click();
  await page.bringToFront();
  await page.locator(picker).waitFor();
}

it('a chat that is not found by itself is shown by pointing, and then read, held and written into', async () => {
  const page = await driver.context.newPage();
  await page.goto(`${served.origin}/aside.html`);
  await showTheChat(page);
  expect(await page.locator('chatside-panel').count()).toBe(0);

  // What is picked is shown before; the page hears the pointer, and not the press that picks.
  await page.evaluate(() => window.fixture.seen?.());
  await page.locator('h1').hover();
  await page.locator('chatside-picker [data-chatside="pick-proof"][data-fits="false"]').waitFor();
  await page.locator('#draft').click();
  await asks(page, 'send');
  // The word alone is no button to anybody but the agent.
  await page.locator('#go').click();
  await asks(page, 'customer');
  // By keyboard: out to the row and in again, then Enter.
  await page.getByText('Then I take two').hover();
  await page.locator('chatside-picker [data-chatside="pick-proof"]', { hasText: 'Then I take two of them.' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await asks(page, 'agent');
  await page.getByText('since this morning').click();
  await asks(page, 'done');
  expect(new Set(await page.evaluate(() => window.fixture.seen?.()))).toEqual(new Set(['pointermove']));
  expect(await page.evaluate(() => window.fixture.sent())).toEqual([]);

  // Live proof, that follows the page.
  expect(await read(page, 'lastCustomer')).toBe('Then I take two of them.');
  expect(await read(page, 'lastAgent')).toBe('It is, since this morning.');
  await page.evaluate(() => window.fixture.receive('And a teapot?'));
  await page.locator('chatside-picker [data-read="lastCustomer"]', { hasText: 'And a teapot?' }).waitFor();
  expect(await read(page, 'messages')).toBe('3 of the customer, 1 of the agent, 0 of robot and system');
  await page.locator('chatside-picker [data-chatside="pick-name"]').fill('Order desk');
  await page.locator('chatside-picker [data-chatside="pick-save"]').click();

  // Attached at once, and again after a reload, without any class name of the page.
  await page.locator(`${panel}[data-site="picked-127.0.0.1"]`).waitFor({ state: 'attached' });
  expect(await page.locator('chatside-picker').count()).toBe(0);
  await page.reload();
  await page.locator(`${panel}[data-site="picked-127.0.0.1"]`).waitFor({ state: 'attached' });
  await page.evaluate(() => window.fixture.receive('Hello?'));
  await page.locator('chatside-panel [data-chatside="wait"]').waitFor();
  await page.locator('#draft').click();
  await page.keyboard.type('全网最低价 ');
  await page.locator('chatside-panel [data-chatside="hit"][data-level="block"]').waitFor();
  await page.locator('#go').click();
  await page.locator('chatside-panel [data-chatside="hold"]').waitFor();
  expect(await page.evaluate(() => window.fixture.sent())).toEqual([]);
  await page.keyboard.press('Alt+Shift+Period');
  await page.locator('chatside-panel [data-chatside="hold"]').waitFor({ state: 'detached' });
  await page.locator('chatside-panel [data-chatside="reply-search"]').fill('nhqj');
  await page.locator('chatside-panel [data-chatside="reply"]').first().click();
  await page.locator('chatside-panel .said').waitFor();
  await page.locator('#go').click();
  await expect.poll(() => page.evaluate(() => window.fixture.sent().length)).toBe(1);
  await page.locator('chatside-panel [data-chatside="wait"]').waitFor({ state: 'detached' });
});

it('a check lists what matches; a profile is renamed, leaves as a file, is deleted, undone, and loaded again', async () => {
  const page = driver.context.pages().find((one) => one.url().endsWith('/aside.html'))!;
  await workbench.bringToFront();
  const open = workbench.locator('[data-chatside="open-pages"] li', { hasText: 'Order desk' });
  await open.locator('[data-chatside="check"]').click();
  await open.locator('[data-attached="picked-127.0.0.1"]').waitFor();
  const counts = await open.locator('tr[data-part]').evaluateAll((rows) => rows.map((row) => `${row.getAttribute('data-part')} ${row.getAttribute('data-count')}`));
  expect(counts).toEqual(expect.arrayContaining(['composer 1', 'send 1', 'list 1']));

  const row = workbench.locator('[data-chatside="own-sites"] li');
  await row.getByRole('textbox').fill('Orders');
  await row.getByRole('textbox').press('Enter');
  const [download] = await Promise.all([workbench.waitForEvent('download'), row.getByRole('button', { name: 'Export Orders' }).click()]);
  expect(download.suggestedFilename()).toBe('picked-127.0.0.1.chatside.json');
  const file = join(driver.downloads, 'exported.chatside.json');
  await download.saveAs(file);
  const text = readFileSync(file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'chatside-site', version: 1, name: { en: 'Orders' }, match: ['http://127.0.0.1/*'] });

  // Each change reaches the open page at once.
  await row.getByRole('switch').click();
  await page.locator('chatside-panel[data-state="lost"]').waitFor({ state: 'attached' });
  await row.getByRole('switch').click();
  await page.locator(panel).waitFor({ state: 'attached' });
  await row.getByRole('button', { name: 'Delete Orders' }).click();
  await page.locator('chatside-panel[data-state="lost"]').waitFor({ state: 'attached' });
  await workbench.getByRole('button', { name: 'Undo' }).click();
  await page.locator(panel).waitFor({ state: 'attached' });
  await row.getByRole('button', { name: 'Delete Orders' }).click();
  await row.waitFor({ state: 'detached' });

  const load = (name: string, content: string) => {
    const path = join(driver.downloads, name);
    writeFileSync(path, content);
    return workbench.locator('input[type="file"]').setInputFiles(path);
  };
  const status = workbench.locator('.status');
  await load('pack.json', '{"format":"chatside-pack","version":1}');
  await status.getByText('pack.json is no site profile (its “format” is “chatside-pack”').waitFor();
  await load('newer.json', text.replace('"version": 1', '"version": 2'));
  await status.getByText('newer.json comes from a newer Chatside (format version 2)').waitFor();
  await load('css.json', text.replace(/"css": "[^"]*"/, '"css": "div[["'));
  await status.getByText('css.json: composer.0 “div[[” is not a CSS selector').waitFor();
  expect(await row.count()).toBe(0);

  await load('back.chatside.json', text);
  await workbench.locator('[data-chatside="site-preview"]').getByText('127.0.0.1').first().waitFor();
  expect(await row.count()).toBe(0);
  await workbench.locator('[data-chatside="site-preview"]').getByRole('button', { name: 'Load' }).click();
  await row.waitFor();
  await page.locator(`${panel}[data-site="picked-127.0.0.1"]`).waitFor({ state: 'attached' });
});

it('every built-in profile finds the chat of its console’s fixture', async () => {
  const here = builtInSites.map((profile) => ({ ...profile, match: [`http://127.0.0.1/consoles/${profile.id}/*`], marker: undefined }));
  await workbench.evaluate(async (profiles) => {
    const opened = indexedDB.open('chatside');
    await new Promise((done) => (opened.onsuccess = done));
    const change = opened.result.transaction('sites', 'readwrite');
    for (const profile of profiles) change.objectStore('sites').put({ id: profile.id, on: true, addedAt: 1, changedAt: 1, profile });
    await new Promise((done) => (change.oncomplete = done));
    opened.result.close();
  }, JSON.parse(JSON.stringify(here)) as typeof here);
  for (const { id } of here) {
    const page = await driver.context.newPage();
    await page.goto(`${chats.origin}/consoles/${id}/`);
    const chat = page.frames().length > 1 ? page.frameLocator('iframe') : page;
    await chat.locator(`${panel}[data-site="${id}"]`).waitFor({ state: 'attached' });
    await page.close();
  }
});
