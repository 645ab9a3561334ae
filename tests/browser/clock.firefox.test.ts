import { resolve } from 'node:path';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startFirefox } from './support/firefox';
import type { Driver, Tab } from './support/driver';

/** The clock, its report and the handover in Firefox: one browser, one shift. */
let served: Served;
let driver: Driver;
let shop: Tab;

beforeAll(async () => {
  served = await serveFolder(resolve('tests/browser/busy-shop'));
  driver = await startFirefox();
});
afterAll(async () => {
  await driver?.close();
  await served?.close();
});

const add = (side: string, name: string) =>
  shop.evaluate(
    ([who, chat]) => (window as unknown as { shop: { add(side: string, text: string, name: string): void } }).shop.add(who!, `说 ${Date.now()}`, chat!),
    [side, name],
  );
const waits = (count: number) =>
  shop.until((wanted) => document.querySelector('chatside-panel')?.shadowRoot?.querySelectorAll('[data-chatside="wait"]').length === wanted, count);

it('counts who waits, in front and in the list, and whom the agent answered', async () => {
  shop = await driver.open(`${served.origin}/`);
  await shop.until(() => document.querySelector('chatside-panel[data-state="attached"]'), null);
  for (const name of ['买家1', '买家2', '买家3']) await add('customer', name);
  await waits(3);
  await add('agent', '买家1');
  await waits(2);
});

it('draws the report of the day', async () => {
  const page = await driver.open(driver.extensionUrl('workbench.html#/clock'));
  await page.until(() => document.querySelector('main canvas, canvas') && document.querySelectorAll('table tbody tr').length > 5, null);
  await page.close();
});

it('the handover fills itself, is signed and exported', async () => {
  const page = await driver.open(driver.extensionUrl('workbench.html#/clock/handover'));
  await page.until(() => document.querySelector('.sheet[data-state="draft"]')?.textContent?.includes('买家2') || [...document.querySelectorAll('.sheet textarea')].some((one) => (one as HTMLTextAreaElement).value.includes('买家2')), null);
  await page.until(() => {
    const input = document.querySelector<HTMLInputElement>('.sheet input');
    input?.focus();
    return input && document.activeElement === input;
  }, null);
  await page.type('Wang');
  const press = (text: string) =>
    page.evaluate((words) => [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === words)!.click(), text);
  await press('Sign and hand over');
  await page.until(() => document.querySelector('.sheet[data-state="open"]'), null);
  await press('Export');
  await expect.poll(() => readdirSync(driver.downloads).filter((name) => name.endsWith('.json')), { timeout: 15_000 }).toHaveLength(1);
  const [name] = readdirSync(driver.downloads).filter((one) => one.endsWith('.json'));
  await expect.poll(() => readFileSync(join(driver.downloads, name!), 'utf8').length).toBeGreaterThan(100);
  expect(JSON.parse(readFileSync(join(driver.downloads, name!), 'utf8'))).toMatchObject({ format: 'chatside-handover', sheet: { signed: { name: 'Wang' } } });
  await page.close();
});
