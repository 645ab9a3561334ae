import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';

/** The lead's side of the banned words, beside an agent's open chat that is never loaded anew. */
let served: Served;
let driver: ChromiumDriver;
let shop: Page;
let bench: Page;

beforeAll(async () => {
  served = await serveFolder(resolve('.output/chrome-mv3-test'));
  driver = await startChromium({ language: 'zh-CN' });
  shop = await driver.context.newPage();
  await shop.goto(`${served.origin}/practice.html?lang=zh&scene=parcel-delay`);
  await shop.locator('chatside-panel[data-state="attached"]').waitFor({ state: 'attached' });
  bench = await driver.context.newPage();
});
afterAll(async () => {
  await driver?.close();
  await served?.close();
});

const hit = (term: string, level?: string) =>
  shop.locator(`chatside-panel [data-chatside="hit"][data-term="${term}"]${level ? `[data-level="${level}"]` : ''}`);
const hold = () => shop.locator('chatside-panel [data-chatside="hold"]');
const sent = (text: string) => shop.locator('.log').getByText(text, { exact: true });
const open = (path: string) => bench.goto(driver.extensionUrl(`workbench.html#/words${path}`));
const on = (name: string) => bench.locator(`[data-chatside="${name}"]`);

async function write(text: string): Promise<void> {
  await shop.bringToFront();
  await shop.locator('.reply-input').fill(text);
}
async function send(text: string): Promise<void> {
  await write(text);
  await shop.locator('.reply-input').press('Enter');
}

it('a switch of the lead changes what is held in the open chat at once', async () => {
  await send('全网最低价');
  await hold().waitFor();
  await open('/switches');
  await bench.locator('[data-chatside="switch"][data-category="adlaw"][data-site=""]').selectOption('off');
  await hold().waitFor({ state: 'detached' });
  await bench.getByLabel(/域名/).fill(new URL(served.origin).host);
  await bench.getByRole('button', { name: '添加' }).click();
  await bench.locator('[data-chatside="switch"][data-category="adlaw"][data-site="127.0.0.1"]').selectOption('advise');
  await hit('全网最低价', 'advise').waitFor();
  await bench.getByRole('button', { name: '移除 127.0.0.1 的设置' }).click();
  await hit('全网最低价').waitFor({ state: 'detached' });
  await bench.locator('[data-chatside="switch"][data-category="adlaw"][data-site=""]').selectOption('');
  await hit('全网最低价', 'block').waitFor();
});

it('“not a fault here” counts at once, a block only once the lead accepts it; then it goes into the list', async () => {
  await send('活动期间全店最低价了哦');
  await hold().waitFor();
  await shop.keyboard.press('Alt+Shift+Comma');
  await hold().waitFor({ state: 'detached' });
  await shop.locator('.reply-input').press('Enter');
  await sent('活动期间全店最低价了哦').waitFor();

  await send('这是国家级的说法');
  await shop.locator('chatside-panel [data-chatside="excuse"]').click();
  await shop.locator('chatside-panel [data-chatside="take-back"]').waitFor();
  await shop.locator('.reply-input').press('Enter');
  await hit('国家级', 'block').waitFor();
  expect(await hold().count()).toBe(1);
  await open('/exceptions');
  const waiting = bench.locator('[data-chatside="exception"][data-state="waiting"]');
  expect(await waiting.locator('.text').innerText()).toBe('这是国家级的说法');
  await waiting.locator('[data-chatside="exception-accept"]').click();
  await hold().waitFor({ state: 'detached' });

  const accepted = bench.locator('[data-chatside="exception"][data-state="accepted"]');
  await accepted.locator('[data-chatside="exception-list"]').click();
  await accepted.waitFor({ state: 'detached' });
  await open('');
  await on('try-text').fill('这是国家级的说法');
  await bench.locator('[data-chatside="not-found"][data-term="国家级"][data-why="exception"]').waitFor();
});

it('a new entry is tried on what was sent, goes into use, and holds; its deletion is undone', async () => {
  await send('请您放心拍下');
  await sent('请您放心拍下').waitFor();
  await open('');
  await on('entry-add').click();
  await on('entry-term').fill('放心拍');
  await on('entry-level').selectOption('block');
  await on('entry-reason').fill('不要催单');
  await bench.locator('[data-chatside="trial"][data-held="1"][data-total="2"]').waitFor();
  await on('entry-save').click();
  await on('undo').waitFor();
  await write('请您放心拍下');
  await hit('放心拍', 'block').waitFor();
  await shop.locator('.reply-input').press('Enter');
  await hold().waitFor();
  await on('entry-delete').click();
  await hold().waitFor({ state: 'detached' });
  await on('undo').click();
  await hit('放心拍', 'block').waitFor();
});

it('the offers show which replies would be held here', async () => {
  const first = shop.locator('chatside-panel [data-chatside="reply"]').first();
  await shop.locator('chatside-panel [data-chatside="reply-search"]').fill('nhqj');
  await first.getByText('在这里会被拦截').waitFor({ state: 'detached' });
  await open('');
  await on('entry-add').click();
  await on('entry-term').fill('请讲');
  await on('entry-level').selectOption('block');
  await on('entry-reason').fill('请说得客气些');
  await on('entry-save').click();
  await first.getByText('在这里会被拦截').waitFor();
});

it('a reason is kept for the lead, also where times are not, and a warning that was sent all the same', async () => {
  await send('全店最低价了啊');
  await hold().waitFor();
  await shop.locator('.reply-input').press('Enter');
  await sent('全店最低价了啊').waitFor();
  await open('/reasons');
  await bench.getByText('警告后原样发出').waitFor();
  await bench.goto(driver.extensionUrl('workbench.html#/data'));
  await bench.getByRole('checkbox', { name: '保存响应时间' }).click();
  await bench.getByRole('checkbox', { name: '保存响应时间', checked: false }).waitFor();
  await send('国家级品质');
  await shop.locator('chatside-panel [data-chatside="hold-send"]').click();
  await shop.locator('.reply-input').press('Enter');
  await sent('国家级品质').waitFor();
  await open('/reasons');
  await bench.getByText('是可以证明的事实').waitFor();
  expect(await bench.locator('[data-chatside="kept-hold"]').count()).toBe(2);
  // What was kept for trying words is gone with the times.
  await open('');
  await on('entry-add').click();
  await on('entry-term').fill('品质');
  await on('entry-reason').fill('x');
  await bench.locator('[data-chatside="trial"][data-total="0"]').waitFor();
});
