/**
 * Opens the popup of the built extension over ten customers and over 100,000 with 300,000 notes, and
 * types into its search: `node tests/bench/customers.bench.ts`. Medians, ms, and their ratios to fifty
 * rows read by Dexie alone. The last line is one JSON object.
 *
 * `paint` is the popup's first contentful paint, `list` when its first row stands; `type` the time from
 * a letter to its first page of rows, over all letters of all queries; `first` that of the first letter
 * after the popup opened, before which nothing of the index is in memory.
 */
import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { startChromium } from '../browser/support/chromium.ts';
import { bundle } from './bundle.ts';
import type { Bench } from './customers.page.ts';

const MANY = Number(process.argv[2] ?? 100_000);
const OPENED = 9;
const QUERIES = 40;

interface InPage {
  bench: Bench;
  listAt?: number;
}

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
const built = spawnSync('node', ['scripts/build.mjs', '--mode', 'test', '--browser', 'chrome'], { stdio: 'ignore' });
if (built.status) throw new Error('the extension did not build');
const code = await bundle('tests/bench/customers.page.ts');
const driver = await startChromium({ viewport: { width: 420, height: 600 } });

async function open(page: Page): Promise<{ paint: number; list: number }> {
  await page.goto('about:blank');
  await page.goto(driver.extensionUrl('popup.html'));
  await page.waitForFunction(() => (globalThis as unknown as InPage).listAt !== undefined);
  return page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    list: (globalThis as unknown as InPage).listAt!,
  }));
}

async function opened(page: Page) {
  const times = [];
  for (let n = 0; n <= OPENED; n += 1) times.push(await open(page));
  // The first one warms up.
  const rest = times.slice(1);
  return { paint: median(rest.map(({ paint }) => paint)), list: median(rest.map(({ list }) => list)) };
}

try {
  const page = await driver.context.newPage();
  page.setDefaultTimeout(0);
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-chatside="customer"]')) return;
      observer.disconnect();
      (globalThis as unknown as InPage).listAt = performance.now();
    });
    observer.observe(document, { subtree: true, childList: true });
  });
  const fill = async (count: number) => {
    await page.goto(driver.extensionUrl('practice.html?autostart=0'));
    await page.evaluate(code);
    await page.evaluate((rows) => (globalThis as unknown as InPage).bench.fill(rows), count);
  };
  await fill(10);
  const few = await opened(page);
  await fill(MANY);
  const queries = await page.evaluate((count) => (globalThis as unknown as InPage).bench.queries(count), QUERIES);
  const many = await opened(page);
  const type = (query: string) => page.evaluate((words) => (globalThis as unknown as InPage).bench.type(words), query);
  const first: number[] = [];
  for (const query of queries.slice(0, OPENED)) {
    await open(page);
    await page.evaluate(code);
    first.push((await type(query.slice(0, 1)))[0]!);
  }
  const letters: number[] = [];
  const raws: number[] = [];
  for (const query of queries) {
    letters.push(...(await type(query)));
    raws.push(await page.evaluate(() => (globalThis as unknown as InPage).bench.raw()));
  }
  const raw = median(raws);
  const [typed, p90] = [median(letters), letters.toSorted((a, b) => a - b)[Math.floor(letters.length * 0.9)]!];
  const ratio = (ms: number) => `${ms.toFixed(1)} ms (${(ms / raw).toFixed(1)} x raw)`;
  console.log(`raw Dexie query of 50 rows: ${raw.toFixed(1)} ms`);
  console.log(`first paint with 10 customers ${ratio(few.paint)}, with ${MANY} ${ratio(many.paint)}`);
  console.log(`list stands with 10 customers ${ratio(few.list)}, with ${MANY} ${ratio(many.list)}`);
  console.log(`a letter typed: median ${ratio(typed)}, 90% within ${ratio(p90)}; the first after opening ${ratio(median(first))}; ${letters.length} letters`);
  const ratios = { type: typed / raw, first: median(first) / raw, paint: many.paint / raw, paintToTen: many.paint / few.paint };
  console.log(JSON.stringify({ bench: 'customers', customers: MANY, raw, few, many, type: typed, p90, first: median(first), ratios }));
} finally {
  await driver.close();
}
