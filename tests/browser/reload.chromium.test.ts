/// <reference types="chrome" />
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import { startChromium, tabOf } from './support/chromium';
import { clickOn, inPanel } from './support/driver';

it('an extension that is reloaded under an open chat takes over without a reload of the page', async () => {
  const served = await serveFolder(resolve('.output/chrome-mv3-test'));
  const driver = await startChromium();
  try {
    const page = await driver.context.newPage();
    await page.goto(`${served.origin}/practice.html?lang=zh&scene=parcel-delay`);
    const tab = tabOf(page);
    await inPanel.appears(tab, '[data-chatside="wait"]');
    const since = await inPanel.attribute(tab, '[data-chatside="wait"]', 'data-since');
    await clickOn(tab, '.reply-input');
    await tab.type('写到一半');
    for (let times = 0; times < 3; times++) {
      await page.evaluate(() => document.querySelector('chatside-panel')?.setAttribute('data-old', ''));
      const own = await driver.context.newPage();
      await own.goto(driver.extensionUrl('popup.html'));
      await own.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
      // The new extension's panel is another element.
      await page.waitForFunction(() => document.querySelector('chatside-panel[data-state="attached"]:not([data-old])'));
      expect(await page.locator('chatside-panel').count()).toBe(1);
    }
    // The clock goes on where it was, the draft is there, and one panel alone works on it.
    await inPanel.appears(tab, '[data-chatside="wait"]');
    expect(await inPanel.attribute(tab, '[data-chatside="wait"]', 'data-since')).toBe(since);
    await clickOn(tab, '.reply-input');
    await tab.press('Control+End');
    await tab.type(' /fh');
    await inPanel.appears(tab, '.at-box [data-chatside="reply"]');
    await tab.press('Enter');
    await inPanel.goes(tab, '.at-box [data-chatside="reply"]');
    await expect.poll(() => page.inputValue('.reply-input')).toMatch(/^写到一半 [^/]{6,}$/);
    const draft = await page.inputValue('.reply-input');
    expect(draft.match(/对不起/g)?.length ?? 0).toBeLessThanOrEqual(1);
    await tab.type('全网最低价');
    await inPanel.appears(tab, '[data-chatside="hit"]');
    await tab.press('Enter');
    await inPanel.appears(tab, '[data-chatside="hold"]');
    await tab.press('Alt+Shift+Period');
    await inPanel.goes(tab, '[data-chatside="hold"]');
    await tab.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.msg-right:not(:has(.tag)) .bubble').length === 1);
  } finally {
    await driver.close();
    await served.close();
  }
});
