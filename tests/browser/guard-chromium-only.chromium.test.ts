import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, sentOn, stateOf, waitForSent } from './editors/bench';
import { startChromium } from './editors/chromium';
import { buildTestExtension } from './editors/extension';
import { serveEditorPages } from './editors/pages';
import { sendPages } from './editors/send-pages';

type Chromium = Awaited<ReturnType<typeof startChromium>>;

let pages: { origin: string; close(): void };
beforeAll(async () => {
  pages = await serveEditorPages(sendPages);
});
afterAll(() => pages?.close());

/** What was logged, without the keys that were only looked at. */
async function decisions(browser: Chromium): Promise<string[]> {
  return (await call(browser.page, 'log')).filter((line) => !line.startsWith('key'));
}

async function openWay(browser: Chromium, way: string): Promise<void> {
  await browser.page.goto(`${pages.origin}/send/${way}`);
  await call(browser.page, 'arm');
  await browser.native.focus('#box');
}

describe('with the guard ahead of the page', () => {
  let browser: Chromium;
  beforeAll(async () => {
    browser = await startChromium(await buildTestExtension());
  });
  afterAll(() => browser?.close());

  test('Enter that went down elsewhere does not send as it comes up, nor as it repeats, in the composer', async () => {
    for (const way of ['enter-keyup', 'enter-keydown']) {
      await openWay(browser, way);
      await browser.page.type('a reply');
      await browser.native.focus('#elsewhere');
      await browser.native.keyboard.down('Enter');
      await browser.native.focus('#box');
      await browser.native.keyboard.down('Enter');
      await browser.native.keyboard.up('Enter');
      expect(await sentOn(browser.page)).toEqual([]);
      await browser.page.press('Enter');
      expect(await waitForSent(browser.page, 1)).toEqual(['a reply']);
    }
  });

  test('a draft emptied by the page as another chat is opened was not sent', async () => {
    await openWay(browser, 'ctrl-enter');
    await browser.page.type('half');
    await browser.native.evaluate(() => {
      document.querySelector('#elsewhere')!.addEventListener('click', () => {
        document.querySelector<HTMLTextAreaElement>('#box')!.value = '';
      });
    });
    await browser.page.press('Enter');
    await browser.native.click('#elsewhere');
    await browser.native.focus('#box');
    await browser.page.press('Control+Enter');
    expect(await decisions(browser)).toEqual(['let "half"']);
    expect(await call(browser.page, 'ability')).toBe('holds');
  });
});

describe('with the guard behind the page', () => {
  let browser: Chromium;
  beforeAll(async () => {
    browser = await startChromium(await buildTestExtension('document_idle'));
  });
  afterAll(() => browser?.close());
  beforeEach(() => browser.takeErrors());

  test('listeners below the window are held all the same', async () => {
    for (const way of ['enter-keydown', 'document-capture']) {
      await openWay(browser, way);
      await browser.page.type('坏');
      await browser.page.press('Enter');
      expect(await sentOn(browser.page)).toEqual([]);
      expect(await call(browser.page, 'ability')).toBe('holds');
    }
  });

  test('a window listener that keeps the key from us is reported with the first send', async () => {
    await openWay(browser, 'window-capture');
    await browser.page.type('好');
    await browser.page.press('Enter');
    expect(await decisions(browser)).toEqual(['ability shown-only', 'sent "好"']);
    expect(await call(browser.page, 'ability')).toBe('shown-only');
  });

  test('a window listener that acts later is reported as soon as it sends', async () => {
    await openWay(browser, 'window-capture-later');
    await browser.page.type('坏');
    await browser.page.press('Enter');
    await waitForSent(browser.page, 1);
    await browser.native.waitForFunction(() => document.querySelectorAll('[data-sent]').length === 1);
    await expect.poll(() => decisions(browser)).toEqual(['hold "坏"', 'ability shown-only', 'sent "坏"']);
    expect(await stateOf(browser.page)).toBe('');
  });
});
