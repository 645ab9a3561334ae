import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder, type Served } from '../../scripts/serve.ts';

/** The practice shop as a plain web page, without the extension: what it must do by itself. */

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let served: Served;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  served = await serveFolder(resolve('.output/chrome-mv3-test'));
  browser = await chromium.launch({ executablePath: process.env.CHATSIDE_CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});
afterEach(async () => {
  await page.context().close();
  expect(faults).toEqual([]);
});

async function open(query: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
  page = await context.newPage();
  faults = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (line) => line.type() === 'error' && !line.location().url.endsWith('favicon.ico') && faults.push(line.text()));
  await page.goto(`${served.origin}/practice.html?${query}`);
}

const row = (name: string) => page.getByRole('button', { name: new RegExp(name) });
const composer = () => page.getByRole('textbox', { name: /Write a message|输入消息/ });
const log = () => page.getByRole('log');
const agentBubbles = () => page.locator('.msg-right:not(:has(.tag)) .bubble');

describe('the composer', () => {
  test('Enter sends, Shift+Enter starts a new line, an empty draft is not sent', async () => {
    await open('scene=presale-kettle');
    await log().getByText('keep water hot').waitFor();
    await composer().press('Enter');
    await composer().pressSequentially('Hello!');
    await composer().press('Shift+Enter');
    await composer().pressSequentially('12 hours');
    await composer().press('Enter');
    await log().getByText('12 hours').waitFor();
    expect(await agentBubbles().allTextContents()).toEqual(['Hello!\n12 hours']);
    expect(await composer().inputValue()).toBe('');
  });

  test('Enter that takes a candidate of an input method does not send', async () => {
    await open('scene=presale-kettle&lang=zh-CN');
    await log().getByText('这个壶能保温多久').waitFor();
    await composer().focus();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    await devtools.send('Input.insertText', { text: '您好' });
    expect(await composer().inputValue()).toBe('您好');
    expect(await agentBubbles().count()).toBe(0);
    await composer().press('Enter');
    await agentBubbles().getByText('您好').waitFor();
  });

  test('each chat keeps its own draft', async () => {
    await open('customers=2&seed=7&pace=4');
    await row('Hannah Brook').waitFor();
    await row('peachy').click();
    await composer().fill('for peachy');
    await row('Hannah Brook').click();
    expect(await composer().inputValue()).toBe('');
    await composer().fill('for Hannah');
    await row('peachy').click();
    expect(await composer().inputValue()).toBe('for peachy');
  });

  test('in a pause nothing is sent and the draft stays', async () => {
    await open('scene=presale-kettle');
    await log().getByText('keep water hot').waitFor();
    await composer().fill('Hello');
    await page.getByRole('button', { name: 'Pause' }).click();
    await composer().press('Enter');
    await page.getByText('Practice is paused').waitFor();
    expect(await composer().inputValue()).toBe('Hello');
    await page.getByRole('button', { name: 'Go on' }).click();
    await composer().press('Enter');
    await agentBubbles().getByText('Hello').waitFor();
  });
});

describe('the list', () => {
  test('shows unread messages, who waits, and takes long, right-to-left and emoji names', async () => {
    await open('customers=14&seed=1&pace=40&autostart=1');
    await row('أمينة').getByText('unread').waitFor({ state: 'attached' });
    await row('Hohenstein').getByText('Waiting').waitFor();
    await row('peachy').waitFor();
    const list = page.getByRole('navigation');
    expect(await list.evaluate((el) => [...el.querySelectorAll('*')].every((child) => child.getBoundingClientRect().right <= el.getBoundingClientRect().right + 1))).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    await page.getByRole('searchbox').fill('hohen');
    expect(await list.getByRole('listitem').count()).toBe(1);
    await page.getByRole('searchbox').fill('nobody');
    await page.getByText('No customer of that name').waitFor();
  });

  test('by the keyboard: a row opens with Enter and the caret is in the composer', async () => {
    await open('customers=2&seed=7&pace=10');
    await row('peachy').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /peachy/ }).waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('textarea'));
  });
});

describe('the score', () => {
  test('a finished scene is kept and shown; a damaged record is named, the others are read; clearing clears', async () => {
    await open('autostart=0');
    await page.evaluate(() => localStorage.setItem('chatside.practice.run.1', '{"version":1,'));
    await page.goto(`${served.origin}/practice.html?scene=off-platform&pace=20`);
    await page.getByRole('textbox', { name: 'Trainee' }).fill('Wang');
    const answers = ['Sorry, only here on the platform', 'The platform protects you', 'Business purchase, 8% off'];
    for (const [said, text] of [['WhatsApp', answers[0]], ['PayPal', answers[1]], ['any discount', answers[2]]] as const) {
      await log().getByText(said).waitFor();
      await composer().fill(text ?? '');
      await composer().press('Enter');
    }
    await page.getByText('Everything that was needed was said').waitFor();
    await page.getByRole('button', { name: 'Earlier runs' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('One run is damaged').waitFor();
    expect(await dialog.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual(
      expect.arrayContaining(['Wang', '1/1', '—']),
    );
    await dialog.getByRole('button', { name: 'Clear history' }).click();
    await dialog.getByRole('button', { name: 'Clear history' }).click();
    await dialog.getByText('No runs yet').waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('.run.')))).toEqual([]);
  });
});

describe('the page', () => {
  test('an address with unusable values says so and goes on', async () => {
    await open('pace=fast&scene=none&customers=2');
    await page.getByText('The address has a value for').waitFor();
    await row('.').first().waitFor();
  });

  test('follows the browser’s language, and can be switched', async () => {
    await open('autostart=0', { locale: 'zh-CN' });
    await page.getByRole('heading', { name: '在这里练习接待顾客' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    await page.getByRole('combobox', { name: '语言' }).selectOption('en');
    await page.getByRole('main').getByRole('button', { name: 'Start', exact: true }).click();
    await log().getByText('The customer came in').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  test.each([
    ['zh-CN', 'light'],
    ['zh-CN', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)('axe finds nothing serious in %s, %s', async (locale, colorScheme) => {
    await open('customers=6&seed=7&pace=30', { locale, colorScheme });
    await page.locator('.mark').nth(3).waitFor();
    await page.addScriptTag({ path: axe });
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
      return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html]);
    });
    expect(found).toEqual([]);
  });
});
