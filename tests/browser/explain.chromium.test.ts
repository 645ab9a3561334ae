import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startChromium, tabOf } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';
import { clickOn, inPanel } from './support/driver';
import type { Tab } from './support/driver';

/** The composer's focus, text and selection, as the page sees them. */
const box = (tab: Tab) =>
  tab.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    if (focused instanceof HTMLTextAreaElement)
      return { focus: 'box', text: focused.value, from: focused.selectionStart, to: focused.selectionEnd };
    const { anchorOffset, focusOffset } = document.getSelection()!;
    return { focus: focused.isContentEditable ? 'box' : focused.localName, text: focused.innerText, from: anchorOffset, to: focusOffset };
  }, null);

/** The middle of a word of the composer: by its own text, or by the copy of it that the marks are drawn on. */
function middleOf({ composer, word }: { composer: string; word: string }) {
  const root = document.querySelector('chatside-panel')?.shadowRoot?.querySelector('[data-chatside="marks"]') ?? document.querySelector(composer)!;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const at = node.nodeValue!.indexOf(word);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + word.length);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }
  throw new Error(`no ${word}`);
}

const EXPLAIN = '[data-chatside="explain"]';

const shops = [
  { name: 'a text field', folder: '.output/chrome-mv3-test', path: '/practice.html?lang=zh&scene=parcel-delay', composer: '.reply-input' },
  { name: 'a rich editor', folder: 'tests/chat-pages/dist', path: '/libraries/chatscope/', composer: '.cs-message-input__content-editor' },
];

describe('a banned word is explained where it stands', () => {
  let driver: ChromiumDriver;
  let served: Served[];
  beforeAll(async () => {
    driver = await startChromium();
    served = await Promise.all(shops.map(({ folder }) => serveFolder(resolve(folder))));
  });
  afterAll(async () => {
    await driver.close();
    for (const one of served) one.close();
  });

  it.each(shops)('in $name', async ({ path, composer }) => {
    const index = shops.findIndex((shop) => shop.path === path);
    const page = await driver.context.newPage();
    const tab = tabOf(page);
    await tab.goto(`${served[index]!.origin}${path}`);
    await inPanel.appears(tab, '.panel');
    await clickOn(tab, composer);
    const text = '这款全网最低价，国家级品质哦';
    await tab.type(text);
    await inPanel.appears(tab, '[data-chatside="hit"][data-start="8"]');
    for (const key of ['ArrowLeft', 'Shift+ArrowLeft']) await tab.press(key);
    const before = await box(tab);
    expect(before).toMatchObject({ focus: 'box', text });
    expect(Math.abs(before.to - before.from)).toBe(1);

    // By keyboard from word to word, and back with the selection as it was.
    await tab.press('Alt+.');
    await inPanel.appears(tab, `${EXPLAIN}[data-term="全网最低价"] [data-chatside="fix"]:focus`);
    await tab.press('Alt+.');
    await inPanel.appears(tab, `${EXPLAIN}[data-term="国家级"] [data-chatside="fix"]:focus`);
    expect(await inPanel.text(tab, EXPLAIN)).toMatch(/Advertising law2\/2.*Rests on: /s);
    await tab.press('Escape');
    await inPanel.goes(tab, EXPLAIN);
    expect(await box(tab)).toEqual(before);

    // Under the pointer, which takes the focus from nobody.
    const spot = await tab.evaluate(middleOf, { composer, word: '全网最低价' });
    await page.mouse.move(spot.x, spot.y);
    await inPanel.appears(tab, `${EXPLAIN}[data-term="全网最低价"]`);
    expect(await box(tab)).toEqual(before);
    await page.locator(`chatside-panel ${EXPLAIN} [data-chatside="fix"]`).hover();
    await inPanel.click(tab, `${EXPLAIN} [data-chatside="fix"]`);
    await inPanel.goes(tab, EXPLAIN);
    await tab.until((css) => !(document.querySelector<HTMLTextAreaElement>(css)!.value ?? document.querySelector(css)!.textContent).includes('全网'), composer);

    // Enter mends, and who writes on writes on where they were.
    await tab.press('End');
    await tab.press('Alt+.');
    await inPanel.appears(tab, `${EXPLAIN}[data-term="国家级"] [data-chatside="fix"]:focus`);
    await tab.press('Enter');
    await inPanel.goes(tab, EXPLAIN);
    await tab.until((css) => !(document.querySelector<HTMLTextAreaElement>(css)!.value ?? document.querySelector(css)!.textContent).includes('国家级'), composer);
    await tab.type('！全国第一');
    await inPanel.appears(tab, '[data-chatside="hit"]');
    await tab.press('Alt+.');
    await inPanel.appears(tab, `${EXPLAIN} [data-chatside="fix"]:focus`);
    await tab.type('x');
    await inPanel.goes(tab, EXPLAIN);
    expect(await box(tab)).toMatchObject({ focus: 'box', text: expect.stringMatching(/品质哦！全国第一x$/) });
    await page.close();
  });
});
