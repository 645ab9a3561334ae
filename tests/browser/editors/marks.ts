import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, openEditor, type DrivenBrowser, type DrivenPage } from './bench';
import { markPages } from './mark-pages';
import { serveEditorPages } from './pages';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Colours of the lines as chat/mark draws them. */
const colours = { block: [200, 16, 46], warn: [168, 90, 0], advise: [26, 95, 180] } as const;

/** How far a line may lie from where the text says, px: its own thickness and the font's descent. */
const NEAR = 5;

/** Where marks lie on screen, told by the pixels that were painted. */
export function describeMarks(name: string, start: () => Promise<DrivenBrowser>): void {
  describe(`marks in ${name}`, () => {
    let browser: DrivenBrowser;
    let page: DrivenPage;
    let pages: { origin: string; close(): void };
    beforeAll(async () => {
      pages = await serveEditorPages(markPages);
      browser = await start();
      page = browser.page;
    });
    afterAll(async () => {
      await browser?.close();
      pages?.close();
    });

    /** Two frames: one in which overlays follow, one in which that is painted. */
    async function painted(level: keyof typeof colours): Promise<Box | null> {
      await page.evaluate(
        () => new Promise<void>((done) => void requestAnimationFrame(() => requestAnimationFrame(() => done()))),
        null,
      );
      const picture = await page.screenshot();
      return page.evaluate(
        async ({ picture, colour }) => {
          const image = new Image();
          image.src = `data:image/png;base64,${picture}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d')!;
          context.drawImage(image, 0, 0);
          const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
          let box: { left: number; top: number; right: number; bottom: number } | null = null;
          for (let y = 0; y < height; y++) {
            for (let x = 0; x < width; x++) {
              const at = (y * width + x) * 4;
              if (colour.some((part, index) => Math.abs(part - data[at + index]!) > 24)) continue;
              box ??= { left: x, top: y, right: x + 1, bottom: y + 1 };
              box = {
                left: Math.min(box.left, x),
                top: Math.min(box.top, y),
                right: Math.max(box.right, x + 1),
                bottom: Math.max(box.bottom, y + 1),
              };
            }
          }
          return box;
        },
        { picture, colour: [...colours[level]] },
      );
    }

    function expectUnder(line: Box | null, text: Box): void {
      expect(line).not.toBeNull();
      expect(Math.abs(line!.left - text.left)).toBeLessThanOrEqual(NEAR);
      expect(Math.abs(line!.right - text.right)).toBeLessThanOrEqual(NEAR);
      expect(line!.top).toBeGreaterThan((text.top + text.bottom) / 2);
      expect(line!.bottom).toBeLessThanOrEqual(text.bottom + NEAR);
    }

    /** Where characters of a text control in 16px/24px monospace stand, by arithmetic. */
    const inControl = (column: number, row: number, length: number, scale = 1) =>
      page.evaluate(
        ({ column, row, length, scale }) => {
          const control = document.querySelector<HTMLTextAreaElement>('#composer textarea, #composer input')!;
          const context = new OffscreenCanvas(1, 1).getContext('2d')!;
          context.font = `16px ${getComputedStyle(control).fontFamily}`;
          const width = context.measureText('m').width;
          const rect = control.getBoundingClientRect();
          const left = rect.left + (3 + 14 + column * width - control.scrollLeft) * scale;
          const middle = control.localName === 'input' ? (control.offsetHeight - 6 - 24) / 2 - 10 : 0;
          const top = rect.top + (3 + 10 + middle + row * 24 - control.scrollTop) * scale;
          return { left, top, right: left + length * width * scale, bottom: top + 24 * scale };
        },
        { column, row, length, scale },
      );

    const bad = { start: 3, end: 6, level: 'block' as const };

    for (const [box, scale] of [['textarea', 1], ['input', 1], ['zoomed', 1.5], ['scaled', 0.75]] as const) {
      test(`under the word: ${box}`, async () => {
        await page.goto(`${pages.origin}/mark/${box}`);
        await call(page, 'mark', [bad]);
        const text = await inControl(3, 0, 3, scale);
        expectUnder(await painted('block'), text);
        const middle = { x: (text.left + text.right) / 2, y: (text.top + text.bottom) / 2 };
        expect(await call(page, 'hit', middle.x, middle.y)).toMatchObject(bad);
        expect(await call(page, 'hit', text.right + 30, middle.y)).toBeNull();
        await call(page, 'mark', []);
        expect(await painted('block')).toBeNull();
      });
    }

    test('each level has a line of its own, and the last shown replaces what was', async () => {
      await page.goto(`${pages.origin}/mark/textarea`);
      await call(page, 'mark', [
        { start: 0, end: 2, level: 'warn' },
        { start: 3, end: 6, level: 'block' },
        { start: 7, end: 12, level: 'advise' },
      ]);
      expectUnder(await painted('warn'), await inControl(0, 0, 2));
      expectUnder(await painted('block'), await inControl(3, 0, 3));
      expectUnder(await painted('advise'), await inControl(7, 0, 5));
      await call(page, 'mark', [{ start: 7, end: 12, level: 'block' }]);
      expect(await painted('warn')).toBeNull();
      expectUnder(await painted('block'), await inControl(7, 0, 5));
    });

    test('a textarea that wraps, scrolls and moves', async () => {
      await page.goto(`${pages.origin}/mark/wrapped`);
      const { text } = await call(page, 'draft');
      const start = text.indexOf('bad');
      await call(page, 'mark', [{ start, end: start + 3, level: 'block' }]);
      const columns = await page.evaluate(() => {
        const context = new OffscreenCanvas(1, 1).getContext('2d')!;
        const control = document.querySelector('textarea')!;
        context.font = `16px ${getComputedStyle(control).fontFamily}`;
        return Math.floor((control.clientWidth - 28) / context.measureText('m').width);
      }, null);
      // Words of four letters and a blank: a line takes as many whole words as fit.
      const perLine = Math.floor((columns + 1) / 5);
      expectUnder(await painted('block'), await inControl((12 % perLine) * 5, Math.floor(12 / perLine), 3));

      await page.goto(`${pages.origin}/mark/long`);
      const long = await call(page, 'draft');
      const at = long.text.indexOf('line 06');
      await call(page, 'mark', [{ start: at, end: at + 4, level: 'block' }]);
      expect(await painted('block')).toBeNull();
      await page.evaluate(() => document.querySelector('textarea')!.scrollTo(0, 120), null);
      expectUnder(await painted('block'), await inControl(0, 6, 4));
      await page.evaluate(() => window.scrollTo(0, 20), null);
      expectUnder(await painted('block'), await inControl(0, 6, 4));
      await page.evaluate(() => void (document.querySelector('textarea')!.style.width = '150px'), null);
      await page.evaluate(() => void (document.querySelector('textarea')!.style.marginLeft = '90px'), null);
      await page.evaluate(() => document.querySelector('textarea')!.scrollTo(0, 0), null);
      await call(page, 'mark', [{ start: 0, end: 4, level: 'block' }]);
      expectUnder(await painted('block'), await inControl(0, 0, 4));
    });

    /**
     * Which marks of the draft do not lie on their characters: the browser itself says which position
     * of the text is at the left and at the right edge of each that is in sight.
     */
    async function misplaced(): Promise<{ seen: number; wrong: string[] }> {
      const { text } = await call(page, 'draft');
      const marks = [...text.matchAll(/微信/g)].map(({ index }) => ({ start: index, end: index + 2, level: 'block' as const }));
      await call(page, 'mark', marks);
      const box = await page.evaluate(() => {
        const { left, top, width } = document.querySelector('#composer > *, #composer textarea')!.getBoundingClientRect();
        const inner = document.querySelector<HTMLElement>('#composer textarea, #composer [contenteditable]')!;
        const scale = inner.getBoundingClientRect().width / inner.offsetWidth;
        return { left, top: top + inner.clientTop * scale, right: left + width, bottom: top + (inner.clientTop + inner.clientHeight) * scale };
      }, null);
      const wrong: string[] = [];
      let seen = 0;
      for (const { start, end } of marks) {
        const rects = await call(page, 'rects', start, end);
        const [first, last] = [rects[0], rects.at(-1)] as [number[], number[]];
        if (first[1]! < box.top || last[3]! > box.bottom || first[0]! < 0) continue;
        seen++;
        const at = await page.evaluate(
          ([first, last]) => {
            const positionAt = (x: number, y: number) => {
              const position = document.caretPositionFromPoint(x, y)!;
              const editable = document.querySelector('#composer [contenteditable]');
              if (!editable) return position.offset;
              const range = document.createRange();
              range.selectNodeContents(editable);
              range.setEnd(position.offsetNode, position.offset);
              return range.toString().length;
            };
            const middle = (rect: number[]) => (rect[1]! + rect[3]!) / 2;
            return { from: positionAt(first![0]! + 1, middle(first!)), to: positionAt(last![2]! - 1, middle(last!)) };
          },
          [first, last],
        );
        if (at.from !== start || at.to !== end) wrong.push(`${start}–${end} lies on ${at.from}–${at.to}`);
        if (seen === 12) break;
      }
      return { seen, wrong };
    }

    test.each(['mixed', 'mixed-rich'])('on its characters, in 5,000 of all kinds: %s', async (box) => {
      await page.goto(`${pages.origin}/mark/${box}`);
      const root = '#composer textarea, #composer [contenteditable]';
      const style = (css: string) => page.evaluate(({ root, css }) => void (document.querySelector<HTMLElement>(root)!.style.cssText += css), { root, css });
      const check = async (view: string) => {
        const { seen, wrong } = await misplaced();
        expect({ view, some: seen > 1, wrong }).toEqual({ view, some: true, wrong: [] });
      };
      expect((await call(page, 'draft')).text.length).toBeGreaterThan(4500);
      await check('at the top');
      await page.evaluate((root) => document.querySelector(root)!.scrollTo(0, 1503), root);
      await check('scrolled');
      await style('; width: 317px; height: 233px');
      await check('resized');
      await page.evaluate(() => void (document.documentElement.style.zoom = '1.25'), null);
      await check('zoomed by the page');
      await page.evaluate(() => void (document.documentElement.style.zoom = ''), null);
      await page.evaluate(() => void (document.querySelector<HTMLElement>('#composer')!.style.zoom = '1.1'), null);
      await check('zoomed in part');
      await page.evaluate(() => void (document.querySelector<HTMLElement>('#composer')!.style.zoom = ''), null);
      await style('; transform: scale(0.8); transform-origin: 0 0');
      await check('scaled');
      await style('; transform: none');
      if (browser.zoom) {
        await browser.zoom(1.5);
        await check('zoomed by the browser');
        await browser.zoom(1);
      }
      await page.evaluate((root) => {
        document.querySelector<HTMLElement>(root)!.focus();
        document.querySelector(root)!.scrollTo(0, 0);
        document.execCommand('selectAll');
        document.execCommand('insertText', false, '刚粘贴的：微信，再来一段文字，微信 and some more words to wrap it around, 微信。'.repeat(9));
      }, root);
      await page.evaluate(async (root) => {
        // The browser scrolls the caret into sight as it draws next; only then it stays where it is put.
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        document.querySelector(root)!.scrollTo(0, 0);
      }, root);
      await check('right after a paste');
    });

    /** Where a word of a rich editor stands, by the page's own range. */
    const inRich = (word: string) =>
      page.evaluate((wanted) => {
        const host = document.querySelector('#composer')!;
        const frame = host.querySelector('iframe');
        const root = frame ? frame.contentDocument!.body : host.querySelector('[contenteditable]')!;
        const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.nodeValue!.indexOf(wanted);
          if (at < 0) continue;
          const range = root.ownerDocument.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const rect = range.getBoundingClientRect();
          const outer = frame?.getBoundingClientRect();
          const x = outer ? outer.left + frame!.clientLeft : 0;
          const y = outer ? outer.top + frame!.clientTop : 0;
          return { left: rect.left + x, top: rect.top + y, right: rect.right + x, bottom: rect.bottom + y };
        }
        throw new Error('no such word');
      }, word);

    test('a rich box that scrolls, without a change to its DOM', async () => {
      await page.goto(`${pages.origin}/mark/rich`);
      const dom = () => page.evaluate(() => document.querySelector('#composer')!.outerHTML, null);
      const before = await dom();
      await call(page, 'mark', [bad]);
      expect(await dom()).toBe(before);
      const text = await inRich('bad');
      expectUnder(await painted('block'), text);
      expect(await call(page, 'hit', text.left + 3, text.top + 8)).toMatchObject(bad);

      await page.goto(`${pages.origin}/mark/rich-long`);
      const draft = await call(page, 'draft');
      const at = draft.text.indexOf('line 06');
      await call(page, 'mark', [{ start: at, end: at + 7, level: 'warn' }]);
      expect(await painted('warn')).toBeNull();
      await page.evaluate(() => document.querySelector('[contenteditable]')!.scrollTo(0, 120), null);
      expectUnder(await painted('warn'), await inRich('line 06'));
    });

    for (const editor of ['prosemirror', 'lexical', 'slate', 'draft', 'quill', 'ckeditor', 'tinymce', 'wangeditor', 'codemirror']) {
      test(`in ${editor}`, async () => {
        await openEditor(page, pages.origin, editor);
        expect(await call(page, 'insert', 'first\nok bad end')).toMatchObject({ ok: true });
        await call(page, 'mark', [{ start: 9, end: 12, level: 'block' }]);
        const text = await inRich('bad');
        expectUnder(await painted('block'), text);
        expect(await call(page, 'hit', text.left + 3, text.top + 8)).toMatchObject({ start: 9 });
      });
    }
  });
}
