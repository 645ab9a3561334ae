/// <reference types="chrome" />
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startDisplay } from './support/display';
import type { Display } from './support/display';

/**
 * The release build, in a window of its own, with the browser's own prompts answered by keys.
 * Driven by puppeteer: playwright tells each page that it has the focus, and the focus is how a page
 * sees that a prompt of the browser stands before it.
 */
describe.skipIf(process.env.CHATSIDE_DISPLAY !== 'xvfb')('host access, asked for in the release build', () => {
  let display: Display;
  let served: Served;
  let browser: Browser;
  let sites: Page;

  beforeAll(async () => {
    display = await startDisplay();
    served = await serveFolder(resolve('.output/chrome-mv3'));
    browser = await puppeteer.launch({
      executablePath: process.env.CHATSIDE_CHROMIUM || '/usr/bin/chromium',
      headless: false,
      pipe: true,
      enableExtensions: [resolve('.output/chrome-mv3')],
      defaultViewport: null,
      env: { ...process.env, DISPLAY: display.name },
      args: ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=en'],
    });
    // The first-run page opens by itself at install.
    const target = await browser.waitForTarget((one) => one.url().endsWith('/workbench.html#/sites'));
    const page = await target.page();
    if (!page) throw new Error('the first-run page is no page');
    sites = page;
    await sites.bringToFront();
    await sites.waitForSelector('[role="switch"]');
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    display?.close();
  });

  const access = () =>
    sites.evaluate(async () => {
      const { origins = [] } = await chrome.permissions.getAll();
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return { origins, matches: scripts.flatMap((script) => script.matches ?? []) };
    });
  const press = (origin: string) => sites.click(`[data-origin="${origin}"] [role="switch"]`);
  /** Waits until the switch of a site says this; a site without a row is off. */
  const turnsInto = (origin: string, on: boolean) =>
    sites.waitForFunction(
      (wanted, state) =>
        (document.querySelector(`[data-origin="${wanted}"] [role="switch"]`)?.getAttribute('aria-checked') ?? 'false') === state,
      { polling: 50 },
      origin,
      String(on),
    );
  /** The prompt is the browser's own: a page sees of it only that the focus is gone. */
  const promptOver = (page: Page) => page.waitForFunction(() => !document.hasFocus(), { polling: 50 });

  /**
   * Presses keys in the browser's prompt. Chromium takes none there for half a second, against
   * presses that were meant for the page, and gives no sign of the end of it.
   */
  const answer = async (...keys: string[]) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    display.keys(...keys);
  };

  it('has no access at install, and shows every known console switched off', async () => {
    expect(await access()).toEqual({ origins: [], matches: [] });
    const states = await sites.$$eval('[role="switch"]', (all) => all.map((one) => one.getAttribute('aria-checked')));
    expect(states.length).toBeGreaterThanOrEqual(12);
    expect(new Set(states)).toEqual(new Set(['false']));
  });

  it('gets one host when the prompt is allowed, and gives it back', async () => {
    const origin = 'https://mms.pinduoduo.com/*';
    await press(origin);
    await promptOver(sites);
    await answer('Tab', 'Return');
    await turnsInto(origin, true);
    expect((await access()).origins).toEqual([origin]);
    await expect.poll(async () => (await access()).matches).toEqual([origin]);
    await press(origin);
    await turnsInto(origin, false);
    await expect.poll(access).toEqual({ origins: [], matches: [] });
  });

  it('says so, and changes nothing, when the prompt is refused', async () => {
    // Another site than before: what was granted once, Chromium grants again without a word.
    await press('https://dongdong.jd.com/*');
    await promptOver(sites);
    await answer('Escape');
    await sites.waitForSelector('[role="alert"]');
    expect(await access()).toEqual({ origins: [], matches: [] });
  });

  it('turns on from the popup for the page under it, and off again, without a reload', async () => {
    const shop = await browser.newPage();
    await shop.goto(`${served.origin}/practice.html?lang=zh&scene=parcel-delay`);
    await shop.bringToFront();
    display.keys('alt+shift+u');
    const target = await browser.waitForTarget((one) => one.url().endsWith('/popup.html'));
    const popup = await target.asPage();
    await popup.waitForSelector('.site button');
    // The press is a real one: only that may ask for a permission.
    await popup.focus('.site button');
    display.keys('Return');
    // The popup loses the focus to the prompt, or closes under it.
    await promptOver(popup).catch(() => undefined);
    await answer('Tab', 'Return');
    await shop.waitForFunction(() => document.querySelector('chatside-panel')?.getAttribute('data-state') === 'attached', { polling: 50 });
    expect(await shop.evaluate(() => document.querySelector('chatside-panel')?.shadowRoot)).toBeNull();
    expect((await access()).origins).toEqual(['http://127.0.0.1/*']);
    await sites.bringToFront();
    await press('http://127.0.0.1/*');
    await expect.poll(access).toEqual({ origins: [], matches: [] });
    await shop.waitForFunction(() => !document.querySelector('chatside-panel'), { polling: 50 });
  });
});
