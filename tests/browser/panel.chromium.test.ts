import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { closePages, startChromium, tabOf } from './support/chromium';
import type { ChromiumDriver, ChromiumOptions } from './support/chromium';
import { clickOn, inPanel } from './support/driver';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let served: Served;
beforeAll(async () => void (served = await serveFolder(resolve('.output/chrome-mv3-test'))));
afterAll(() => served.close());

/** One browser for all tests of a suite; each test's pages are closed after it, what it stored stays. */
function browserOf(options: ChromiumOptions): () => ChromiumDriver {
  let driver: ChromiumDriver;
  beforeAll(async () => {
    driver = await startChromium(options);
    // The language that the driver gives its pages is not the worker's, from which the panel has its own.
    await driver.context.serviceWorkers()[0]!.evaluate((language) => chrome.storage.local.set({ settings: { language } }), options.language ?? 'en');
  });
  afterEach(() => closePages(driver));
  afterAll(() => driver?.close());
  return () => driver;
}

/** A practice shop with the panel beside its chat. */
async function openShop(driver: ChromiumDriver, query = 'lang=zh&scene=parcel-delay&pace=20'): Promise<Page> {
  const page = await driver.context.newPage();
  await page.goto(`${served.origin}/practice.html?${query}`);
  await page.waitForFunction(() => document.querySelector('chatside-panel')?.getAttribute('data-state') === 'attached');
  await page.locator('chatside-panel .panel').waitFor();
  return page;
}

/** What axe finds serious or critical, as `rule: element`. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    () => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`));
}

function accessibility(driver: () => ChromiumDriver, fold: string): void {
  it('axe finds nothing serious on the panel, with offers, hits and a held send', async () => {
    const page = await openShop(driver());
    const tab = tabOf(page);
    await page.getByRole('button', { name: fold }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await clickOn(tab, '.reply-input');
    await tab.type('/fh');
    await inPanel.appears(tab, '.at-box [data-chatside="reply"]');
    expect(await faultsOf(page)).toEqual([]);
    await tab.press('Escape');
    await page.locator('.reply-input').fill('全网最低价');
    await inPanel.appears(tab, '[data-chatside="hit"]');
    await clickOn(tab, '.reply-input');
    await tab.press('Enter');
    await inPanel.appears(tab, '[data-chatside="hold"]');
    expect(await faultsOf(page)).toEqual([]);
  });

  it('axe finds nothing serious on the extension’s own pages', async () => {
    const page = await driver().context.newPage();
    for (const path of ['popup.html', 'workbench.html#/sites', 'workbench.html#/replies', 'workbench.html#/words', 'workbench.html#/words/switches', 'workbench.html#/words/exceptions', 'workbench.html#/words/reasons', 'workbench.html#/clock', 'workbench.html#/customers', 'workbench.html#/data', 'practice.html?autostart=0']) {
      await page.goto('about:blank');
      await page.goto(driver().extensionUrl(path));
      await page.locator('main, .console, body > #root > *').first().waitFor();
      expect([path, await faultsOf(page)]).toEqual([path, []]);
    }
  });
}

describe('in Chinese, light', () => {
  const driver = browserOf({ language: 'zh-CN', colorScheme: 'light' });
  accessibility(driver, '收起面板');

  it('an unknown, a damaged and a good message: one sentence each, and the rest goes on', async () => {
    const page = await driver().context.newPage();
    await page.goto(driver().extensionUrl('popup.html'));
    const send = (message: unknown) => page.evaluate((what) => chrome.runtime.sendMessage(what), message);
    expect(await send({ name: 'no.such', request: {} })).toMatchObject({ ok: false, sentence: expect.stringContaining('不认识的消息“no.such”') });
    expect(await send({ name: '__proto__', request: {} })).toMatchObject({ ok: false, fault: { code: 'unknown-message' } });
    expect(await send('nonsense')).toMatchObject({ ok: false, sentence: expect.stringContaining('损坏的消息') });
    expect(await send({ name: 'note.add', request: { customer: { key: '', name: 'x' }, text: 'y' } })).toMatchObject({ ok: false, fault: { code: 'bad-message' } });
    expect(await send({ name: 'note.add', request: { customer: { key: 'k', name: '林' }, text: '好' } })).toMatchObject({ ok: true, answer: { notes: [{ text: '好' }] } });
  });

  it('brings the panel itself, and a held send is counted', async () => {
    const page = await driver().context.newPage();
    await page.goto(driver().extensionUrl('practice.html?lang=zh&scene=parcel-delay&pace=20'));
    await page.locator('chatside-panel [data-chatside="wait"]').waitFor();
    await page.locator('.reply-input').fill('全网最低价');
    await page.locator('chatside-panel [data-chatside="hit"]').waitFor();
    await page.locator('.reply-input').press('Enter');
    await page.locator('chatside-panel [data-chatside="hold"]').waitFor();
    await page.locator('dt', { hasText: '拦下的发送' }).locator('xpath=following-sibling::dd', { hasText: '1' }).waitFor();
  });
});

// One browser: what a test stores, those after it find.
describe('in English, dark', () => {
  const driver = browserOf({ language: 'en', colorScheme: 'dark' });

  it('an export with nothing to export says so', async () => {
    const page = await driver().context.newPage();
    await page.goto(driver().extensionUrl('popup.html'));
    await page.getByRole('button', { name: 'Export CSV' }).click();
    expect(await page.getByRole('status').textContent()).toContain('There is nothing to export yet');
  });

  accessibility(driver, 'Fold the panel');

  it('comes back when the page takes it away', async () => {
    const page = await openShop(driver());
    for (let times = 0; times < 20; times++) {
      await page.evaluate(() => document.querySelector('chatside-panel')?.remove());
      await page.waitForFunction(() => document.querySelectorAll('chatside-panel').length === 1);
    }
    // Also when the page replaced its whole root element in between.
    await page.evaluate(() => {
      const root = document.documentElement;
      const fresh = document.createElement('html');
      fresh.append(...root.childNodes);
      root.replaceWith(fresh);
    });
    await page.waitForFunction(() => document.querySelectorAll('html > chatside-panel').length === 1);
    await page.evaluate(() => document.querySelector('chatside-panel')?.remove());
    await page.waitForFunction(() => document.querySelectorAll('chatside-panel').length === 1);
    await page.locator('chatside-panel [data-chatside="reply-search"]').fill('发货');
    await page.locator('chatside-panel [data-chatside="reply"]').first().waitFor();
  });

  it('goes to the search and back by keyboard, and leaves the page’s shortcuts alone', async () => {
    const page = await openShop(driver());
    await page.evaluate(() => {
      document.addEventListener('keydown', (event) => (document.title += event.key));
    });
    await page.click('.reply-input');
    await page.keyboard.type('ab');
    await page.keyboard.press('Alt+Shift+K');
    await page.waitForFunction(() => document.querySelector('chatside-panel')?.shadowRoot?.activeElement?.getAttribute('data-chatside') === 'reply-search');
    await page.keyboard.type('xyz');
    expect(await page.title()).not.toMatch(/[xyzK]$/);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.className === 'reply-input');
    await page.keyboard.type('c');
    expect(await page.inputValue('.reply-input')).toBe('abc');
  });

  it('keeps a note that is being typed over a reload', async () => {
    const page = await openShop(driver());
    await page.locator('chatside-panel [data-chatside="note-input"]').fill('写到一半的备注');
    await page.reload();
    await expect.poll(() => page.locator('chatside-panel [data-chatside="note-input"]').inputValue()).toBe('写到一半的备注');
  });

  it('a damaged record is named in the popup, the others are listed, and it stays as it is', async () => {
    const page = await driver().context.newPage();
    await page.goto(driver().extensionUrl('popup.html'));
    await page.evaluate(() => chrome.runtime.sendMessage({ name: 'note.add', request: { customer: { key: 'k', name: 'Whole' }, text: 'fine' } }));
    await page.getByText('Whole').waitFor();
    await page.evaluate(async () => {
      const open = indexedDB.open('chatside');
      await new Promise((done) => (open.onsuccess = done));
      const change = open.result.transaction('customers', 'readwrite');
      change.objectStore('customers').put({ id: 'broken', site: 's', key: 'k2', name: 7, createdAt: 1, updatedAt: 1 });
      await new Promise((done) => (change.oncomplete = done));
      open.result.close();
    });
    await page.reload();
    expect(await page.getByRole('alert').textContent()).toMatch(/^1 stored record cannot be read .*broken/);
    await page.getByText('Whole').waitFor();
  });

  it('covers nothing of the chat, is moved and folded by keyboard, and is found there again', async () => {
    const page = await openShop(driver());
    const boxOf = async (selector: string) => {
      const box = await page.locator(selector).first().boundingBox();
      if (!box) throw new Error(`${selector} is not shown`);
      return box;
    };
    const panel = await boxOf('chatside-panel .panel');
    for (const control of ['.reply-input', '.send', '.log']) {
      const box = await boxOf(control);
      expect(box.x + box.width).toBeLessThanOrEqual(panel.x);
    }
    await page.getByRole('button', { name: 'Put the panel on the left' }).press('Enter');
    await expect.poll(async () => (await boxOf('chatside-panel .panel')).x).toBe(0);
    await expect.poll(async () => (await boxOf('.log')).x).toBeGreaterThanOrEqual(304);
    await page.getByRole('button', { name: /move the panel/ }).press('ArrowDown');
    await expect.poll(async () => (await boxOf('chatside-panel .panel')).y).toBe(16);
    await page.getByRole('button', { name: 'Fold the panel' }).press('Enter');
    await page.getByRole('button', { name: 'Unfold Chatside' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Unfold Chatside' }).press('Enter');
    await expect.poll(async () => (await boxOf('chatside-panel .panel')).y).toBe(16);
  });

  it('follows the language and the theme at once', async () => {
    const page = await openShop(driver());
    const settings = await driver().context.newPage();
    await settings.goto(driver().extensionUrl('workbench.html#/data'));
    await settings.locator('select').first().selectOption('zh-CN');
    await page.locator('chatside-panel').getByRole('button', { name: '收起面板' }).waitFor();
    await settings.locator('select').nth(1).selectOption('dark');
    await page.locator('chatside-panel[data-theme="dark"]').waitFor({ state: 'attached' });
  });
});
