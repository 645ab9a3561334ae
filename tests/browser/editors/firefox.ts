import puppeteer, { type KeyInput } from 'puppeteer-core';
import type { DrivenBrowser } from './bench';

/** How long a page may take for what a test waits for, ms. */
const WAIT_MS = 5_000;

/** Starts Firefox over WebDriver BiDi with the test extension. */
export async function startFirefox(extension: string): Promise<DrivenBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['CHATSIDE_FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
  });
  await browser.installExtension(extension);
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  return {
    page: {
      evaluate: (run, arg) => page.evaluate(run as never, arg as never) as never,
      goto: async (url) => void (await page.goto(url)),
      waitFor: async (test, arg) => void (await page.waitForFunction(test, { timeout: WAIT_MS }, arg)),
      press: async (chord) => {
        const keys = chord.replace('Space', ' ').split('+') as KeyInput[];
        const last = keys.pop()!;
        for (const key of keys) await page.keyboard.down(key);
        await page.keyboard.press(last);
        for (const key of keys.toReversed()) await page.keyboard.up(key);
      },
      type: (text) => page.keyboard.type(text),
      click: (x, y) => page.mouse.click(x, y),
      screenshot: () => page.screenshot({ encoding: 'base64', captureBeyondViewport: false }),
    },
    takeErrors: () => errors.splice(0),
    close: () => browser.close(),
  };
}
