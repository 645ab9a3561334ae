import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { closePages, startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';

let served: Served;
/** One for all: what a test stores, those after it find. */
let driver: ChromiumDriver;
beforeAll(async () => {
  served = await serveFolder(resolve('.output/chrome-mv3-test'));
  driver = await startChromium({ language: 'en' });
});
afterEach(() => closePages(driver));
afterAll(async () => {
  await driver?.close();
  await served?.close();
});

/** Puts waits of these lengths (s) into the database, one a minute up to `until`; the first of three begins a session. */
async function storeWaits(page: Page, lengths: (number | null)[], until: number): Promise<void> {
  await page.evaluate(
    async ([list, last]) => {
      const open = indexedDB.open('chatside');
      await new Promise((done) => (open.onsuccess = done));
      const change = open.result.transaction('waits', 'readwrite');
      for (const [n, seconds] of list.entries()) {
        const since = last - (list.length - n) * 60_000;
        change.objectStore('waits').put({
          id: `t${n}`, site: n % 2 ? 'a.example' : 'b.example', customerKey: `c${n}`, customerName: `C${n}`, since,
          endedAt: since + (seconds ?? 600) * 1000, outcome: seconds === null ? 'unanswered' : 'answered', first: n % 3 === 0,
          opener: 'customer', quietMs: null, followUps: [], robotAfterMs: null, exact: true,
        });
      }
      await new Promise((done) => (change.oncomplete = done));
      open.result.close();
    },
    [lengths, until] as const,
  );
}

async function openReport(lengths: (number | null)[]): Promise<Page> {
  const page = await driver.context.newPage();
  await page.goto(driver.extensionUrl('workbench.html#/clock'));
  await page.locator('main p').first().waitFor();
  await page.evaluate(async () => {
    const open = indexedDB.open('chatside');
    await new Promise((done) => (open.onsuccess = done));
    const change = open.result.transaction(['waits', 'waitDays'], 'readwrite');
    for (const table of ['waits', 'waitDays']) change.objectStore(table).clear();
    await new Promise((done) => (change.oncomplete = done));
    open.result.close();
  });
  // Noon: none of them lies on another day.
  await storeWaits(page, lengths, new Date().setHours(12, 0, 0, 0));
  await page.reload();
  await page.locator('dl.figures').waitFor();
  return page;
}

const figure = (page: Page, name: string) => page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd').textContent();

it('reports a day with figures, charts with their tables, and platforms’ measures with their sources', async () => {
  const page = await openReport([5, 10, 15, 25, null]);
  expect(await figure(page, 'Answers')).toBe('4');
  expect(await figure(page, 'Not answered')).toBe('1');
  expect(await figure(page, 'Median')).toBe('12.5 s');
  expect(await figure(page, 'Within 20 s')).toBe('60 %');
  expect(await page.locator('.chart canvas').count()).toBe(2);
  await page.getByText('As a table').first().click();
  expect(await page.getByRole('row', { name: '≤ 20s' }).textContent()).toBe('≤ 20s1');
  await page.getByText('https://diantuoyi.com/article/4966.html, 2022, second hand').first().waitFor();
  await page.getByLabel('Site').selectOption('a.example');
  await expect.poll(() => figure(page, 'Answers')).toBe('2');
  await page.getByRole('button', { name: 'Earlier' }).click();
  await page.getByText('No times in this period.').waitFor();
});

it('exports the period as CSV and as XLSX', async () => {
  const page = await openReport([5, null]);
  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export CSV' }).click()]);
  const text = readFileSync(await csv.path(), 'utf8');
  expect(text.split('\r\n').slice(0, 2)).toEqual(['\uFEFFSince,Site,Customer,Wait,Outcome,Which', expect.stringMatching(/^\d{4}-.*Z,b\.example,C0,5,answered,First answers$/)]);
  const [xlsx] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export XLSX' }).click()]);
  expect(xlsx.suggestedFilename()).toMatch(/\.xlsx$/);
  expect(readFileSync(await xlsx.path()).subarray(0, 2).toString()).toBe('PK');
});

it('takes a lead’s measure, and refuses a faulty one with a sentence', async () => {
  const page = await openReport([5, 10, 15, 25]);
  await page.getByText('A measure of your own').click();
  const box = page.getByLabel(/Paste it as JSON/);
  const add = page.getByRole('button', { name: 'Add the measure' });
  await box.fill('{');
  await add.click();
  await page.getByText('Not added: it is not JSON.').waitFor();
  const preset = {
    id: 'own', name: { en: 'Ours in 12 s', 'zh-CN': '12 秒' }, statistic: { kind: 'rate', withinMs: 12_000 }, counts: 'waits', hours: null, timeZone: 'local', capMs: null,
    unanswered: 'miss', robots: 'ignore', sessionGapMs: 600_000, sellerBegun: 'count', windowDays: null, target: null, source: 'our rule', sourceDate: '2026', certainty: 'own',
  };
  await box.fill(JSON.stringify({ ...preset, counts: 'sheep' }));
  await add.click();
  await page.getByText(/^Not added: counts: /).waitFor();
  await box.fill(JSON.stringify(preset));
  await add.click();
  await page.locator('tr', { hasText: 'Ours in 12 s' }).getByText('50 %').waitFor();
  await page.reload();
  await page.locator('tr', { hasText: 'Ours in 12 s' }).waitFor();
});

it('counts who waits on the toolbar and, when switched on, in the title; Alt+W opens the one who waits longest', async () => {
  const settings = await driver.context.newPage();
  await settings.goto(driver.extensionUrl('workbench.html#/data'));
  await settings.getByLabel('Count in the tab’s title').click();
  const page = await driver.context.newPage();
  await page.goto(`${served.origin}/practice.html?lang=zh&scene=parcel-delay&pace=20`);
  await page.locator('chatside-panel [data-chatside="wait"]').first().waitFor();
  await expect.poll(() => page.title()).toMatch(/^\(\d+\) /);
  const own = (await page.title()).replace(/^\(\d+\) /, '');
  const badge = () =>
    driver.context.serviceWorkers()[0]!.evaluate(async () => {
      const tabs = await chrome.tabs.query({});
      return (await Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id! })))).find((text) => /^[1-9]/.test(text)) ?? '';
    });
  await expect.poll(badge).toMatch(/^[1-9]/);
  const onToolbar = settings.getByLabel('Count on the toolbar button');
  await onToolbar.click();
  await expect.poll(badge).toBe('');
  await onToolbar.click();
  await expect.poll(badge).toMatch(/^[1-9]/);
  await settings.getByLabel('Count in the tab’s title').click();
  await page.locator('.reply-input').click();
  await page.keyboard.press('Alt+KeyW');
  await page.locator('.reply-input').focus();
  await page.keyboard.type('马上为您查');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.title()).toBe(own);
});

it('lets go of times that are older than the user wants them', async () => {
  const page = await openReport([5, 10]);
  await storeWaits(page, [5], Date.now() - 3 * 86_400_000);
  await page.goto(driver.extensionUrl('workbench.html#/data'));
  await page.getByLabel('Keep times for, days').fill('2');
  await page.keyboard.press('Tab');
  const ids = () =>
    page.evaluate(async () => {
      const open = indexedDB.open('chatside');
      await new Promise((done) => (open.onsuccess = done));
      const keys = open.result.transaction('waits').objectStore('waits').getAllKeys();
      await new Promise((done) => (keys.onsuccess = done));
      open.result.close();
      return keys.result;
    });
  // The first was put in the place of today's.
  await expect.poll(ids).toEqual(['t1']);

  // One more thing in the same browser: who is ready to serve, by the standard that the lead sets.
  const scene = { id: 's', title: 'S', outcome: 'finished', missed: [], slips: [] };
  await page.evaluate((one) => {
    const run = { version: 1, endedAt: 9, trainee: 'Li', language: 'en', customers: 5, pace: 1, seed: 1, complete: true, waits: 20, within: 18, median: 9000, mean: 11_000, unanswered: 0, held: 0, slips: 0, scenes: Array(6).fill(one) };
    for (const startedAt of [1, 2, 3]) localStorage.setItem(`chatside.practice.run.${startedAt}`, JSON.stringify({ ...run, startedAt }));
  }, scene);
  await page.goto(driver.extensionUrl('workbench.html#/clock/training'));
  const li = page.getByRole('region', { name: 'Li' });
  await li.getByText('Not ready yet').waitFor();
  await li.getByText('within 20 s: 90%, at least 95% wanted').waitFor();
  await page.getByLabel('Answered within 20 s, at least %').fill('90');
  await li.getByText('Ready to serve').waitFor();
});

it('with times switched off nothing is kept, and the running clock is forgotten', async () => {
  const settings = await driver.context.newPage();
  await settings.goto(driver.extensionUrl('workbench.html#/data'));
  const rows = (table: string) =>
    settings.evaluate(async (name) => {
      const open = indexedDB.open('chatside');
      await new Promise((done) => (open.onsuccess = done));
      const counted = open.result.transaction(name).objectStore(name).count();
      await new Promise((done) => (counted.onsuccess = done));
      open.result.close();
      return counted.result;
    }, table);
  const page = await driver.context.newPage();
  await page.goto(`${served.origin}/practice.html?lang=zh&scene=parcel-delay&pace=20`);
  await page.locator('chatside-panel [data-chatside="wait"]').first().waitFor();
  await expect.poll(() => rows('clocks')).toBe(1);
  const before = [await rows('waits'), await rows('holds'), 0];
  await settings.getByRole('checkbox', { name: 'Keep answer times' }).click();
  await expect.poll(() => rows('clocks')).toBe(0);
  await page.locator('.reply-input').fill('全网最低价');
  await page.locator('.reply-input').press('Enter');
  await page.locator('chatside-panel [data-chatside="hold"]').waitFor();
  await page.locator('.reply-input').fill('马上为您查');
  await page.locator('.reply-input').press('Enter');
  await page.locator('.msg-right', { hasText: '马上为您查' }).waitFor();
  // A message after them: what came before it has been served.
  await settings.evaluate(() => chrome.runtime.sendMessage({ name: 'reply.used', request: { reply: 'p/r' } }));
  expect([await rows('waits'), await rows('holds'), await rows('clocks')]).toEqual(before);
});
