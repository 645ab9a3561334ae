/// <reference types="chrome" />
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inPanel } from '../support/driver';
import type { Driver, Tab } from '../support/driver';
import { editorNames, serveEditorPages } from './pages';

/** Editors that hold one line only: what they are given on several lines comes with spaces. */
const singleLine = new Set(['input']);

/** By title; short, so that each is told from the others. */
const replies: Record<string, string> = {
  hello: '您好👋',
  again: ' 又一句',
  begin: 'one three',
  two: 'two ',
  over: '二👍🏽',
  lines: '亲，您好👋\n第二行 two\n\nlast',
};

/** Runs in one of the extension's pages: these replies in the place of the built-in ones. */
async function storeReplies(given: Record<string, string>): Promise<void> {
  const packOf = (id: string, language: string, list: [string, string][]) => ({
    id,
    origin: 'subscription',
    on: true,
    addedAt: 1,
    changedAt: 1,
    pack: {
      format: 'chatside-pack', version: 1, id, name: id, language, release: '1',
      replies: list.map(([title, text]) => ({ id: title, title, group: 'test', bubbles: [text] })),
    },
  });
  const opened = indexedDB.open('chatside');
  await new Promise((done) => (opened.onsuccess = done));
  const change = opened.result.transaction('packs', 'readwrite');
  change.objectStore('packs').put(packOf('chatside-replies-zh-CN', 'zh-CN', Object.entries(given)));
  change.objectStore('packs').put(packOf('chatside-replies-en', 'en', []));
  await new Promise((done) => (change.oncomplete = done));
  opened.result.close();
  await chrome.storage.local.set({ packsRevision: Date.now() });
}

/** What must hold in every editor of replies that the built extension puts into it, in one browser. */
export function describeReplies(start: () => Promise<Driver>): void {
  describe('replies from the panel', () => {
    let driver: Driver;
    let tab: Tab;
    let pages: { origin: string; close(): void };
    beforeAll(async () => {
      pages = await serveEditorPages();
      driver = await start();
      const own = await driver.open(driver.extensionUrl('popup.html'));
      await own.until(() => document.querySelector('input') !== null, null);
      await own.evaluate(storeReplies, replies);
      await own.close();
      tab = await driver.open(`${pages.origin}/index.html?editor=textarea`);
    });
    afterAll(async () => {
      await driver?.close();
      pages?.close();
    });

    async function open(editor: string): Promise<void> {
      await tab.goto(`${pages.origin}/index.html?editor=${editor}`);
      await tab.until((name) => document.documentElement.dataset['ready'] === name, editor);
      await tab.until(() => document.querySelector('chatside-panel[data-state="attached"]') !== null, null);
      await inPanel.appears(tab, '[data-chatside="reply"]');
      // A real press, once the panel has made its room: some editors take up the selection only then.
      await tab.until(() => {
        const css = '#composer iframe, #composer textarea, #composer input, #composer [contenteditable]:not([contenteditable="false"])';
        return [...document.querySelectorAll(css)].some((box) => box.getBoundingClientRect().height > 0);
      }, null);
      const spot = await tab.evaluate(() => {
        const css = '#composer iframe, #composer textarea, #composer input, #composer [contenteditable]:not([contenteditable="false"])';
        const box = [...document.querySelectorAll(css)].map((one) => one.getBoundingClientRect()).find(({ height }) => height > 0)!;
        return { x: box.left + 40, y: box.top + 20 };
      }, null);
      await tab.click(spot.x, spot.y);
      await tab.until(() => document.activeElement?.localName === 'iframe' || document.activeElement?.closest('#composer') != null, null);
    }

    /** The text in the editor's own state. */
    async function holds(text: string): Promise<void> {
      const wanted = JSON.stringify(text);
      const state = () => tab.evaluate(() => document.querySelector<HTMLElement>('#state')?.dataset['text'] ?? '', null);
      await expect.poll(state).toBe(wanted);
    }

    async function take(title: string): Promise<void> {
      await tab.evaluate(() => document.querySelector('chatside-panel')?.shadowRoot?.querySelector('.said')?.setAttribute('data-before', ''), null);
      await inPanel.click(tab, `[data-chatside="reply"][data-title="${title}"]`);
      await tab.until(
        (name) => document.querySelector('chatside-panel')?.shadowRoot?.querySelector('.said')?.textContent?.includes(name),
        title,
      );
    }

    async function sends(texts: string[]): Promise<void> {
      await tab.press('Enter');
      const sent = () =>
        tab.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-sent]')].map((item) => JSON.parse(item.dataset['sent'] ?? '') as string), null);
      await expect.poll(sent).toEqual(texts);
    }

    for (const editor of editorNames) {
      test(editor, async () => {
        await open(editor);
        const lines = replies['lines'] ?? '';
        const given = singleLine.has(editor) ? lines.replace(/\n+/g, ' ') : lines;
        // One undo takes the whole of it back.
        await take('lines');
        await holds(given);
        await tab.press('Control+z');
        await holds('');

        // In an empty box, and a second after the first; what is typed then stands behind it.
        await take('hello');
        await holds('您好👋');
        await take('again');
        await holds('您好👋 又一句');
        await tab.type('!');
        await holds('您好👋 又一句!');
        await sends(['您好👋 又一句!']);

        // In the middle, and over a selection. wangEditor in Firefox puts what is typed into its empty
        // box in a wrong order, without us.
        if (editor === 'wangeditor' && driver.name === 'firefox') await take('begin');
        else await tab.type('one three');
        await holds('one three');
        for (let steps = 0; steps < 5; steps++) await tab.press('ArrowLeft');
        await take('two');
        await holds('one two three');
        await tab.type('x');
        await holds('one two xthree');
        for (let steps = 0; steps < 5; steps++) await tab.press('Shift+ArrowLeft');
        await take('over');
        await holds('one 二👍🏽three');
        await sends(['您好👋 又一句!', 'one 二👍🏽three']);

        // Several lines, typed on, sent as they stand.
        await take('lines');
        await holds(given);
        await tab.type('!');
        await sends(['您好👋 又一句!', 'one 二👍🏽three', `${given}!`]);
      });
    }
  });
}
