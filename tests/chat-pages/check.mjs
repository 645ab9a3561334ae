// Opens every page in a real browser, sends and receives by the page's own means, and fails where the page's own
// truth is not right: a fault of a fixture must not be taken for one of the extension.
// Usage: node check.mjs [--shots FOLDER] [ID …]
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { pages } = JSON.parse(readFileSync(resolve(here, 'pages.json'), 'utf8'));
const { values, positionals } = parseArgs({ options: { shots: { type: 'string' } }, allowPositionals: true });
const wanted = positionals.length ? pages.filter((page) => positionals.includes(page.id)) : pages;

/** How long the page may take for each step, ms. */
const PATIENCE = 8_000;

function expectEqual(seen, right, what) {
  if (JSON.stringify(seen) !== JSON.stringify(right)) {
    throw new Error(`${what}: ${JSON.stringify(seen)} instead of ${JSON.stringify(right)}`);
  }
}

const KEYS = { enter: 'Enter', 'ctrl-enter': 'Control+Enter', 'meta-enter': 'Meta+Enter', 'alt-enter': 'Alt+Enter' };

class ChatPage {
  constructor(frame, entry) {
    this.frame = frame;
    this.entry = entry;
  }

  call(name, ...args) {
    return this.frame.evaluate(([name, args]) => window.fixture[name](...args), [name, args]);
  }

  shows(text) {
    return this.frame.getByText(text).filter({ visible: true }).last().waitFor({ timeout: PATIENCE });
  }

  async until(test, argument, what) {
    try {
      await this.frame.waitForFunction(test, argument, { timeout: PATIENCE });
    } catch {
      throw new Error(`${what}; the page's truth: ${JSON.stringify((await this.call('messages')).slice(-3))}, sent ${JSON.stringify(await this.call('sent'))}`);
    }
  }

  async receives() {
    for (const side of this.entry.sides) {
      if (side === 'agent') continue;
      const text = `${side} 说：包装有点破损 ${side.length}${Date.now() % 10_000}`;
      await this.call('receive', text, { side });
      await this.shows(text);
      expectEqual((await this.call('messages')).at(-1), { side, text }, 'last message after receive()');
    }
  }

  async sends(round) {
    for (const way of this.entry.send) {
      const before = (await this.call('sent')).length;
      const text = `好的，马上为您处理 ${way} ${round}`;
      await this.frame.locator(this.entry.composer).first().click();
      await this.frame.page().keyboard.type(text);
      if (way === 'button') await this.frame.locator(this.entry.button).first().click();
      else await this.frame.page().keyboard.press(KEYS[way]);
      await this.until((n) => window.fixture.sent().length > n, before, `${way} sent nothing`);
      const sent = await this.call('sent');
      expectEqual(sent.slice(before), [text], `sent by ${way}`);
      await this.shows(text);
      expectEqual((await this.call('messages')).at(-1), { side: 'agent', text }, 'last message after sending');
    }
  }

  async switches() {
    const rows = await this.call('chats');
    const now = rows.find((row) => row.active);
    const other = rows.find((row) => !row.active);
    if (!now || !other) throw new Error(`the list has no other chat: ${JSON.stringify(rows)}`);
    const before = await this.call('messages');
    await this.call('switchTo', other.name);
    await this.until((name) => window.fixture.chats().find((row) => row.active)?.name === name, other.name, 'switchTo() opened nothing');
    const there = await this.call('messages');
    if (there.length) await this.shows(there.at(-1).text);
    await this.call('receive', '还在吗？我等半天了', { chat: now.name });
    expectEqual((await this.call('messages')).length, there.length, 'messages of the open chat after one for another');
    const unread = (await this.call('chats')).find((row) => row.name === now.name).unread;
    if (!(unread > 0)) throw new Error('no unread mark after a message for another chat');
    await this.call('switchTo', now.name);
    await this.shows('还在吗？我等半天了');
    expectEqual((await this.call('messages')).length, before.length + 1, 'messages after coming back');
  }

  async run() {
    const { entry } = this;
    await this.frame.waitForFunction(() => Boolean(window.fixture), null, { timeout: PATIENCE });
    await this.frame.locator(entry.composer).first().waitFor({ state: 'visible', timeout: PATIENCE });
    const start = await this.call('messages');
    if (start.length) await this.shows(start.at(-1).text);
    if (!entry.virtual) for (const { text } of start) await this.frame.getByText(text).first().waitFor({ state: 'attached', timeout: PATIENCE });
    await this.receives();
    await this.sends(1);
    if (entry.list) await this.switches();
    const has = await this.frame.evaluate(() => ({ prepend: Boolean(window.fixture.prepend), rerender: Boolean(window.fixture.rerender) }));
    if (has.prepend) {
      const before = await this.call('messages');
      await this.call('prepend', 4);
      const after = await this.call('messages');
      expectEqual(after.slice(4), before, 'messages after prepend()');
      if (!entry.virtual) await this.frame.getByText(after[0].text).first().waitFor({ state: 'attached', timeout: PATIENCE });
    }
    if (has.rerender) {
      await this.call('rerender');
      await this.frame.locator(entry.composer).first().waitFor({ state: 'visible', timeout: PATIENCE });
    }
    await this.sends(2);
    const all = await this.call('messages');
    await this.shows(all.at(-1).text);
  }
}

function versionFault(entry) {
  if (!entry.library) return;
  const { version } = JSON.parse(readFileSync(join(here, 'node_modules', entry.library, 'package.json'), 'utf8'));
  if (version !== entry.version) return `pages.json says ${entry.library} ${entry.version}, installed is ${version}`;
}

async function checkPage(browser, entry, near, far) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text().slice(0, 300)}`));
  page.on('pageerror', (error) => faults.push(`error on the page: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname)) faults.push(`asks ${request.url()}`);
  });
  try {
    const fault = versionFault(entry);
    if (fault) faults.push(fault);
    const query = entry.otherOrigin ? `?other=http://localhost:${far.port}` : '';
    await page.goto(`http://127.0.0.1:${near.port}/${entry.path}/${query}`, { waitUntil: 'load' });
    if (entry.chat) {
      let frame = page.mainFrame();
      if (entry.frame) frame = await (await page.waitForSelector(entry.frame)).contentFrame();
      await new ChatPage(frame, entry).run();
    } else {
      expectEqual(await page.evaluate(() => 'fixture' in window), false, 'a page without a chat has a driver');
    }
  } catch (error) {
    faults.push(error.message.split('\n')[0]);
  }
  if (values.shots) await page.screenshot({ path: join(values.shots, `${entry.id}.png`) });
  await context.close();
  return faults;
}

const near = await serve();
const far = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let failed = 0;
try {
  for (const entry of wanted) {
    const faults = await checkPage(browser, entry, near, far);
    if (faults.length) failed += 1;
    console.log(`${faults.length ? 'FAIL' : 'ok  '} ${entry.id}${faults.map((fault) => `\n       ${fault}`).join('')}`);
  }
} finally {
  await browser.close();
  near.close();
  far.close();
}
console.log(`${wanted.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
