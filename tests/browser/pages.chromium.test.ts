import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';

/** A row of `tests/chat-pages/pages.json`. */
interface ChatPage {
  id: string;
  kind: 'library' | 'console' | 'plain' | 'special' | 'none';
  path: string;
  send: string[];
  sides: string[];
  chat: boolean;
  composer?: string;
  button?: string;
  frame?: string;
  otherOrigin?: boolean;
}

const { pages } = JSON.parse(readFileSync('tests/chat-pages/pages.json', 'utf8')) as { pages: ChatPage[] };
const only = process.env.CHATSIDE_PAGES?.split(',');
const wanted = pages.filter(({ id }) => !only || only.includes(id));

let served: Served;
let other: Served;
let driver: ChromiumDriver;
let page: Page;
/** One of the extension's own pages. */
let own: Page;

beforeAll(async () => {
  served = await serveFolder(resolve('tests/chat-pages/dist'));
  other = await serveFolder(resolve('tests/chat-pages/dist'));
  driver = await startChromium({ viewport: { width: 1440, height: 900 } });
  own = await driver.context.newPage();
  await own.goto(driver.extensionUrl('popup.html'));
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await page?.screenshot({ path: `.output/failed-${task.id}.png` });
  await page?.close();
  await forgetClock();
});
afterAll(async () => {
  await driver?.close();
  await served?.close();
  await other?.close();
});

/** The pages share one host and the names of their customers: none may take up the clock of another. */
async function forgetClock(): Promise<void> {
  await own.evaluate(async () => {
    const opened = indexedDB.open('chatside');
    await new Promise((done) => (opened.onsuccess = done));
    const change = opened.result.transaction('clocks', 'readwrite');
    change.objectStore('clocks').clear();
    await new Promise((done) => (change.oncomplete = done));
    opened.result.close();
  });
}

async function open({ path, frame, otherOrigin }: ChatPage): Promise<Page | Frame> {
  page = await driver.context.newPage();
  page.setDefaultTimeout(40_000);
  const query = otherOrigin ? `?other=${encodeURIComponent(other.origin)}` : '';
  await page.goto(`${served.origin}/${path}/${query}`);
  if (!frame) return page;
  const handle = await page.locator(frame).elementHandle();
  const content = await handle?.contentFrame();
  if (!content) throw new Error(`${frame} holds no frame`);
  return content;
}

const panel = 'chatside-panel[data-state="attached"]';
const waits = 'chatside-panel [data-chatside="wait"]';

describe.each(wanted.filter(({ chat }) => chat))('$kind page $id', (info) => {
  it('is found, read, written into and held without any set-up', async () => {
    const place = await open(info);
    await place.locator(panel).waitFor({ state: 'attached' });
    const composer = place.locator(info.composer ?? '').first();
    const receive = (text: string, side = 'customer') =>
      place.evaluate(([words, from]) => void window.fixture.receive(words, { side: from }), [text, side] as const);
    const sent = () => place.evaluate(() => window.fixture.sent());

    // What stood there before is answered first, so that the wait to come is a new one.
    const key = await place.locator('chatside-panel [data-chatside="customer"]').getAttribute('data-key');
    const wait = `${waits}[data-customer="${key?.replaceAll('"', '\\"')}"]`;
    await say(place, info, 'Good morning, how may I help?');
    await expect.poll(() => place.locator(wait).count()).toBe(0);

    await receive('Do you still have this in blue?');
    const since = () => place.locator(wait).evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['since']));
    await expect.poll(since).toHaveLength(1);
    const before = await since();
    // A robot's or the system's line ends no wait, and what is asked once more begins none.
    for (const side of ['robot', 'system'].filter((one) => info.sides.includes(one))) await receive(`A line of the ${side}`, side);
    await receive('Hello?');
    await place.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 1000 }))));
    await expect.poll(since).toEqual(before);

    // A banned word is held, whichever way this page sends.
    const sentBefore = (await sent()).length;
    await composer.click();
    await page.keyboard.type('全网最低价 ');
    await place.locator('chatside-panel [data-chatside="hit"][data-level="block"]').waitFor();
    for (const way of info.send) {
      await send(place, info, way);
      await place.locator('chatside-panel [data-chatside="hold"]').waitFor();
      expect([way, (await sent()).length]).toEqual([way, sentBefore]);
    }
    await page.keyboard.press('Alt+Shift+Period');
    await place.locator('chatside-panel [data-chatside="hold"]').waitFor({ state: 'detached' });

    // A reply goes in at the caret, and is what the page sends.
    await place.locator('chatside-panel [data-chatside="reply-search"]').fill('nhqj');
    await place.locator('chatside-panel [data-chatside="reply"]').first().click();
    await place.locator('chatside-panel .said').waitFor();
    await send(place, info, info.send[0] ?? 'enter');
    await expect.poll(async () => (await sent()).length).toBe(sentBefore + 1);
    await expect.poll(() => place.locator(wait).count()).toBe(0);
  });
});

describe.each(wanted.filter(({ chat }) => !chat))('$id, a page without a chat', (info) => {
  it('is left alone', async () => {
    await open(info);
    // The finder looks when the page changes and where one writes: give it every reason to look.
    const fields = await page.locator('textarea, input:not([type=hidden]), [contenteditable=true], [contenteditable=""]').all();
    for (const field of fields.slice(0, 12)) {
      if (await field.isVisible()) await field.click({ timeout: 1000 }).catch(() => undefined);
    }
    await page.evaluate(() => document.body.append(document.createElement('i')));
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 3000 })));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1500)));
    expect(await page.locator('chatside-panel').count()).toBe(0);
  });
});

async function send(place: Page | Frame, info: ChatPage, way: string): Promise<void> {
  const composer = place.locator(info.composer ?? '').first();
  if (way === 'button') await place.locator(info.button ?? '').first().click();
  else {
    await composer.focus();
    await page.keyboard.press(way === 'ctrl-enter' ? 'Control+Enter' : 'Enter');
  }
}

async function say(place: Page | Frame, info: ChatPage, text: string): Promise<void> {
  const before = await place.evaluate(() => window.fixture.sent().length);
  await place.locator(info.composer ?? '').first().click();
  await page.keyboard.type(text);
  await send(place, info, info.send[0] ?? 'enter');
  await expect.poll(() => place.evaluate(() => window.fixture.sent().length)).toBe(before + 1);
}
