import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';
import { clickOn, inPanel } from './support/driver';
import type { Tab } from './support/driver';
import { draftBecomes, picturePack, playExpansion, playPicture, playPictureByHand, storePack } from './support/replies';
import { bareShop, libraryShops, practiceShop } from './support/shops';

let driver: ChromiumDriver;
let practice: Served;
let pages: Served;

beforeAll(async () => {
  practice = await serveFolder(resolve('.output/chrome-mv3-test'));
  pages = await serveFolder(resolve('tests/chat-pages/dist'));
  driver = await startChromium({ language: 'zh-CN' });
});
afterAll(async () => {
  await driver.close();
  await practice.close();
  await pages.close();
});

/** A query typed in the box; the first reply on offer. */
async function firstOffer(tab: Tab, query: string): Promise<void> {
  await clickOn(tab, practiceShop.composer);
  await tab.type(query);
  await inPanel.appears(tab, '.at-box [data-chatside="reply"]');
}

describe('an abbreviation and Tab', () => {
  const [, chatscope] = libraryShops;
  it.each([
    { shop: practiceShop, origin: () => practice.origin },
    // A contenteditable.
    { shop: chatscope!, origin: () => pages.origin },
  ])('expands in place and is taken back: $shop.name', async ({ shop, origin }) => {
    const tab = await driver.open(origin() + shop.path);
    await playExpansion(tab, shop);
    await tab.close();
  });

  it('goes from slot to slot first, and leaves composed text alone', async () => {
    const tab = await driver.open(practice.origin + practiceShop.path);
    await inPanel.appears(tab, '[data-chatside="reply"]');
    await clickOn(tab, practiceShop.composer);
    await tab.type('⟦尺码⟧ hdmwt');
    await tab.press('Tab');
    await tab.type('L');
    await draftBecomes(tab, practiceShop, (text) => text === 'L hdmwt');
    const session = await driver.context.newCDPSession((tab as Tab & { page: import('playwright-core').Page }).page);
    await tab.press('End');
    await session.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 229 });
    expect(await practiceShop.draft(tab)).toContain('hdmwt');
    await tab.close();
  });
});

describe('what a customer has had', () => {
  it('is shown once the reply was sent, also after a reload, and the next wording comes', async () => {
    const tab = await driver.open(practice.origin + practiceShop.path);
    await inPanel.appears(tab, '[data-chatside="wait"]');
    await firstOffer(tab, '/qsd');
    await inPanel.goes(tab, '.at-box .had');
    await tab.press('Enter');
    const first = await draftBecomes(tab, practiceShop, (text) => text.length > 5 && !text.includes('/'));
    await tab.press('Enter');
    await draftBecomes(tab, practiceShop, (text) => text === '');
    await firstOffer(tab, '/qsd');
    await inPanel.appears(tab, '.at-box [data-id$="/ack-wait"] .had');
    await tab.press('Enter');
    const second = await draftBecomes(tab, practiceShop, (text) => text.length > 5 && !text.includes('/'));
    expect(second).not.toBe(first);
    await tab.goto(practice.origin + practiceShop.path);
    await firstOffer(tab, '/qsd');
    await inPanel.appears(tab, '.at-box [data-id$="/ack-wait"] .had');
    await tab.close();
    const workbench = await driver.open(driver.extensionUrl('workbench.html'));
    const counts = await workbench.evaluate(async () => {
      const opened = indexedDB.open('chatside');
      await new Promise((done) => (opened.onsuccess = done));
      const all = opened.result.transaction('replyCounts').objectStore('replyCounts').getAll();
      await new Promise((done) => (all.onsuccess = done));
      opened.result.close();
      return (all.result as { reply: string; used: number; sent: number; edited: number }[]).find(({ reply }) => reply.endsWith('/ack-wait'));
    }, null);
    expect(counts).toMatchObject({ used: 2, sent: 1, edited: 0, held: 0 });
    await workbench.close();
  });

  it('fills order and item in where the page shows them', async () => {
    const tab = await driver.open(practice.origin + practiceShop.path);
    await inPanel.appears(tab, '[data-chatside="reply"]');
    await clickOn(tab, practiceShop.composer);
    await tab.type('spy');
    await tab.press('Tab');
    const item = await tab.evaluate(() => document.querySelector('.order-name')?.textContent ?? '', null);
    const draft = await draftBecomes(tab, practiceShop, (text) => text.length > 5);
    expect(draft).toContain(`「${item}」`);
    await tab.press('Backspace');
    await draftBecomes(tab, practiceShop, (text) => text === 'spy');
    await tab.close();
  });
});

describe('a reply with a picture', () => {
  const [, chatscope, advanced] = libraryShops;
  beforeAll(() => storePack(driver, picturePack));

  it('is pasted where the page takes it, once, and not sent', async () => {
    const tab = await driver.open(pages.origin + advanced!.path);
    expect(await playPicture(tab, advanced!)).toBe('pictureIn');
    const files = await tab.evaluate(() => {
      const root = document.querySelector('vue-advanced-chat')?.shadowRoot;
      return [...(root?.querySelectorAll<HTMLElement>('.vac-room-file-container .vac-message-image') ?? [])].map((file) => file.style.backgroundImage.slice(0, 10));
    }, null);
    expect(files).toEqual(['url("blob:']);
    expect(await advanced!.sent(tab)).toEqual([]);
    await tab.close();
  });

  it('is on the clipboard where the page does not', async () => {
    await driver.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: pages.origin });
    const tab = await driver.open(pages.origin + chatscope!.path);
    expect(await playPicture(tab, chatscope!)).toBe('pictureCopied');
    const types = await tab.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types), null);
    expect(types).toEqual(['image/png']);
    expect(await chatscope!.sent(tab)).toEqual([]);
    await inPanel.appears(tab, '[data-chatside="picture-save"]');
    await tab.close();
  });
});

it('a picture that a page does not take comes by the agent’s own Ctrl+V', async () => {
  await driver.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: pages.origin });
  const tab = await driver.open(pages.origin + bareShop.path);
  await playPictureByHand(tab, bareShop);
  await tab.close();
});

describe('what a template says', () => {
  it('is filled in here and now, in the wording for this shop, with the caret at the first slot', async () => {
    const today = new Date();
    const two = (value: number) => String(value).padStart(2, '0');
    const day = `${two(today.getMonth() + 1)}-${two(today.getDate())}`;
    await storePack(driver, {
      id: 'templates',
      replies: [
        {
          id: 'all', title: '全部标记', group: '测试', abbreviation: ';qbbj',
          bubbles: ['{customer:，*|}您好，{agent}在{shop}，订单{order}，{date+3d:YYYY-MM-DD}前，{choose:红|蓝}，{?单号}，{reply:tail}'],
        },
        { id: 'tail', title: '结尾', group: '测试', bubbles: ['谢谢'], wordings: [{ bubbles: ['今天谢谢'], season: { from: day, to: day } }] },
        {
          id: 'bound', title: '按店铺', group: '测试', abbreviation: ';adp',
          bubbles: ['都行'], wordings: [{ bubbles: ['云上的{cursor}说法'], shops: ['云上'] }, { bubbles: ['别家'], shops: ['别家'] }],
        },
        { id: 'gone', title: '过季', group: '测试', abbreviation: ';gqd', bubbles: ['过季'], seasons: [{ from: '2020-01-01', to: '2020-01-02' }] },
      ],
    });
    const settings = await driver.open(driver.extensionUrl('workbench.html#/replies'));
    await settings.evaluate(() => chrome.storage.local.set({ settings: { agentName: '小云', shopName: '云上' } }), null);
    await settings.close();
    const tab = await driver.open(practice.origin + practiceShop.path);
    await inPanel.appears(tab, '[data-chatside="reply"]');
    const customer = await inPanel.text(tab, '[data-chatside="customer"]');
    const order = await tab.evaluate(() => document.querySelector('.order-facts dd')?.textContent ?? '', null);
    await clickOn(tab, practiceShop.composer);
    await tab.type(';qbbj');
    await tab.press('Tab');
    const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() + 3);
    const ends = `订单${order}，${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}前，⟦红|蓝⟧，⟦单号⟧，今天谢谢`;
    const draft = await draftBecomes(tab, practiceShop, (text) => text.includes('小云在云上'));
    expect(draft.endsWith(ends) ? ends : draft).toBe(ends);
    expect(customer).toContain(/^，(.+)您好/.exec(draft)?.[1] ?? 'no name');
    // The first slot is selected; Tab leads to the second, and an open one holds the send.
    await tab.type('蓝');
    await tab.press('Enter');
    await inPanel.appears(tab, '[data-chatside="hold"][data-kind="slot"]');
    await clickOn(tab, practiceShop.composer);
    await tab.press('Tab');
    await tab.type('7558');
    await draftBecomes(tab, practiceShop, (text) => text.endsWith('前，蓝，7558，今天谢谢'));
    await tab.press('Control+a');
    await tab.type(';adp');
    await tab.press('Tab');
    await draftBecomes(tab, practiceShop, (text) => text === '云上的说法');
    await tab.type('好');
    await draftBecomes(tab, practiceShop, (text) => text === '云上的好说法');
    await tab.press('Control+a');
    await tab.type(';gqd');
    await tab.press('Tab');
    await draftBecomes(tab, practiceShop, (text) => text === ';gqd');
    await tab.close();
  });
});
