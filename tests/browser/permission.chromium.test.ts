/// <reference types="chrome" />
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';
import { startDisplay } from './support/display';
import type { Display } from './support/display';

/** The release build, in a window of its own, with the browser's own prompts answered by keys. */
describe.skipIf(process.env.CHATSIDE_DISPLAY !== 'xvfb')('host access, asked for in the release build', () => {
  let display: Display;
  let served: Served;
  let driver: ChromiumDriver;
  let sites: Page;

  beforeAll(async () => {
    display = await startDisplay();
    served = await serveFolder(resolve('.output/chrome-mv3'));
    driver = await startChromium({ build: 'chrome-mv3', headless: false, display: display.name, viewport: null });
    sites = await driver.context.newPage();
    await sites.goto(driver.extensionUrl('workbench.html#/sites'));
    await sites.bringToFront();
  });
  afterAll(async () => {
    await driver?.close();
    await served?.close();
    display?.close();
  });

  const access = () =>
    sites.evaluate(async () => {
      const { origins = [] } = await chrome.permissions.getAll();
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return { origins, matches: scripts.flatMap((script) => script.matches ?? []) };
    });
  const switchFor = (origin: string) => sites.locator(`[data-origin="${origin}"] [role="switch"]`);
  const turnsInto = (origin: string, on: boolean) =>
    sites.waitForFunction(
      ([wanted, state]) =>
        (document.querySelector(`[data-origin="${wanted}"] [role="switch"]`)?.getAttribute('aria-checked') ?? 'false') === state,
      [origin, String(on)] as const,
    );
  /** The prompt is the browser's own: the page sees only that it lost the focus. */
  const promptOver = (page: Page) => page.waitForFunction(() => !document.hasFocus());

  it('has no access at install, and shows every known console switched off', async () => {
    expect(await access()).toEqual({ origins: [], matches: [] });
    const switches = sites.locator('[role="switch"]');
    expect(await switches.count()).toBeGreaterThanOrEqual(12);
    expect(await sites.locator('[role="switch"][aria-checked="true"]').count()).toBe(0);
  });

  it('gets one host when the prompt is allowed, and gives it back', async () => {
    const origin = 'https://mms.pinduoduo.com/*';
    await switchFor(origin).click();
    await promptOver(sites);
    display.keys('Tab', 'Return');
    await turnsInto(origin, true);
    expect((await access()).origins).toEqual([origin]);
    await expect.poll(async () => (await access()).matches).toEqual([origin]);
    await switchFor(origin).click();
    await turnsInto(origin, false);
    await expect.poll(access).toEqual({ origins: [], matches: [] });
  });

  it('says so, and changes nothing, when the prompt is refused', async () => {
    await switchFor('https://mms.pinduoduo.com/*').click();
    await promptOver(sites);
    display.keys('Escape');
    await sites.getByRole('alert').waitFor();
    expect(await access()).toEqual({ origins: [], matches: [] });
  });

  it('turns on from the popup for the page under it, and off again, without a reload', async () => {
    const shop = await driver.context.newPage();
    await shop.goto(`${served.origin}/practice.html?lang=zh&scene=parcel-delay`);
    await shop.bringToFront();
    const popupOpens = driver.context.waitForEvent('page', { timeout: 5000 }).catch(() => null);
    display.keys('alt+shift+u');
    await popupOpens;
    await promptOver(shop);
    // From the search field back to the switch for this site.
    display.keys('shift+Tab', 'Return');
    await waitForPrompt(driver);
    display.keys('Tab', 'Return');
    await shop.waitForFunction(() => document.querySelector('chatside-panel')?.getAttribute('data-state') === 'attached');
    expect(await shop.evaluate(() => document.querySelector('chatside-panel')?.shadowRoot)).toBeNull();
    expect((await access()).origins).toEqual(['http://127.0.0.1/*']);
    await sites.bringToFront();
    await switchFor('http://127.0.0.1/*').click();
    await expect.poll(access).toEqual({ origins: [], matches: [] });
    await shop.waitForFunction(() => !document.querySelector('chatside-panel'));
  });
});

/** The popup's own document loses the focus to the prompt, or closes under it. */
async function waitForPrompt(driver: ChromiumDriver): Promise<void> {
  const popup = driver.context.pages().find((page) => page.url().endsWith('/popup.html'));
  if (popup) await popup.waitForFunction(() => !document.hasFocus()).catch(() => undefined);
}
