import { existsSync, mkdtempSync, realpathSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Driver } from './support/driver';
import { startFirefox } from './support/firefox';

/**
 * Firefox reads policies from a file beside its own program: a copy of it gets one, so that no
 * other Firefox on the machine hears of it. 300 MB, so only where the long tests are asked for.
 */
const installed = process.env.CHATSIDE_FIREFOX || '/usr/bin/firefox-esr';
const possible = process.env.CHATSIDE_SOAK === '1' && process.platform === 'linux' && existsSync(installed);

describe.skipIf(!possible)('an administrator’s policies.json', () => {
  let folder: string;
  let browser: Driver | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chatside-managed-'));
    const program = realpathSync(installed);
    await cp(dirname(program), join(folder, 'firefox'), { recursive: true });
    // Debian's is a link to a folder that all share.
    await rm(join(folder, 'firefox', 'distribution'), { recursive: true, force: true });
    await mkdir(join(folder, 'firefox', 'distribution'));
    const policy = {
      subscriptions: [{ url: 'http://127.0.0.1:9/pack.json', fingerprint: 'ab'.repeat(32) }],
      locked: { targetMs: 15_000 },
      defaults: { shopName: 'Head office', targets: { 'shop.example': 30_000 } },
    };
    const policies = { policies: { '3rdparty': { Extensions: { 'chatside@chatside.app': policy } } } };
    await writeFile(join(folder, 'firefox', 'distribution', 'policies.json'), JSON.stringify(policies));
    browser = await startFirefox({ program: join(folder, 'firefox', basename(program)) });
  });
  afterAll(async () => {
    await browser?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it('locks settings, gives defaults, and subscribes', async () => {
    if (!browser) throw new Error('Firefox did not start');
    const data = await browser.open(browser.extensionUrl('workbench.html#/data'));
    await data.until(() => document.querySelector<HTMLInputElement>('input[type="number"][disabled]')?.value === '15', null);
    await data.until(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'Head office'), null);
    await data.until(() => document.body.innerText.includes('shop.example'), null);
    const team = await browser.open(browser.extensionUrl('workbench.html#/team'));
    await team.until(() => document.body.innerText.includes('set by your administrator'), null);
    // Nobody answers there: the agent is told, and cannot end it.
    await team.until(() => document.querySelector('[data-url="http://127.0.0.1:9/pack.json"][data-fault="unreachable"]'), null);
    await team.until(() => ![...document.querySelectorAll('button')].some(({ innerText }) => innerText === 'Unsubscribe'), null);
  });
});
