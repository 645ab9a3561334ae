import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';

/** Where Debian's Chromium looks for an administrator's policies. */
const POLICIES = '/etc/chromium/policies/managed';
/** Writes outside the project, so only where the long tests are asked for, by root, on Debian. */
const possible = process.env.CHATSIDE_SOAK === '1' && process.getuid?.() === 0 && existsSync('/etc/chromium');

describe.skipIf(!possible)('an administrator’s policy', () => {
  const file = join(POLICIES, 'chatside-test.json');
  let browser: ChromiumDriver;

  beforeAll(async () => {
    // The id of an unpacked extension hangs on its folder: asked for once without a policy.
    const first = await startChromium();
    const { extensionId } = first;
    await first.close();
    const policy = {
      subscriptions: [{ url: 'http://127.0.0.1:9/pack.json', fingerprint: 'ab'.repeat(32) }],
      locked: { targetMs: 15_000 },
      defaults: { shopName: 'Head office', targets: { 'shop.example': 30_000 } },
    };
    await mkdir(POLICIES, { recursive: true });
    await writeFile(file, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: policy } } }));
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(file, { force: true });
  });

  it('locks settings, gives defaults, and subscribes', async () => {
    const page = await browser.context.newPage();
    await page.goto(browser.extensionUrl('workbench.html#/data'));
    await page.bringToFront();
    const target = page.locator('input[type="number"][disabled]').first();
    await expect.poll(() => target.inputValue()).toBe('15');
    await expect.poll(() => page.getByLabel('Shop', { exact: false }).first().inputValue()).toBe('Head office');
    await page.getByText('shop.example').waitFor();
    await page.goto(browser.extensionUrl('workbench.html#/team'));
    await page.getByText('set by your administrator').waitFor();
    // Nobody answers there: the agent is told, and cannot end it.
    await page.locator('[data-url="http://127.0.0.1:9/pack.json"][data-fault="unreachable"]').waitFor();
    expect(await page.getByRole('button', { name: 'Unsubscribe' }).count()).toBe(0);
  });
});
