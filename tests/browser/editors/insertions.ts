import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, openEditor, stateOf, waitForSent, type DrivenBrowser, type DrivenPage } from './bench';
import { editorNames, serveEditorPages } from './pages';

/** Editors that hold one line only: what they are given on several lines comes with spaces. */
const singleLine = new Set(['input']);

/** Editors whose own history joins an insertion with what was typed just before it, however long ago. */
const joinsUndo = new Set(['wangeditor']);

/** What must hold of insertions in every editor, in one browser. */
export function describeInsertions(name: string, start: () => Promise<DrivenBrowser>): void {
  describe(`insertions in ${name}`, () => {
    let browser: DrivenBrowser;
    let page: DrivenPage;
    let pages: { origin: string; close(): void };
    beforeAll(async () => {
      pages = await serveEditorPages();
      browser = await start();
      page = browser.page;
    });
    afterAll(async () => {
      await browser?.close();
      pages?.close();
    });

    /** The draft as the product reads it and the text in the editor's state must both be this. */
    async function expectBoth(text: string, caret: number): Promise<void> {
      await page.waitFor(
        (wanted) => document.querySelector<HTMLElement>('#state')?.dataset['text'] === wanted,
        JSON.stringify(text),
      ).catch(async () => expect(await stateOf(page)).toBe(text));
      expect(await call(page, 'draft')).toEqual({ text, selectionStart: caret, selectionEnd: caret });
    }

    async function insert(text: string, range?: { start: number; end: number }): Promise<void> {
      const outcome = await call(page, 'insert', text, range);
      expect(outcome).toMatchObject({ ok: true });

    }

    for (const editor of editorNames) {
      describe(editor, () => {
        /** wangEditor 5 in Firefox puts what is typed into its empty box in a wrong order, without us. */
        const type = (text: string): Promise<void> =>
          editor === 'wangeditor' && name === 'Firefox' ? insert(text) : page.type(text);

        test('in an empty box, then a second after the first', async () => {
          await openEditor(page, pages.origin, editor);
          await insert('您好');
          await expectBoth('您好', 2);
          await insert(' second');
          await expectBoth('您好 second', 9);
          expect(browser.takeErrors()).toEqual([]);
        });

        test('in the middle, over a selection, over a range', async () => {
          await openEditor(page, pages.origin, editor);
          await type('one three');
          await call(page, 'select', 4, 4);
          await insert('two ');
          await expectBoth('one two three', 8);
          await call(page, 'select', 0, 3);
          await insert('1');
          await expectBoth('1 two three', 1);
          await insert('二👍🏽', { start: 2, end: 5 });
          await expectBoth('1 二👍🏽 three', 7);
          expect(browser.takeErrors()).toEqual([]);
        });

        test('several lines, typed on, sent as they stand', async () => {
          await openEditor(page, pages.origin, editor);
          const lines = '亲，您好👋\n第二行 two\n\nlast';
          const given = singleLine.has(editor) ? lines.replace(/\n+/g, ' ') : lines;
          await insert(lines);
          await expectBoth(given, given.length);
          await page.type('!');
          await expectBoth(`${given}!`, given.length + 1);
          await page.press('Enter');
          expect(await waitForSent(page, 1)).toEqual([`${given}!`]);
          expect(await call(page, 'draft')).toMatchObject({ text: '' });
          await insert('again');
          await expectBoth('again', 5);
          expect(browser.takeErrors()).toEqual([]);
        });

        test('several lines in the middle', async () => {
          if (singleLine.has(editor)) return;
          await openEditor(page, pages.origin, editor);
          await type('ab');
          await call(page, 'select', 1, 1);
          await insert('1\n2');
          await expectBoth('a1\n2b', 4);
          expect(browser.takeErrors()).toEqual([]);
        });

        test('one undo takes the whole insertion back', async () => {
          await openEditor(page, pages.origin, editor);
          await insert('first\nsecond');
          await page.press('Control+z');
          await expectBoth('', 0);
          expect(browser.takeErrors()).toEqual([]);
        });

        test('one undo leaves what was typed before', async () => {
          await openEditor(page, pages.origin, editor);
          await type('abc');
          // Editors join what is typed within a second or so into one step.
          await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_200)), null);
          await insert('first\nsecond');
          await page.press('Control+z');
          const left = joinsUndo.has(editor) ? '' : 'abc';
          await expectBoth(left, left.length);
          expect(browser.takeErrors()).toEqual([]);
        });
      });
    }
  });
}
