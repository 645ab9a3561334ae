/// <reference types="chrome" />
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editorNames, serveEditorPages } from './editors/pages';
import { sendPages, writtenPages } from './editors/send-pages';
import { startChromium, tabOf } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';
import { inPanel } from './support/driver';

/** Held: an absolute claim of the built-in list. */
const BAD = '这是全网最低价';

const full = process.env.CHATSIDE_SOAK === '1';
const editors = full ? editorNames : (['textarea', 'prosemirror', 'lexical', 'tinymce'] as const);

let driver: ChromiumDriver;
let pages: { origin: string; close(): void };
let tab: ReturnType<typeof tabOf>;
let devtools: CDPSession;

beforeAll(async () => {
  pages = await serveEditorPages({ ...sendPages, ...writtenPages });
  driver = await startChromium();
  tab = tabOf(await driver.context.newPage());
  devtools = await driver.context.newCDPSession(tab.page);
  // Before the extension is up, a page gets its script only once it stands.
  await tab.goto(`${pages.origin}/send/enter-keydown`);
  await tab.until(() => document.querySelector('chatside-panel[data-state="attached"]') !== null, null);
});
afterAll(async () => {
  await driver?.close();
  pages?.close();
});

const BOX = '#composer iframe, #composer textarea, #composer input, #composer [contenteditable]:not([contenteditable="false"])';
const HOLD = '[data-chatside="hold"]';

async function open(path: string): Promise<void> {
  await tab.goto(pages.origin + path);
  await tab.until(() => document.querySelector('chatside-panel[data-state="attached"]') !== null, null);
  await inPanel.appears(tab, '[data-chatside="reply"]');
  await focusBox();
}

async function middleOf(css: string): Promise<{ x: number; y: number }> {
  return tab.evaluate((wanted) => {
    const shown = [...document.querySelectorAll(wanted)].map((one) => one.getBoundingClientRect()).find(({ height }) => height > 0)!;
    return { x: Math.round(shown.left + Math.min(40, shown.width / 2)), y: Math.round(shown.top + Math.min(20, shown.height / 2)) };
  }, css);
}

async function focusBox(): Promise<void> {
  await tab.until((css) => [...document.querySelectorAll(css)].some((box) => box.getBoundingClientRect().height > 0), BOX);
  const { x, y } = await middleOf(BOX);
  await tab.click(x, y);
  await tab.until(() => document.activeElement?.localName === 'iframe' || document.activeElement?.closest('#composer') != null, null);
}

const sent = () =>
  tab.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-sent]')].map((item) => JSON.parse(item.dataset['sent'] ?? '') as string), null);

/** What stands in the box, by the page's own reading. */
const draft = () =>
  tab.evaluate((css) => {
    const boxes = [...document.querySelectorAll<HTMLElement>(css)].filter((box) => box.getBoundingClientRect().height > 0);
    const box = boxes[0];
    if (box instanceof HTMLIFrameElement) return box.contentDocument?.body.innerText.trim() ?? '';
    return (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement ? box.value : (box?.innerText ?? '')).replace(/[\u200b\ufeff]/g, '').trim();
  }, BOX);

/** A bad draft is held each time; mended, it is sent once, and so is what is written next. */
async function holdThenSend(gesture: () => Promise<unknown>, times = 2): Promise<void> {
  await tab.type(BAD);
  await inPanel.appears(tab, '[data-chatside="hit"][data-level="block"]');
  for (let held = 0; held < times; held++) {
    await gesture();
    await inPanel.appears(tab, HOLD);
    expect(await draft()).toBe(BAD);
    expect(await sent()).toEqual([]);
    await focusBox();
  }
  await tab.press('Alt+Shift+Period');
  await inPanel.goes(tab, HOLD);
  const mended = await draft();
  expect(mended).not.toContain('最低价');
  await gesture();
  await expect.poll(sent).toEqual([mended]);
  await expect.poll(draft).toBe('');
  if (times === 1) return;
  await focusBox();
  await tab.type('next');
  await gesture();
  await expect.poll(sent).toEqual([mended, 'next']);
  await inPanel.goes(tab, '[data-chatside="shown-only"]');
}

const press = (chord: string) => () => tab.press(chord);
const click = async () => {
  const { x, y } = await middleOf('#send');
  await tab.click(x, y);
};
const touch = async () => {
  const touchPoints = [await middleOf('#send')];
  // Awaited one by one it would be a long press.
  await Promise.all([devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints }), devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })]);
};
const tabThen = (key: string) => async () => {
  await tab.press('Tab');
  await tab.until(() => document.activeElement?.id === 'send', null);
  await tab.press(key);
};

/** By each gesture the pages that send with it: some, and at full size all. */
const gestures: Record<string, { some: string[]; rest: string[]; gesture(): Promise<unknown> }> = {
  Enter: { some: ['enter-keydown', 'window-capture', 'form-submit'], rest: ['enter-keyup', 'enter-keypress', 'document-capture', 'window-capture-later', 'slow-clear'], gesture: press('Enter') },
  'Ctrl+Enter': { some: ['ctrl-enter'], rest: [], gesture: press('Control+Enter') },
  mouse: { some: ['button-mousedown'], rest: ['button-click', 'button-pointerdown', 'button-mouseup', 'form-submit'], gesture: click },
  touch: { some: ['button-touchend'], rest: ['button-click', 'button-pointerdown', 'button-touchstart', 'form-submit'], gesture: touch },
  'Tab, Enter': { some: ['button-click'], rest: ['form-submit'], gesture: tabThen('Enter') },
  'Tab, Space': { some: ['form-submit'], rest: ['button-click'], gesture: tabThen('Space') },
};
for (const [name, { some, rest, gesture }] of Object.entries(gestures)) {
  for (const way of full ? [...some, ...rest] : some) {
    test(`held: ${name}, ${way}`, async () => {
      await open(`/send/${way}`);
      // Chromium is slow with touches while a page draws each frame.
      await holdThenSend(gesture, gesture === touch ? 1 : 2);
    });
  }
}

const compose = (text: string) => devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const imeKey = async (key: string, code: string, modifiers = 0) => {
  const init = { key, code, modifiers, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...init });
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...init });
};
const KEYS = [['Enter', 'Enter'], ['/', 'Slash'], ['1', 'Digit1'], ['2', 'Digit2'], [' ', 'Space'], ['Tab', 'Tab']] as const;

for (const editor of editors) {
  test(`an input method’s keys are its own: ${editor}`, async () => {
    await open(`/index.html?editor=${editor}`);
    await compose('/fh');
    for (const [key, code] of KEYS) await imeKey(key, code);
    await imeKey('1', 'Digit1', 1);
    expect(await draft()).toBe('/fh');
    expect(await inPanel.text(tab, '.at-box')).toBeNull();
    await compose('quan wang zui di jia');
    for (const [key, code] of KEYS) await imeKey(key, code);
    expect(await draft()).toBe('quan wang zui di jia');
    expect(await inPanel.text(tab, '.at-box')).toBeNull();
    expect(await inPanel.text(tab, HOLD)).toBeNull();
    expect(await sent()).toEqual([]);
    await devtools.send('Input.insertText', { text: BAD });
    await inPanel.appears(tab, '[data-chatside="hit"][data-level="block"]');
    expect(await draft()).toBe(BAD);
    await tab.press('Enter');
    await inPanel.appears(tab, HOLD);
    expect(await sent()).toEqual([]);
    await tab.press('Alt+Shift+Period');
    await inPanel.goes(tab, HOLD);
    const mended = await draft();
    await tab.press('Enter');
    await expect.poll(sent).toEqual([mended]);
  });
}

test('offers that stand open leave Enter, arrows and digits to an input method', async () => {
  await open('/index.html?editor=textarea');
  await tab.type('/');
  await inPanel.appears(tab, '.at-box [data-chatside="reply"]');
  await compose('fh');
  for (const [key, code] of KEYS) await imeKey(key, code);
  expect(await draft()).toBe('/fh');
  expect(await sent()).toEqual([]);
  await devtools.send('Input.insertText', { text: '发货' });
  await inPanel.appears(tab, '.at-box [data-chatside="reply"]');
  await tab.press('Enter');
  await inPanel.goes(tab, '.at-box');
  expect(await draft()).not.toContain('/');
  expect(await sent()).toEqual([]);
});

for (const path of full ? Object.keys(writtenPages) : ['/written/page', '/written/srcdoc']) {
  test(`held in a chat that a script wrote: ${path}`, async () => {
    await tab.goto(pages.origin + path);
    const chat = () => tab.page.frames().at(-1)!.locator('html');
    await chat().locator('chatside-panel[data-state="attached"] [data-chatside="reply"]').first().waitFor();
    await chat().locator('#box').click();
    await tab.type(BAD);
    await chat().locator('[data-chatside="hit"][data-level="block"]').waitFor();
    await tab.press('Enter');
    await chat().locator(HOLD).waitFor();
    expect(await chat().locator('#box').inputValue()).toBe(BAD);
    expect(await chat().locator('[data-sent]').count()).toBe(0);
  });
}

test('a page that is ahead of us, since the extension was reloaded under it, is told of with its first send', async () => {
  await open('/send/window-capture');
  await tab.evaluate(() => document.querySelector('chatside-panel')?.setAttribute('data-old', ''), null);
  const own = await driver.context.newPage();
  await own.goto(driver.extensionUrl('popup.html'));
  // Its world ends with it.
  await own.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await tab.until(() => document.querySelector('chatside-panel[data-state="attached"]:not([data-old])'), null);
  await inPanel.appears(tab, '[data-chatside="reply"]');
  await tab.bringToFront();
  await focusBox();
  await tab.type(BAD);
  await inPanel.appears(tab, '[data-chatside="hit"][data-level="block"]');
  expect(await inPanel.text(tab, '[data-chatside="shown-only"]')).toBeNull();
  await tab.press('Enter');
  await inPanel.appears(tab, '[data-chatside="shown-only"]');
  expect(await sent()).toEqual([BAD]);
});
