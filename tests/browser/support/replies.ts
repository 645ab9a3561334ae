/// <reference types="chrome" />
import { clickOn, inPanel } from './driver.ts';
import type { Driver, Tab } from './driver.ts';
import type { Shop } from './shops.ts';

/** The draft once it is as wanted; the last one seen when it never is. */
export async function draftBecomes(tab: Tab, shop: Shop, wanted: (draft: string) => boolean): Promise<string> {
  const until = Date.now() + 15_000;
  for (;;) {
    const draft = await shop.draft(tab);
    if (wanted(draft)) return draft;
    if (Date.now() > until) throw new Error(`the draft stays “${draft}”`);
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)), null);
  }
}

const EXPANDED = '好的，没问题';

/**
 * An abbreviation and Tab, taken back by Backspace and by Ctrl+Z, in one composer. Text stands
 * before and behind the abbreviation, and stays.
 */
export async function playExpansion(tab: Tab, shop: Shop): Promise<void> {
  await tab.until(() => document.querySelector('chatside-panel')?.getAttribute('data-state') === 'attached', null);
  await inPanel.appears(tab, '[data-chatside="reply"]');
  await clickOn(tab, shop.composer);
  await tab.type('您好，hdmwt！');
  await tab.press('ArrowLeft');
  for (const back of ['Backspace', 'Control+z']) {
    await tab.press('Tab');
    const draft = await draftBecomes(tab, shop, (text) => text.includes(EXPANDED));
    if (!draft.startsWith('您好，') || !draft.endsWith('！') || draft.includes('hdmwt')) throw new Error(`expanded to “${draft}”`);
    await tab.until(() => document.querySelector('chatside-panel')?.shadowRoot?.querySelector('.said'), null);
    await tab.press(back);
    await draftBecomes(tab, shop, (text) => text === '您好，hdmwt！');
    await inPanel.goes(tab, '.said');
  }
  // The caret is behind the abbreviation again.
  await tab.type('x');
  await draftBecomes(tab, shop, (text) => text === '您好，hdmwtx！');
  // No abbreviation stands there now: Tab is the page's, and leaves the box.
  await tab.press('Tab');
  await draftBecomes(tab, shop, (text) => text === '您好，hdmwtx！' || text === '您好，hdmwtx\t！');
}

/** A pack as it is stored, its pictures apart. */
export interface TestPack {
  id: string;
  replies: object[];
  pictures?: { id: string; alt: string; width: number; height: number }[];
}

/** Stores a pack the way a subscription does, and tells the panels. Pictures are drawn here. */
export async function storePack(driver: Driver, pack: TestPack): Promise<void> {
  const page = await driver.open(driver.extensionUrl('workbench.html#/replies'));
  await page.evaluate(async ({ id, replies, pictures = [] }) => {
    const records = await Promise.all(
      pictures.map(async (picture) => {
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d');
        if (context) context.fillStyle = '#2a6';
        context?.fillRect(8, 8, picture.width - 16, picture.height - 16);
        return { pack: id, ...picture, type: 'image/png', blob: await canvas.convertToBlob(), addedAt: 1 };
      }),
    );
    // The extension itself makes its database.
    while (!(await indexedDB.databases()).some(({ name, version = 0 }) => name === 'chatside' && version >= 20)) await new Promise(requestAnimationFrame);
    const opened = indexedDB.open('chatside');
    await new Promise((done) => (opened.onsuccess = done));
    const change = opened.result.transaction(['packs', 'pictures'], 'readwrite');
    const whole = { format: 'chatside-pack', version: 1, id, name: id, language: 'zh-CN', release: '1', replies };
    change.objectStore('packs').put({ id, origin: 'subscription', on: true, addedAt: 1, changedAt: 1, pack: whole });
    for (const record of records) change.objectStore('pictures').put(record);
    await new Promise((done) => (change.oncomplete = done));
    opened.result.close();
    await chrome.storage.local.set({ packsRevision: Date.now() });
  }, pack);
  await page.close();
}

/** The pack that `playPicture` takes its reply from. */
export const picturePack: TestPack = {
  id: 'pictures',
  replies: [{ id: 'sizes', title: '尺码表', group: '尺码', abbreviation: 'ccb', bubbles: ['这是尺码表，您看一下～'], pictures: ['chart'] }],
  pictures: [{ id: 'chart', alt: '女装尺码表', width: 240, height: 160 }],
};

/** Where the page takes no picture from us, the agent's own Ctrl+V brings it: it is on the clipboard. */
export async function playPictureByHand(tab: Tab, shop: Shop): Promise<void> {
  const kind = await playPicture(tab, shop);
  if (kind !== 'pictureCopied') throw new Error(`the panel says ${kind}`);
  await tab.press('Control+v');
  await tab.until((composer) => document.querySelector<HTMLImageElement>(`${composer} img`)?.naturalWidth === 240, shop.composer);
}

/**
 * Takes a reply with a picture by its code, and releases the picture.
 * @returns what kind of thing the panel says then
 */
export async function playPicture(tab: Tab, shop: Shop): Promise<string> {
  await tab.until(() => document.querySelector('chatside-panel')?.getAttribute('data-state') === 'attached', null);
  await inPanel.appears(tab, '[data-chatside="reply"]');
  await clickOn(tab, shop.composer);
  await tab.type('/ccb');
  // The thumbnail stands in the offer before anything is taken.
  await inPanel.appears(tab, '.at-box [data-id="pictures/sizes"] canvas.thumb');
  await tab.press('Enter');
  await draftBecomes(tab, shop, (text) => text.includes('尺码表'));
  await inPanel.appears(tab, '[data-chatside="picture-next"][data-id="chart"]');
  await tab.press('Alt+0');
  await inPanel.goes(tab, '[data-chatside="picture-next"]');
  return (await inPanel.attribute(tab, '[data-chatside="said"]', 'data-kind')) ?? '';
}
