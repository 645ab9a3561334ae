/// <reference types="chrome" />
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';
import { footprintOf } from './support/footprint';

/**
 * Each visit is one change of chats; a customer writes twice and gets one answer, so many times. The end is
 * compared with what there is after the `warm` visits: at full size three rounds through all chats, which
 * fill all that is kept up to a limit (of a chat the page keeps 60 lines and so does the reader, the clock
 * 100 ids). Reloads end at `lastReload`: each forgets what the panel remembers, and the rest of the day
 * fills it again and shows whether that grows.
 */
const DAY = process.env.CHATSIDE_SOAK
  ? { visits: 500, exchanges: 14, removals: 100, reloads: 20, warm: 150, lastReload: 350, worlds: 5 }
  : { visits: 12, exchanges: 4, removals: 4, reloads: 2, warm: 6, lastReload: 12, worlds: 2 };

/** Many messages of a day are the same few words. */
const COMMON = ['在吗', '好的', '谢谢', '请问什么时候发货？'];

interface Shop {
  add(side: 'customer' | 'agent', text: string, name?: string): void;
  open(name: string): void;
  names(): string[];
}
declare global {
  interface Window {
    shop: Shop;
  }
}

let served: Served;
beforeAll(async () => void (served = await serveFolder(resolve('tests/browser/busy-shop'))));
afterAll(() => served.close());

/** Bytes that a reload of an extension which holds on to nothing leaves in the page: a world of its own. */
async function costOfWorld(): Promise<number> {
  const driver = await startChromium({ build: resolve('tests/browser/bare-extension') });
  try {
    const page = await driver.context.newPage();
    const measure = await footprintOf(page);
    await page.goto(served.origin);
    const reload = async (times: number) => {
      await reloadExtension(driver, page);
      await page.waitForFunction((count) => document.documentElement.dataset.bare === count, String(times));
    };
    await reload(1);
    const before = await measure();
    for (let times = 2; times <= 1 + DAY.worlds; times++) await reload(times);
    return ((await measure()).heap - before.heap) / DAY.worlds;
  } finally {
    await driver.close();
  }
}

async function reloadExtension(driver: ChromiumDriver, page: Page): Promise<void> {
  const own = await driver.context.newPage();
  await own.goto(driver.extensionUrl('popup.html'));
  await own.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await page.bringToFront();
}

/** In the open chat of the page: two messages and an answer, so many times; each is drawn before the next. */
async function talk(exchanges: (readonly [string, string, string])[]): Promise<void> {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (const [one, two, answer] of exchanges) {
    window.shop.add('customer', one);
    window.shop.add('customer', two);
    await drawn();
    window.shop.add('agent', answer);
    await drawn();
  }
}

/** Everything that is waiting by the panel: keys of customers. */
const waiting = (page: Page, wanted: boolean) =>
  page.waitForFunction(
    (some) => {
      const root = document.querySelector('chatside-panel')?.shadowRoot;
      const key = root?.querySelector('[data-chatside="customer"]')?.getAttribute('data-key');
      const waits = [...(root?.querySelectorAll('[data-chatside="wait"]') ?? [])];
      return root != null && waits.some((wait) => wait.getAttribute('data-customer') === key) === some;
    },
    wanted,
  );

interface StoredWait {
  id: string;
  customerName: string;
  outcome: string;
  followUps: number[];
}

async function storedWaits(driver: ChromiumDriver): Promise<StoredWait[]> {
  const own = await driver.context.newPage();
  await own.goto(driver.extensionUrl('popup.html'));
  const waits = await own.evaluate(async () => {
    const opened = indexedDB.open('chatside');
    await new Promise((done) => (opened.onsuccess = done));
    const all = opened.result.transaction('waits').objectStore('waits').getAll();
    await new Promise((done) => (all.onsuccess = done));
    opened.result.close();
    return all.result as StoredWait[];
  });
  await own.close();
  return waits;
}

it('a long day in one page: every message counts once, and nothing is left behind', { timeout: 3_600_000 }, async () => {
  const world = await costOfWorld();
  const driver = await startChromium();
  try {
    const page = await driver.context.newPage();
    const measure = await footprintOf(page);
    await page.goto(served.origin);
    await page.waitForFunction(() => document.querySelector('chatside-panel[data-state="attached"]') !== null);
    const names = await page.evaluate(() => window.shop.names());
    let spoken = 0;
    const words = () => {
      spoken += 1;
      return spoken % 3 === 0 ? COMMON[spoken % COMMON.length]! : `第 ${spoken} 句话`;
    };
    const say = (side: 'customer' | 'agent', name?: string) =>
      page.evaluate(([who, text, chat]) => window.shop.add(who, text, chat), [side, words(), name] as const);

    /** The agent goes to a chat in which a customer has written, and stays for some exchanges. */
    const visit = async (name: string, meanwhile: () => Promise<void>) => {
      await say('customer', name);
      await say('customer', name);
      await page.evaluate((chat) => window.shop.open(chat), name);
      await page.waitForFunction(
        (chat) => document.querySelector('chatside-panel')?.shadowRoot?.querySelector('[data-chatside="customer"]')?.textContent?.includes(chat) ?? false,
        name,
      );
      await waiting(page, true);
      await say('agent');
      await waiting(page, false);
      const middle = Array.from({ length: DAY.exchanges - 2 }, () => [words(), words(), words()] as const);
      await page.evaluate(talk, middle);
      await say('customer');
      await say('customer');
      await waiting(page, true);
      await meanwhile();
      await waiting(page, true);
      await say('agent');
      await waiting(page, false);
    };
    const removeHost = async () => {
      await page.evaluate(() => document.querySelector('chatside-panel')?.remove());
      await page.waitForFunction(() => document.querySelector('chatside-panel[data-state="attached"]') !== null);
    };
    const reload = async () => {
      await page.evaluate(() => document.querySelector('chatside-panel')?.setAttribute('data-old', ''));
      await reloadExtension(driver, page);
      await page.waitForFunction(() => document.querySelector('chatside-panel[data-state="attached"]:not([data-old])') !== null);
      expect(await page.evaluate(() => document.querySelectorAll('chatside-panel').length)).toBe(1);
    };

    const due = (count: number, at: number, from: number, to: number) =>
      at < from || at >= to ? 0 : Math.floor(((at + 1 - from) * count) / (to - from)) - Math.floor(((at - from) * count) / (to - from));
    let before = await measure();
    for (let at = 0; at < DAY.visits; at++) {
      if (at === DAY.warm) before = await measure();
      await visit(names[(at + 1) % names.length]!, async () => {
        for (let times = due(DAY.removals, at, 0, DAY.visits); times > 0; times--) await removeHost();
        for (let times = due(DAY.reloads, at, DAY.warm, DAY.lastReload); times > 0; times--) await reload();
      });
      if (process.env.CHATSIDE_SOAK && at % 50 === 49) console.log(`${at + 1} visits`, await measure());
    }

    const exchanges = DAY.visits * DAY.exchanges;
    await expect.poll(async () => (await storedWaits(driver)).length).toBe(exchanges);
    const waits = await storedWaits(driver);
    expect(waits.filter(({ followUps, outcome }) => followUps.length !== 1 || outcome !== 'answered')).toEqual([]);
    expect(new Set(waits.map(({ id }) => id)).size).toBe(exchanges);

    // The popup stood in front; the page is measured as it was before, in sight.
    await page.bringToFront();
    let after = await measure();
    const left = async () => {
      after = await measure();
      return after.listeners <= before.listeners && after.observers <= before.observers;
    };
    await expect.poll(left, { message: `more than ${JSON.stringify(before)}` }).toBe(true);
    const own = after.heap - DAY.reloads * world;
    console.log(`${spoken} messages; heap ${before.heap} → ${after.heap} bytes, ${Math.round(own)} without ${DAY.reloads} worlds of ${Math.round(world)}`);
    expect(own / before.heap).toBeLessThan(1.1);
  } finally {
    await driver.close();
  }
});
