import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, openEditor, sentOn, waitForSent, type DrivenBrowser, type DrivenPage } from './bench';
import { editorNames, serveEditorPages } from './pages';
import { sendPages } from './send-pages';

/** A draft with 坏 is held by the test extension. */
const BAD = '坏 one';
const GOOD = '好 one';

/** What must hold of the guard, in one browser. */
export function describeHolds(name: string, start: () => Promise<DrivenBrowser>): void {
  describe(`holding in ${name}`, () => {
    let browser: DrivenBrowser;
    let page: DrivenPage;
    let pages: { origin: string; close(): void };
    beforeAll(async () => {
      pages = await serveEditorPages(sendPages);
      browser = await start();
      page = browser.page;
    });
    afterAll(async () => {
      await browser?.close();
      pages?.close();
    });

    async function openWay(way: string): Promise<void> {
      await page.goto(`${pages.origin}/send/${way}`);
      await call(page, 'arm');
      await page.evaluate(() => document.querySelector<HTMLElement>('#box')?.focus(), null);
    }

    async function pointAt(selector: string): Promise<{ x: number; y: number }> {
      return page.evaluate((wanted) => {
        const rect = document.querySelector(wanted)!.getBoundingClientRect();
        return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
      }, selector);
    }

    async function clickSend(): Promise<void> {
      const { x, y } = await pointAt('#send');
      await page.click(x, y);
    }

    async function mend(): Promise<void> {
      expect(await call(page, 'insert', '好', { start: 0, end: 1 })).toMatchObject({ ok: true });
      await call(page, 'select', GOOD.length, GOOD.length);
    }

    async function waitForLog(line: string): Promise<string[]> {
      for (;;) {
        const log = await call(page, 'log');
        if (log.includes(line)) return log;
      }
    }

    /** Tries to send a bad draft, then the mended one, and looks at what the page sent. */
    async function holdThenSend(gesture: () => Promise<void>): Promise<void> {
      await page.type(BAD);
      await gesture();
      await gesture();
      expect(await call(page, 'draft')).toMatchObject({ text: BAD });
      expect(await sentOn(page)).toEqual([]);
      await mend();
      await gesture();
      expect(await waitForSent(page, 1)).toEqual([GOOD]);
      await waitForLog(`sent "${GOOD}"`);
      await page.type('next');
      await gesture();
      expect(await waitForSent(page, 2)).toEqual([GOOD, 'next']);
      const log = await waitForLog('sent "next"');
      expect(log.filter((line) => !line.startsWith('key'))).toEqual([
        `hold "${BAD}"`, `hold "${BAD}"`, `let "${GOOD}"`, `sent "${GOOD}"`, 'let "next"', 'sent "next"',
      ]);
      expect(await call(page, 'ability')).toBe('holds');
    }

    describe('Enter and the send button in every editor', () => {
      for (const editor of editorNames) {
        test(editor, async () => {
          await openEditor(page, pages.origin, editor);
          await call(page, 'arm');
          await call(page, 'insert', BAD);
          await page.press('Enter');
          await clickSend();
          expect(await call(page, 'draft')).toMatchObject({ text: BAD });
          expect(await sentOn(page)).toEqual([]);
          await mend();
          await page.press('Enter');
          expect(await waitForSent(page, 1)).toEqual([GOOD]);
          await waitForLog(`sent "${GOOD}"`);
          await call(page, 'insert', 'two');
          await clickSend();
          expect(await waitForSent(page, 2)).toEqual([GOOD, 'two']);
          const log = await waitForLog('sent "two"');
          expect(log.filter((line) => !line.startsWith('key'))).toEqual([
            `hold "${BAD}"`, `hold "${BAD}"`, `let "${GOOD}"`, `sent "${GOOD}"`, 'let "two"', 'sent "two"',
          ]);
          expect(browser.takeErrors()).toEqual([]);
        });
      }
    });

    describe('whichever way the page sends', () => {
      for (const way of ['enter-keydown', 'enter-keypress', 'enter-keyup', 'document-capture', 'window-capture', 'window-capture-later', 'slow-clear', 'form-submit']) {
        test(`Enter: ${way}`, async () => {
          await openWay(way);
          await holdThenSend(() => page.press('Enter'));
        });
      }
      for (const way of ['button-click', 'button-pointerdown', 'button-mousedown', 'button-mouseup', 'form-submit']) {
        test(`mouse: ${way}`, async () => {
          await openWay(way);
          await holdThenSend(async () => {
            await clickSend();
            await page.evaluate(() => document.querySelector<HTMLElement>('#box')?.focus(), null);
          });
        });
      }
      for (const key of ['Enter', 'Space']) {
        test(`keyboard on the button: ${key}`, async () => {
          await openWay('button-click');
          await holdThenSend(async () => {
            await page.evaluate(() => document.querySelector<HTMLElement>('#send')?.focus(), null);
            await page.press(key);
            await page.evaluate(() => document.querySelector<HTMLElement>('#box')?.focus(), null);
          });
        });
      }
    });

    describe('keys that do not send', () => {
      beforeEach(() => openWay('ctrl-enter'));

      test('Enter is learned to be a new line, Ctrl+Enter still sends and is held', async () => {
        await page.type('a');
        await page.press('Enter');
        await page.type(BAD);
        await page.press('Enter');
        await page.press('Shift+Enter');
        expect(await call(page, 'draft')).toMatchObject({ text: `a\n${BAD}\n\n` });
        await page.press('Control+Enter');
        expect(await sentOn(page)).toEqual([]);
        const log = await call(page, 'log');
        expect(log.filter((line) => !line.startsWith('key'))).toEqual(['let "a"', `hold ${JSON.stringify(`a\n${BAD}\n\n`)}`]);
      });

      test('a key of ours never reaches the page', async () => {
        await page.press('F9');
        await page.press('F8');
        const seen = await page.evaluate(() => [...document.querySelectorAll('#seen li')].map((item) => item.textContent), null);
        expect(seen).toEqual(['keydown F8', 'keyup F8']);
      });

      test('an emptied draft that nobody sent is no send', async () => {
        await page.type('gone');
        await page.press('Control+a');
        await page.press('Backspace');
        await page.press('Enter');
        await page.press('Control+Enter');
        expect((await call(page, 'log')).filter((line) => !line.startsWith('key'))).toEqual([]);
      });
    });

    test('what a script of the page dispatches asks nothing and is not stopped', async () => {
      await openWay('script-driven');
      await page.type(BAD);
      await page.evaluate(() => (window as unknown as { driveClick(): void }).driveClick(), null);
      await page.evaluate(() => (window as unknown as { driveEnter(): void }).driveEnter(), null);
      expect(await waitForSent(page, 1)).toEqual([BAD]);
      expect((await call(page, 'log')).filter((line) => !line.startsWith('key'))).toEqual([]);
    });
  });
}
