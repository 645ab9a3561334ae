/// <reference types="chrome" />
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';

declare global {
  interface Window {
    /** Transactions of IndexedDB that the page has begun. */
    transactions: number;
  }
}

let driver: ChromiumDriver;
let page: Page;

beforeAll(async () => {
  driver = await startChromium({ language: 'zh-CN' });
  page = await driver.context.newPage();
  page.setDefaultTimeout(10_000);
  await page.addInitScript(() => {
    window.transactions = 0;
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given) {
      window.transactions += 1;
      return transaction.apply(this, given);
    };
  });
  await page.goto(driver.extensionUrl('workbench.html#/customers'));
  for (const [key, name, text] of [['uid-7', '林小姐', '喜欢蓝色'], ['lin88', '小林', '尺码 42'], ['wang', '王伟', '要发票']]) {
    await page.evaluate((request) => chrome.runtime.sendMessage({ name: 'note.add', request }), { customer: { key: key!, name: name! }, text: text! });
  }
});
afterAll(() => driver?.close());

it('reads a file that is open once, not again and again', async () => {
  await page.getByRole('option', { name: /王伟/ }).click();
  await page.locator('.card [data-chatside="note"]').getByText('要发票').waitFor();
  const readsIn = (frames: number) =>
    page.evaluate(async (count) => {
      const before = window.transactions;
      for (let drawn = 0; drawn < count; drawn++) await new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done)));
      return window.transactions - before;
    }, frames);
  await expect.poll(() => readsIn(60)).toBe(0);
});

it('merges two files of one person and parts them again', async () => {
  await page.getByRole('option', { name: /林小姐/ }).click();
  await page.getByText('与此人的另一份档案合并').click();
  await page.getByLabel('查找另一份档案').fill('尺码');
  await page.getByRole('button', { name: '合并', exact: true }).click();
  await page.locator('.card [data-chatside="note"]').getByText('尺码 42').waitFor();
  await page.getByRole('option', { name: /小林/ }).waitFor({ state: 'detached' });
  await page.getByRole('searchbox').fill('42 蓝');
  await page.locator('[data-query="42 蓝"]').getByRole('option', { name: /林小姐/ }).waitFor();
  await page.getByRole('button', { name: '分开' }).click();
  await page.locator('.card [data-chatside="note"]').getByText('尺码 42').waitFor({ state: 'detached' });
  await page.getByRole('searchbox').fill('');
  await page.getByRole('option', { name: /小林/ }).waitFor();
});

it('hands over everything on a person and erases it', async () => {
  await page.getByRole('option', { name: /王伟/ }).click();
  await page.getByText('此人的全部资料：查看、交付、删除').click();
  await page.getByText('备注: 1').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export="person-json"]').click()]);
  expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({ format: 'chatside-person', customers: [{ name: '王伟' }], notes: [{ text: '要发票' }] });
  await page.getByRole('button', { name: '删除此人的全部资料' }).click();
  await page.getByRole('button', { name: '确定永久删除 王伟？' }).click();
  await page.getByRole('status').getByText('王伟 的资料已删除。').waitFor();
  await page.getByRole('option', { name: /王伟/ }).waitFor({ state: 'detached' });
});

it('keeps the rules that a lead sets', async () => {
  await page.getByRole('link', { name: '规则' }).click();
  const hours = page.getByLabel('几小时内答复');
  await hours.fill('12');
  await hours.blur();
  await expect.poll(() => page.evaluate(async () => JSON.stringify(await chrome.storage.local.get('settings')))).toContain('"answerHours":12');
  await page.reload();
  expect(await hours.inputValue()).toBe('12');
  for (const view of ['待复核', '投诉复查', '待办']) {
    await page.getByRole('link', { name: view }).click();
    await page.locator('.desk').waitFor();
  }
});
