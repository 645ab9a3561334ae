import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import type { Driver, Tab } from './driver.ts';

/** Without these Chromium looks up hosts of its maker at each start. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

export interface ChromiumOptions {
  /** Build folder under `.output`. */
  build?: string;
  language?: 'en' | 'zh-CN';
  viewport?: { width: number; height: number } | null;
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  /** Folder of a profile that outlives the browser; left out: a fresh one, which goes with it. */
  profile?: string;
  /** X display for a browser that is not headless. */
  display?: string;
}

/** Chromium's own driver beside the common one. */
export interface ChromiumDriver extends Driver {
  context: BrowserContext;
  extensionId: string;
}

/** Starts Chromium with the built extension and a fresh profile. */
export async function startChromium(options: ChromiumOptions = {}): Promise<ChromiumDriver> {
  const { build = 'chrome-mv3-test', language = 'en', viewport = { width: 1280, height: 800 }, headless = true } = options;
  const extension = resolve('.output', build);
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'chatside-chromium-'));
  // Without developer mode Chromium lets no unpacked extension reload itself.
  mkdirSync(join(profile, 'Default'), { recursive: true });
  if (!existsSync(join(profile, 'Default', 'Preferences'))) writeFileSync(join(profile, 'Default', 'Preferences'), '{"extensions":{"ui":{"developer_mode":true}}}');
  const downloads = mkdtempSync(join(tmpdir(), 'chatside-downloads-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHATSIDE_CHROMIUM || '/usr/bin/chromium',
    headless,
    viewport,
    locale: language,
    colorScheme: options.colorScheme ?? 'light',
    downloadsPath: downloads,
    env: { ...process.env, LANGUAGE: language.replace('-', '_'), ...(options.display && { DISPLAY: options.display }) },
    args: [
      ...QUIET,
      '--no-sandbox',
      `--lang=${language}`,
      `--load-extension=${extension}`,
      `--disable-extensions-except=${extension}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
    ],
  });
  const extensionId = new URL(await ownAddress(context)).hostname;
  // A page that opens in front at some moment would hold back the drawing of the one under test.
  if (!options.profile && existsSync(join(extension, 'workbench.html'))) await (await firstRunPage(context)).close();
  return {
    name: 'chromium',
    context,
    extensionId,
    downloads,
    open: async (url) => {
      const page = await context.newPage();
      await page.goto(url);
      return tabOf(page);
    },
    extensionUrl: (path) => `chrome-extension://${extensionId}/${path}`,
    close: async () => {
      await context.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true });
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

/**
 * An address of the extension: its worker's, or its first-run page's where the driver was not told
 * of the worker.
 */
async function ownAddress(context: BrowserContext): Promise<string> {
  const told = context.waitForEvent('serviceworker', { timeout: 10_000 }).catch(() => undefined);
  const worker = context.serviceWorkers()[0] ?? (await told);
  const address = worker?.url() ?? context.pages().map((page) => page.url()).find((url) => url.startsWith('chrome-extension:'));
  if (!address) throw new Error('the extension did not start');
  return address;
}

/** Closes what a test has opened, the first-run page too; the browser stays. */
export async function closePages({ context }: ChromiumDriver): Promise<void> {
  // A window without a tab would take the browser with it.
  const [, ...others] = context.pages();
  await Promise.all(others.map((page) => page.close()));
}

/** The page that the extension opens when it is installed. */
async function firstRunPage(context: BrowserContext): Promise<Page> {
  const isIt = (page: Page) => page.url().startsWith('chrome-extension:') && page.url().endsWith('/workbench.html#/sites');
  return context.pages().find(isIt) ?? context.waitForEvent('page', { predicate: isIt, timeout: 20_000 });
}

/** A Playwright page as the common driver sees it. */
export function tabOf(page: Page): Tab & { page: Page } {
  return {
    page,
    goto: async (url) => void (await page.goto(url)),
    evaluate: (run, argument) => page.evaluate(run as never, argument) as never,
    until: async (test, argument) => void (await page.waitForFunction(test as never, argument, { timeout: 40_000 })),
    press: (chord) => page.keyboard.press(chord),
    type: (text) => page.keyboard.type(text),
    click: (x, y) => page.mouse.click(x, y),
    screenshot: async (file) => void (await page.screenshot({ path: file })),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
