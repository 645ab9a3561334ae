/// <reference types="chrome" />
import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser, KeyInput, Page } from 'puppeteer-core';
import type { Driver, Tab } from './driver.ts';

/** An id of our own choosing, so that the extension's pages have an address that a test knows. */
const UUID = '5c1f5a20-6d3a-4e0e-9a53-2f7d2b8f6c11';
const GECKO_ID = 'chatside@chatside.app';

/** Starts Firefox over WebDriver BiDi with the built extension and a fresh profile. */
export async function startFirefox({ build = 'firefox-mv3-test', language = 'en', program = process.env.CHATSIDE_FIREFOX || '/usr/bin/firefox-esr' } = {}): Promise<Driver> {
  const downloads = mkdtempSync(join(tmpdir(), 'chatside-downloads-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    args: ['--width=1280', '--height=800'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      'intl.locale.requested': language,
      'intl.accept_languages': language,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
    },
  });
  await browser.installExtension(resolve('.output', build));
  return {
    name: 'firefox',
    downloads,
    open: async (url) => {
      const own = url.startsWith('moz-extension:');
      const page = own ? await openOwnPage(browser, url) : await browser.newPage();
      if (!own) await page.setViewport({ width: 1280, height: 800 });
      const tab = tabOf(page);
      if (!own) await tab.goto(url);
      // The first-run page opens in front at any moment; a page behind it draws no frames.
      await tab.bringToFront();
      return tab;
    },
    extensionUrl: (path) => `moz-extension://${UUID}/${path}`,
    close: async () => {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

/**
 * WebDriver BiDi navigates to no extension page; the extension itself does. Its first-run page,
 * which opens at install, is asked to.
 */
async function openOwnPage(browser: Browser, url: string): Promise<Page> {
  const firstRun = await pageAt(browser, (address) => address.includes('/workbench.html'));
  await firstRun.evaluate(async (address) => void (await chrome.tabs.create({ url: address })), url);
  return pageAt(browser, (address) => address === url);
}

/** Puppeteer knows no address of extension pages in Firefox, so each page is asked for its own. */
async function pageAt(browser: Browser, wanted: (address: string) => boolean): Promise<Page> {
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    for (const page of await browser.pages()) {
      if (wanted(await page.evaluate(() => location.href).catch(() => ''))) return page;
    }
  }
  throw new Error('the extension page did not open');
}

function tabOf(page: Page): Tab {
  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate: (run, argument) => page.evaluate(run as never, argument as never) as never,
    until: async (test, argument) => void (await page.waitForFunction(test as never, { timeout: 40_000 }, argument as never)),
    press: async (chord) => {
      const keys = chord.split('+') as KeyInput[];
      const last = keys.pop();
      if (!last) return;
      for (const key of keys) await page.keyboard.down(key);
      await page.keyboard.press(last);
      for (const key of keys.toReversed()) await page.keyboard.up(key);
    },
    type: (text) => page.keyboard.type(text),
    click: (x, y) => page.mouse.click(x, y),
    screenshot: async (file) => writeFile(file, await page.screenshot()),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
