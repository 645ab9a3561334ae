import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pack } from '../../packs/format';
import { createKeyFile, readKeyFile } from '../../packs/publishing/key-file';
import type { SigningKeys } from '../../packs/publishing/key-file';
import { publishPack, readPublished } from '../../packs/publishing/published';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';
import { startNginx } from './support/nginx';
import type { Nginx, Trouble } from './support/nginx';

/** The built extension against a real web server. */
describe.skipIf(spawnSync('nginx', ['-v']).error)('a pack that a team subscribes to', () => {
  let nginx: Nginx;
  let browser: ChromiumDriver;
  let page: Page;
  let keys: SigningKeys;
  const files = mkdtempSync(join(tmpdir(), 'chatside-team-'));

  const pack = (release: string, texts: string[]): Pack => ({
    format: 'chatside-pack',
    version: 1,
    id: 'team',
    name: 'Our team',
    language: 'en',
    release,
    // Long enough to be sent compressed.
    replies: texts.map((text, index) => ({ id: `r${index}`, title: `Zebra ${text}`, group: 'Team', bubbles: [`${text}. `.repeat(20)] })),
  });
  const row = () => page.locator('[data-url]');
  /** Asks now and waits until the list says what came of it. */
  const ask = async (fault: string | null, serial: number) => {
    await page.getByRole('button', { name: 'Ask now' }).click();
    await page.locator(`[data-url][data-serial="${serial}"]${fault ? `[data-fault="${fault}"]` : ':not([data-fault])'}`).waitFor();
  };
  /** Titles that the panel of the practice shop has on offer for `zebra`. */
  const offered = async () => {
    const shop = await browser.context.newPage();
    await shop.goto(browser.extensionUrl('practice.html'));
    await shop.locator('[data-chatside="reply-search"]').fill('zebra');
    await shop.locator('[data-chatside="reply"][data-title^="Zebra"]').first().waitFor();
    const titles = await shop.locator('[data-chatside="reply"]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['title']));
    await shop.close();
    await page.bringToFront();
    return titles.filter((title) => title?.startsWith('Zebra')).toSorted();
  };

  beforeAll(async () => {
    [nginx, browser] = await Promise.all([startNginx(), startChromium()]);
    keys = await readKeyFile((await createKeyFile()).text);
    page = await browser.context.newPage();
    await page.goto(browser.extensionUrl('workbench.html#/team'));
  });
  afterAll(async () => {
    await browser?.close();
    await nginx?.close();
    await rm(files, { recursive: true, force: true });
  });

  it('says what is wrong with an address or a fingerprint before it asks for anything', async () => {
    await page.getByLabel('Address of the pack').fill('packs.example');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await page.getByRole('alert').getByText('Enter the full address').waitFor();
    await page.getByLabel('Address of the pack').fill(nginx.url);
    await page.getByLabel('Fingerprint of the key').fill('1234');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await page.getByRole('alert').getByText('This is no fingerprint').waitFor();
    expect(nginx.answers().filter((answer) => answer.startsWith('200'))).toEqual([]);
  });

  it('is fetched once, offered in the panel, and not fetched again while it is the same', async () => {
    nginx.put(await publishPack(pack('1', ['alpha', 'beta']), keys, 1));
    await page.getByLabel('Fingerprint of the key').fill(keys.fingerprint);
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await page.locator('[data-url][data-serial="1"]').waitFor();
    // nginx writes its log a moment after the answer.
    await expect.poll(() => nginx.answers().at(-1)).toBe('200 gzip');
    expect(await offered()).toEqual(['Zebra alpha', 'Zebra beta']);
    const before = nginx.answers().length;
    await page.getByRole('button', { name: 'Ask now' }).click();
    await expect.poll(() => nginx.answers().slice(before)).toEqual(['304 -']);
  });

  it('is replaced as a whole, and says what changed', async () => {
    nginx.put(await publishPack(pack('2', ['alpha', 'gamma', 'delta']), keys, 2));
    await ask(null, 2);
    await row().getByText('What the last release brought').click();
    await row().getByText('Replies: 1 new, 1 changed, 0 removed').waitFor();
    expect(await offered()).toEqual(['Zebra alpha', 'Zebra delta', 'Zebra gamma']);
  });

  it('stays in use when the server fails, leads elsewhere, hangs up or sends 200 MB', async () => {
    nginx.put(await publishPack(pack('3', ['epsilon']), keys, 3));
    const troubles: [Trouble, string][] = [['503', 'status'], ['redirect', 'redirected'], ['cut', 'unreachable'], ['large', 'too-large']];
    for (const [kind, fault] of troubles) {
      nginx.trouble(kind);
      await ask(fault, 2);
    }
    nginx.trouble(null);
    expect(nginx.answers()).not.toContain('404 -');
  });

  it('stays in use when the file is old, unsigned, changed or of another', async () => {
    const wrong: [string, string][] = [
      ['older', await publishPack(pack('1', ['alpha', 'beta']), keys, 1)],
      ['same-number', await publishPack(pack('2b', ['alpha']), keys, 2)],
      ['unsigned', JSON.stringify(pack('3', ['epsilon']))],
      ['wrong-signature', (await publishPack(pack('3', ['epsilon']), keys, 3)).replace('"serial": 3', '"serial": 4')],
      ['other-key', await publishPack(pack('3', ['epsilon']), await readKeyFile((await createKeyFile()).text), 3)],
      ['other-pack', await publishPack({ ...pack('3', ['epsilon']), id: 'other' }, keys, 3)],
    ];
    for (const [fault, text] of wrong) {
      nginx.put(text);
      await ask(fault, 2);
    }
    expect(await row().getByRole('alert').textContent()).toContain(nginx.url);
    expect(await offered()).toEqual(['Zebra alpha', 'Zebra delta', 'Zebra gamma']);
    nginx.put(await publishPack(pack('3', ['epsilon']), keys, 3));
    await ask(null, 3);
    expect(await offered()).toEqual(['Zebra epsilon']);
  });

  it('goes with its replies when the subscription is ended', async () => {
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    await page.getByRole('button', { name: 'Unsubscribe and remove' }).click();
    await page.getByText('No subscriptions yet.').waitFor();
    const left = await page.evaluate(async () => {
      const open = indexedDB.open('chatside');
      await new Promise((resolve) => void (open.onsuccess = resolve));
      const all = open.result.transaction('packs').objectStore('packs').getAllKeys();
      await new Promise((resolve) => void (all.onsuccess = resolve));
      open.result.close();
      return all.result;
    });
    expect(left).toEqual([]);
  });

  it('is published from the page with a key that is made there', async () => {
    const own = pack('4', ['eta']);
    await page.evaluate(async (value) => {
      const open = indexedDB.open('chatside');
      await new Promise((resolve) => void (open.onsuccess = resolve));
      const write = open.result.transaction('packs', 'readwrite');
      write.objectStore('packs').put({ id: value.id, origin: 'own', on: true, addedAt: 0, changedAt: 0, pack: value });
      await new Promise((resolve) => void (write.oncomplete = resolve));
      open.result.close();
      location.reload();
    }, own);
    const keyDownload = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Make a new key' }).click();
    const keyFile = join(files, 'key.json');
    await (await keyDownload).saveAs(keyFile);
    const { fingerprint } = await readKeyFile(readFileSync(keyFile, 'utf8'));
    await page.locator('.fingerprint').getByText(fingerprint.slice(0, 4)).waitFor();
    await page.getByLabel('Key file').setInputFiles(keyFile);
    const fileDownload = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const file = join(files, 'team.published.json');
    await (await fileDownload).saveAs(file);
    const wanted = { fingerprint, serial: 0, sha256: '' };
    expect(await readPublished(readFileSync(file, 'utf8'), wanted)).toMatchObject({ serial: 1, pack: own });
    // A file that is no key is named, and nothing is saved.
    await page.getByLabel('Key file').setInputFiles(file);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('alert').getByText('team.published.json: this is no key file').waitFor();
  });
});
