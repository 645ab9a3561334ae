import { chromium, type Page } from 'playwright-core';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenBrowser } from './bench';

/** How long a page may take for what a test waits for, ms. */
const WAIT_MS = 5_000;

/** Starts Chromium with the test extension. `native` is Playwright's page, for what only it can do. */
export async function startChromium(extension: string): Promise<DrivenBrowser & { native: Page }> {
  const profile = await mkdtemp(join(tmpdir(), 'chatside-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHATSIDE_CHROMIUM'] ?? '/usr/bin/chromium',
    hasTouch: true,
    args: [
      '--no-sandbox',
      `--load-extension=${extension}`,
      `--disable-extensions-except=${extension}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
    ],
  });
  const native = context.pages()[0] ?? (await context.newPage());
  let errors: string[] = [];
  native.on('pageerror', (error) => errors.push(error.message));
  return {
    native,
    page: {
      evaluate: (run, arg) => native.evaluate(run as never, arg as never),
      goto: async (url) => void (await native.goto(url)),
      waitFor: async (test, arg) => void (await native.waitForFunction(test, arg, { timeout: WAIT_MS })),
      press: (chord) => native.keyboard.press(chord),
      type: (text) => native.keyboard.type(text),
      click: (x, y) => native.mouse.click(x, y),
      screenshot: async () => (await native.screenshot({ caret: 'hide' })).toString('base64'),
    },
    zoom: async (factor) => {
      const cdp = await context.newCDPSession(native);
      await cdp.send('Emulation.setDeviceMetricsOverride', {
        width: Math.round(1280 / factor), height: Math.round(720 / factor), deviceScaleFactor: factor, mobile: false,
      });
    },
    takeErrors: () => errors.splice(0),
    close: () => context.close(),
  };
}
