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
 * How the agent is called to those who wait, in a window of its own: the browser's real permission, its own list
 * of notifications, its own report of sounds. The page has fifty chats, and a customer writes in each.
 */
describe.skipIf(process.env.CHATSIDE_DISPLAY !== 'xvfb')('calls to those who wait', () => {
  let display: Display;
  let served: Served;
  let browser: Browser;
  let settings: Page;
  let shop: Page;
  /** Contexts that the page made to sound in. */
  let sounds = 0;
  let made: () => Promise<string[]>;

  beforeAll(async () => {
    display = await startDisplay();
    served = await serveFolder(resolve('tests/browser/busy-shop'));
    browser = await puppeteer.launch({
      executablePath: process.env.CHATSIDE_CHROMIUM || '/usr/bin/chromium',
      headless: false,
      pipe: true,
      enableExtensions: [resolve('.output/chrome-mv3-test')],
      defaultViewport: null,
      env: { ...process.env, DISPLAY: display.name },
      args: ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=en'],
    });
    const target = await browser.waitForTarget((one) => one.url().endsWith('/workbench.html#/sites'));
    settings = (await target.page())!;
    await settings.goto(target.url().replace('#/sites', '#/data'));
    await settings.bringToFront();
    await settings.waitForSelector('fieldset input');
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    display?.close();
  });

  const box = (label: string) => settings.locator(`::-p-xpath(//label[contains(., "${label}")]/input)`);
  const isOn = (label: string) =>
    settings.waitForFunction(
      (text) => [...document.querySelectorAll('label')].some((one) => one.textContent?.includes(text) && one.querySelector('input')?.checked),
      { polling: 50 },
      label,
    );
  const shown = () => settings.evaluate(async () => Object.keys((await chrome.notifications.getAll()) as Record<string, unknown>));
  /** Every notification that the background makes from now on: title and message. */
  const watch = async () => {
    const worker = (await (await browser.waitForTarget((one) => one.type() === 'service_worker')).worker())!;
    await worker.evaluate(() => {
      const made: string[] = [];
      const { create } = chrome.notifications;
      Object.assign(globalThis, { made });
      chrome.notifications.create = ((id: string, options: chrome.notifications.NotificationCreateOptions) => {
        made.push(`${options.title}: ${options.message}`);
        return (create as (...given: unknown[]) => unknown).call(chrome.notifications, id, options);
      }) as unknown as typeof create;
    });
    return () => worker.evaluate(() => [...(globalThis as unknown as { made: string[] }).made]);
  };
  const setTargets = (targets: Record<string, number>) =>
    settings.evaluate(async (wanted) => {
      const { settings: now } = (await chrome.storage.local.get('settings')) as { settings: object };
      await chrome.storage.local.set({ settings: { ...now, targets: wanted } });
    }, targets);
  interface Row {
    customer: string;
    since: number;
    level: string;
  }
  const rows = () =>
    shop.evaluate(() =>
      [...document.querySelector('chatside-panel')!.shadowRoot!.querySelectorAll<HTMLElement>('[data-chatside="wait"]')].map(
        ({ dataset }) => ({ customer: dataset['customer']!, since: Number(dataset['since']), level: dataset['level']! }) satisfies Row,
      ),
    );
  const waiting = (count: number, level: string) =>
    shop.waitForFunction(
      (wanted, css) => document.querySelector('chatside-panel')?.shadowRoot?.querySelectorAll(css).length === wanted,
      { polling: 50 },
      count,
      `[data-chatside="wait"][data-level="${level}"]`,
    );
  /** A customer's line, in the open chat unless named. */
  const write = (text: string, chats: string[]) =>
    shop.evaluate(
      (line, names) => {
        const { shop: console } = window as unknown as { shop: { add(side: string, text: string, name: string): void } };
        names.forEach((name) => console.add('customer', `${line} ${name}`, name));
      },
      text,
      chats,
    );
  const everybody = Array.from({ length: 50 }, (_, n) => `买家${n + 1}`);
  const badge = () =>
    settings.evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url: `${url}/*` });
      return chrome.action.getBadgeText({ tabId: tab!.id! });
    }, served.origin);

  it('asks for the permission in the click, and switches on what was allowed', async () => {
    await box('A short tone').click();
    await box('Count in the tab').click();
    await box('A notification when somebody waits too long').click();
    await settings.waitForFunction(() => !document.hasFocus(), { polling: 50 });
    // Chromium takes no key in its prompt for half a second, and gives no sign of the end of it.
    await new Promise((done) => setTimeout(done, 1000));
    display.keys('Tab', 'Return');
    await isOn('A notification when somebody waits too long');
    expect(await settings.evaluate(() => chrome.permissions.contains({ permissions: ['notifications'] }))).toBe(true);
  });

  it('goes by the target of the site: within it nobody is called', async () => {
    await box('Answer within, seconds').fill('2');
    await settings.waitForFunction(
      async () => ((await chrome.storage.local.get('settings')) as { settings?: { targetMs?: number } }).settings?.targetMs === 2000,
      { polling: 50 },
    );
    await setTargets({ '127.0.0.1': 3_600_000 });
    made = await watch();
    shop = await browser.newPage();
    const devtools = await shop.createCDPSession();
    devtools.on('WebAudio.contextCreated', () => (sounds += 1));
    await devtools.send('WebAudio.enable');
    await shop.goto(`${served.origin}/`);
    await shop.bringToFront();
    await shop.waitForSelector('chatside-panel[data-state="attached"]');
    // A page that nobody has touched may not sound.
    await shop.click('textarea');
    await write('在吗', everybody);
    await waiting(50, 'calm');
    expect([await made(), await shown(), sounds]).toEqual([[], [], 0]);
  });

  it('with fifty chats at once, each has its wait, the most urgent first; title and badge count them', async () => {
    const [front, ...others] = await rows();
    expect(front!.customer).toContain('买家1');
    expect(new Set(others.map(({ customer }) => customer)).size).toBe(49);
    expect(others.map(({ since }) => since)).toEqual(others.map(({ since }) => since).toSorted((a, b) => a - b));
    expect(await shop.title()).toMatch(/^\(50\) /);
    await expect.poll(badge).toBe('50');
  });

  it('makes one notification and one tone of the burst, and repeats neither', async () => {
    await shop.waitForFunction(
      () => [...document.querySelector('chatside-panel')!.shadowRoot!.querySelectorAll<HTMLElement>('[data-chatside="wait"]')].every((one) => Date.now() - Number(one.dataset['since']) > 2500),
      { polling: 100 },
    );
    // The panel goes by the new target at once: all are late at one moment.
    await setTargets({});
    await waiting(50, 'late');
    await expect.poll(made, { timeout: 10_000 }).toHaveLength(1);
    expect((await made())[0]).toMatch(/^50 customers wait too long: .+, .+, .+, .+, [^,]+$/);
    expect(await shown()).toHaveLength(1);
    await expect.poll(() => sounds).toBe(1);
    await expect.poll(badge).toBe('50');
    // More from those who were told of already, on their chats and on the one in front: no news.
    const before = await rows();
    await write('还在吗', everybody);
    await shop.waitForFunction(() => document.querySelector('.chats sup')?.textContent === '2', { polling: 50 });
    expect(await rows()).toEqual(before);
    expect(await made()).toHaveLength(1);
    expect(sounds).toBe(1);
  });

  it('a row of the panel opens its chat, by a click and by a key', async () => {
    const front = () => shop.evaluate(() => document.querySelector('.head')!.textContent);
    for (const [nth, act] of [[5, 'click'], [7, 'key']] as const) {
      const row = await shop.evaluateHandle((n) => document.querySelector('chatside-panel')!.shadowRoot!.querySelectorAll<HTMLElement>('[data-chatside="wait"] button')[n]!, nth);
      const name = await row.evaluate((one) => one.querySelector('.name')!.textContent!);
      if (act === 'click') await row.click();
      else {
        await row.evaluate((one) => one.focus());
        await shop.keyboard.press('Enter');
      }
      await expect.poll(front).toContain(name);
    }
  });

  it('with reduced motion nothing moves but digits', async () => {
    await shop.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const moving = await shop.evaluate(() => {
      const root = document.querySelector('chatside-panel')!.shadowRoot!;
      const styles = [...root.querySelectorAll('*')].map((one) => getComputedStyle(one));
      return {
        animations: root.getAnimations().length,
        styled: styles.filter(({ animationName, transitionDuration }) => animationName !== 'none' || transitionDuration.split(', ').some((length) => parseFloat(length) > 0)).length,
      };
    });
    expect(moving).toEqual({ animations: 0, styled: 0 });
  });
});
