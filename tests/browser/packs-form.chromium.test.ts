import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';
import { storePack } from './support/replies';

/** The lead's form and lists, one after another on one page. */
let driver: ChromiumDriver;
let page: Page;

beforeAll(async () => {
  driver = await startChromium({ language: 'zh-CN' });
  await storePack(driver, { id: 'team', replies: [{ id: 'one', title: '团队话术', group: '团队', bubbles: ['亲，这条由团队发布'] }] });
  page = await driver.context.newPage();
  await page.goto(driver.extensionUrl('workbench.html#/replies'));
  await rows().first().waitFor();
});
afterAll(() => driver?.close());

const on = (name: string): Locator => page.locator(`[data-chatside="${name}"]`);
const rows = () => on('pack-reply');
const titles = () => page.locator('[data-chatside="pack-reply"] .reply-head b').allTextContents();
const said = (text: string) => page.locator('.said').getByText(text).waitFor();
const open = (name: string) => on('pack').getByText(name, { exact: true }).click();

it('the encoding of a load is set by hand; the load is undone and done again', async () => {
  await on('pack-load').click();
  // Read rightly at first, then wrongly on purpose, and set right again.
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('标题,分组,内容\n甲,组一,第一条\n乙,组二,第二条\n', 'utf16le')]);
  await on('load-file').setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: bytes });
  await on('load-item').getByText('第一条').waitFor();
  await on('load-encoding').selectOption('gb18030');
  await on('load-item').getByText('第一条').waitFor({ state: 'detached' });
  await on('load-encoding').selectOption('utf-16le');
  await on('load-item').getByText('第一条').waitFor();
  await on('load-name').fill('我的包');
  await on('load-store').click();
  await on('load-dialog').waitFor({ state: 'detached' });
  await expect.poll(titles).toEqual(['甲', '乙']);
  await on('pack-undo').click();
  await said('已撤销');
  await on('pack').getByText('我的包', { exact: true }).waitFor({ state: 'detached' });
  await on('pack-redo').click();
  await said('已重做');
  await open('我的包');
  await expect.poll(titles).toEqual(['甲', '乙']);
});

it('a reply dropped onto a group is in it', async () => {
  await rows().nth(0).dragTo(page.locator('.groups li').filter({ hasText: '组二' }));
  await said('1 条放入分组“组二”');
  await expect.poll(() => page.locator('.groups [data-chatside="pack-place"]').allTextContents()).toEqual(['组二2']);
  await on('pack-undo').click();
  await said('已撤销');
});

it('a picture is added, pasted, shown and removed; what is typed meanwhile stays', async () => {
  await rows().nth(0).click();
  await page.locator('.reply-form').getByText('图片', { exact: true }).click();
  const png = Buffer.from(await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(120, 80);
    canvas.getContext('2d')?.fillRect(10, 10, 90, 50);
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  }));
  await page.locator('.reply-form input[type="file"]').setInputFiles({ name: '尺码表.png', mimeType: 'image/png', buffer: png });
  await on('pack-title').fill('甲二');
  await page.locator('.pictures img[alt="尺码表"]').waitFor();
  expect(await on('pack-title').inputValue()).toBe('甲二');
  await on('pack-title').focus();
  await page.evaluate((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, [...png]);
  await page.locator('.pictures img[alt="甲二"]').waitFor();
  await page.getByRole('button', { name: '尺码表' }).click();
  await page.locator('.pictures img[alt="尺码表"]').waitFor({ state: 'detached' });
  await on('pack-title').press('Control+s');
  await said('修改“甲二”');
  await page.reload();
  await open('我的包');
  await rows().getByText('甲二').click();
  await page.locator('.pictures img[alt="甲二"]').waitFor();
});

it('a whole pack goes to the bin and comes back', async () => {
  await on('pack-bin').click();
  await on('pack').getByText('我的包', { exact: true }).waitFor({ state: 'detached' });
  await page.locator('.pack-list summary').click();
  await page.getByRole('button', { name: '我的包' }).click();
  await open('我的包');
  await expect.poll(titles).toEqual(['甲二', '乙']);
});

it('a subscribed reply is shown, not changed, and copied to a pack of one’s own', async () => {
  await open('team');
  await rows().nth(0).click();
  await on('pack-title').waitFor();
  expect(await on('pack-title').isDisabled()).toBe(true);
  expect(await on('pack-save').count()).toBe(0);
  await on('pack-copy-to').getByText('我的包').click();
  await said('复制 1 条到“我的包”');
  await open('我的包');
  await expect.poll(titles).toEqual(['甲二', '乙', '团队话术']);
});
