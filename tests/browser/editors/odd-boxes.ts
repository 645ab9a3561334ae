import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, type DrivenBrowser, type DrivenPage } from './bench';
import { oddPages } from './odd-pages';
import { serveEditorPages } from './pages';

/** Boxes that no library made: what is read, and that no text is ever left half. */
export function describeOddBoxes(name: string, start: () => Promise<DrivenBrowser>): void {
  describe(`odd boxes in ${name}`, () => {
    let browser: DrivenBrowser;
    let page: DrivenPage;
    let pages: { origin: string; close(): void };
    beforeAll(async () => {
      pages = await serveEditorPages(oddPages);
      browser = await start();
      page = browser.page;
    });
    afterAll(async () => {
      await browser?.close();
      pages?.close();
    });
    const open = (odd: string) => page.goto(`${pages.origin}/odd/${odd}`);

    test('a text that does not fit is refused whole', async () => {
      await open('maxlength');
      expect(await call(page, 'insert', 'abc')).toMatchObject({ ok: true });
      expect(await call(page, 'insert', 'def')).toEqual({ ok: false, reason: 'refused' });
      expect(await call(page, 'draft')).toMatchObject({ text: 'abc', selectionStart: 3 });
      expect(await call(page, 'insert', 'xyz', { start: 0, end: 3 })).toMatchObject({ ok: true });
      expect(await call(page, 'draft')).toMatchObject({ text: 'xyz' });
    });

    test('a box that cannot be written into is none', async () => {
      await open('read-only');
      expect(await call(page, 'insert', 'x')).toEqual({ ok: false, reason: 'no-composer' });
    });

    test('a page that forbids pasting can still be typed into', async () => {
      await open('paste-forbidden');
      expect(await call(page, 'insert', 'typed\nin')).toMatchObject({ ok: true });
      expect(await call(page, 'draft')).toMatchObject({ text: 'typed\nin', selectionStart: 8 });
    });

    test('a page that inserts what was pasted later gets it once', async () => {
      await open('own-paste');
      expect(await call(page, 'insert', 'once')).toMatchObject({ ok: true, technique: 'paste' });
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)), null);
      expect(await call(page, 'draft')).toMatchObject({ text: 'once', selectionStart: 4 });
    });

    test('a page that cuts the text gets none of it', async () => {
      await open('cutting');
      expect(await call(page, 'insert', 'defgh')).toEqual({ ok: false, reason: 'refused' });
      expect(await call(page, 'draft')).toMatchObject({ text: 'abc' });
    });

    test('the caret is kept while the focus is elsewhere', async () => {
      await open('plain');
      await call(page, 'select', 5, 5);
      expect(await call(page, 'draft')).toEqual({ text: 'hello world', selectionStart: 5, selectionEnd: 5 });
      await page.evaluate(() => document.querySelector<HTMLElement>('#other')!.focus(), null);
      expect(await call(page, 'draft')).toEqual({ text: 'hello world', selectionStart: 5, selectionEnd: 5 });
      expect(await call(page, 'insert', ',')).toMatchObject({ ok: true });
      expect(await call(page, 'draft')).toEqual({ text: 'hello, world', selectionStart: 6, selectionEnd: 6 });
    });

    test('inside a shadow root', async () => {
      await open('shadow');
      await call(page, 'inShadow');
      expect(await call(page, 'draft')).toMatchObject({ text: 'ab' });
      await call(page, 'select', 1, 1);
      expect(await call(page, 'draft')).toEqual({ text: 'ab', selectionStart: 1, selectionEnd: 1 });
      expect(await call(page, 'insert', '中\n文')).toMatchObject({ ok: true });
      expect(await call(page, 'draft')).toEqual({ text: 'a中\n文b', selectionStart: 4, selectionEnd: 4 });
      await open('shadow-textarea');
      await call(page, 'inShadow');
      await call(page, 'select', 1, 2);
      expect(await call(page, 'insert', 'xy')).toMatchObject({ ok: true });
      expect(await call(page, 'draft')).toEqual({ text: 'axy', selectionStart: 3, selectionEnd: 3 });
    });

    test('blocks, breaks, fillers, chips and placeholders', async () => {
      await open('rich');
      const text = 'one two\n\nthree\nfour\nfive @Li six';
      expect(await call(page, 'draft')).toMatchObject({ text });
      for (const at of [0, 4, 7, 8, 9, 14, 15, 19, 20, 25, text.length]) {
        await call(page, 'select', at, at);
        expect(await call(page, 'draft')).toMatchObject({ selectionStart: at, selectionEnd: at });
      }
      for (let start = 0; start < text.length; start++) {
        await call(page, 'select', start, start + 1);
        expect(await call(page, 'draft')).toMatchObject({ selectionStart: start, selectionEnd: start + 1 });
      }
    });

    test('white space that is kept, without the last line that only makes room', async () => {
      await open('kept-space');
      expect(await call(page, 'draft')).toMatchObject({ text: 'a  b\nc\n' });
    });
  });
}
