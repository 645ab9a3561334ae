/**
 * What Chatside costs a page, in Chromium with the built extension beside the same browser without
 * it: `node tests/bench/page.bench.ts`. CPU time of the page's main thread by the browser's own
 * tracing; medians of 3 after one to warm up, ms. The last line is one JSON object.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { serveFolder } from '../../scripts/serve.ts';
import { startChromium } from '../browser/support/chromium.ts';
import { trace } from './page.trace.ts';
import type { Traced } from './page.trace.ts';

const ROUNDS = 3;
const ELEMENTS = 5000;
const SECONDS = 5;
const PER_SECOND = 100;
/** A little of all that is typed: words, a `/query`, numbers, a word that must not go out. */
const TYPED = 'Hello, thank you for waiting. Your parcel left on 12/11 and/or today /par it is the best in the world 100%. ';

const build = spawnSync('node', ['scripts/build.mjs', '--mode', 'test', '--browser', 'chrome', '--level', 'warn'], { stdio: 'inherit' });
if (build.status) process.exit(build.status);
const file = readFileSync('.output/chrome-mv3-test/content-scripts/chat.js');
const bytes = { raw: file.length, gzip: gzipSync(file, { level: 9 }).length };

/** A page without a chat; `fields` also has a search box, a comment form and a newsletter field. */
function emptyPage(fields: boolean): string {
  const rows = Array.from({ length: (ELEMENTS - 40) / 5 }, (_, n) => `<section><h3>Article ${n}</h3><p>Some <b>text</b> on it.</p><a href="#${n}">more</a></section>`);
  const forms = '<input type="search" placeholder="Search"><form><input name="name"><textarea placeholder="Comment"></textarea><button>Post</button></form><input type="email" placeholder="Newsletter">';
  return `<!doctype html><title>No chat</title><main>${fields ? forms : ''}${rows.join('')}</main>`;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const quantile = (values: number[], part: number) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]!;
const round = (ms: number) => Math.round(ms * 100) / 100;

interface Shop {
  add(side: 'customer' | 'agent', text: string): void;
}
type ShopWindow = Window & { shop: Shop };

/** What one browser does of all that is measured. */
async function measure(page: Page, origin: string, hasPanel: boolean) {
  const devtools = await page.context().newCDPSession(page);
  const settled = () => page.evaluate(() => new Promise((done) => setTimeout(done, 1500)));
  const finder: Record<'none' | 'fields', Traced & { pass: number }> = {} as never;
  // Into the site's process, so that what is traced is the page alone.
  await page.goto(`${origin}/blank`);
  await settled();
  for (const kind of ['none', 'fields'] as const) {
    const traced = await trace(devtools, async () => {
      await page.goto(`${origin}/${kind}`);
      await settled();
    });
    const pass = await page.evaluate(() => {
      const times = Array.from({ length: 9 }, () => {
        const began = performance.now();
        for (const element of document.querySelectorAll('*')) if (element.shadowRoot) return 0;
        return performance.now() - began;
      });
      return times.sort((a, b) => a - b)[4]!;
    });
    finder[kind] = { ...traced, pass };
  }

  await page.goto(origin);
  await page.bringToFront();
  if (hasPanel) await page.waitForFunction(() => document.querySelector('chatside-panel[data-state="attached"]') !== null);
  await page.evaluate(() => {
    for (let n = 0; n < 120; n++) (window as unknown as ShopWindow).shop.add(n % 3 ? 'customer' : 'agent', `Message ${n}: when will it be sent?`);
  });
  await settled();

  // Typing: from the key's own time stamp to the end of all that it set off at once.
  await page.click('textarea');
  await page.evaluate(() => {
    const taken: number[] = [];
    Object.assign(window, { taken });
    const channel = new MessageChannel();
    let began = 0;
    channel.port1.addEventListener('message', () => void taken.push(performance.now() - began));
    channel.port1.start();
    addEventListener('keydown', (event) => {
      began = event.timeStamp;
      channel.port2.postMessage(null);
    }, true);
  });
  const typing = await trace(devtools, async () => page.keyboard.type(TYPED, { delay: 30 }));
  const keys = await page.evaluate(() => (window as unknown as { taken: number[] }).taken);

  // Scrolling: the list of messages, 40 px a frame up and down again.
  const scrolling = await trace(devtools, () => scroll(page));

  const busy = await trace(devtools, () =>
    page.evaluate(
      ([seconds, rate]) =>
        new Promise<void>((done) => {
          let said = 0;
          const began = performance.now();
          const timer = setInterval(() => {
            for (; said < ((performance.now() - began) / 1000) * rate; said++) {
              (window as unknown as ShopWindow).shop.add(said % 2 ? 'agent' : 'customer', `Line ${said} of a very busy morning`);
            }
            if (said < seconds * rate) return;
            clearInterval(timer);
            done();
          }, 10);
        }),
      [SECONDS, PER_SECOND] as const,
    ),
  );
  return { finder, typing, keys, scrolling, busy };
}

function scroll(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => {
        const list = document.querySelector('.lines')!;
        let frames = 0;
        const step = () => {
          list.scrollTop += frames++ < 60 ? -40 : 40;
          if (frames < 120) requestAnimationFrame(step);
          else done();
        };
        requestAnimationFrame(step);
      }),
  );
}

type Measured = Awaited<ReturnType<typeof measure>>;

async function inPage(context: { newPage(): Promise<Page> }, origin: string, hasPanel: boolean): Promise<Measured> {
  const page = await context.newPage();
  const bodies = { blank: '<!doctype html><title>Blank</title>', none: emptyPage(false), fields: emptyPage(true) };
  for (const [name, body] of Object.entries(bodies)) await page.route(`${origin}/${name}`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.bringToFront();
  const measured = await measure(page, origin, hasPanel);
  await page.close();
  return measured;
}

const served = await serveFolder(resolve('tests/browser/busy-shop'));
const withChatside = await startChromium();
const without = await chromium.launch({ executablePath: process.env['CHATSIDE_CHROMIUM'] || '/usr/bin/chromium', args: ['--no-sandbox'] });
const plainContext = await without.newContext({ viewport: { width: 1280, height: 800 } });
const ours: Measured[] = [];
const plain: Measured[] = [];
try {
  // Turn and turn about, so that whatever else the machine does falls on both.
  for (let n = 0; n <= ROUNDS; n++) {
    const [one, other] = [await inPage(withChatside.context, served.origin, true), await inPage(plainContext, served.origin, false)];
    if (n === 0) continue;
    ours.push(one);
    plain.push(other);
  }
} finally {
  await without.close();
  await withChatside.close();
  await served.close();
}

const of = (runs: Measured[], value: (run: Measured) => number) => median(runs.map(value));
const finder = Object.fromEntries(
  (['none', 'fields'] as const).map((kind) => {
    const ms = of(ours, ({ finder: all }) => all[kind].total);
    const pass = of(ours, ({ finder: all }) => all[kind].pass);
    return [kind, { ms: round(ms), longestMs: round(of(ours, ({ finder: all }) => all[kind].tasks[0] ?? 0)), passMs: round(pass), passes: round(ms / pass) }];
  }),
);
const sideBySide = (value: (run: Measured) => number) => {
  const [panel, none] = [of(ours, value), of(plain, value)];
  return { with: round(panel), without: round(none), ratio: round(panel / none) };
};
const results = {
  typingMs: sideBySide(({ keys }) => median(keys)),
  typingP95Ms: sideBySide(({ keys }) => quantile(keys, 0.95)),
  typingMainThreadMs: sideBySide(({ typing }) => typing.everything / TYPED.length),
  scrollMainThreadMs: sideBySide(({ scrolling }) => scrolling.everything / 120),
  busyMainThreadMs: sideBySide(({ busy }) => busy.everything / (SECONDS * PER_SECOND)),
};
const busy = {
  longestMs: round(Math.max(...ours.map((run) => run.busy.tasks[0] ?? 0))),
  over50: ours.reduce((sum, run) => sum + run.busy.tasks.filter((ms) => ms > 50).length, 0),
  othersOver50: { with: ours.reduce((sum, run) => sum + run.busy.othersLong, 0), without: plain.reduce((sum, run) => sum + run.busy.othersLong, 0) },
};
console.log(`Where there is no chat: ${bytes.raw} bytes, ${bytes.gzip} with gzip, run`);
console.log(`On ${ELEMENTS} elements without a chat, CPU ms; a pass is one walk over querySelectorAll('*')`);
console.table(finder);
console.log('With the panel and without: ms a key, a key at the 95th percentile, and of the main thread a key, a frame of scrolling, a message at 100 a second');
console.table(results);
console.log(`${SECONDS} s of ${PER_SECOND} messages a second, ${ROUNDS} times: our longest task ${busy.longestMs} ms, ${busy.over50} of ours over 50 ms; of others ${busy.othersOver50.with} with the panel, ${busy.othersOver50.without} without`);
console.log(JSON.stringify({ bench: 'page', bytes, finder, ...results, busy }));
