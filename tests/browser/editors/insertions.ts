import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, openEditor, stateOf, type DrivenBrowser, type DrivenPage } from './bench';
import { editorNames, serveEditorPages } from './pages';

/** Editors that hold one line only. */
const singleLine = new Set(['input']);

/** Editors whose own history joins an insertion with what was typed just before it, however long ago. */
const joinsUndo = new Set(['wangeditor']);

/** What must hold of insertions in every editor, in one browser, beyond what `replies.ts` shows in the built extension. */
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

        test('several lines in the middle', async () => {
          if (singleLine.has(editor)) return;
          await openEditor(page, pages.origin, editor);
          await type('ab');
          await call(page, 'select', 1, 1);
          await insert('1\n2');
          await expectBoth('a1\n2b', 4);
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
