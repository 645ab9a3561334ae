/**
 * Times a year's report over 500,000 waits in the built extension, in Chromium: `node tests/bench/times.bench.ts [ROWS]`.
 * Raw is the browser's own `getAll` over the same rows; ours is what the report does until its figures are
 * there. Both take turns at going first; medians of 5 after one to warm up, ms. The last line is one JSON object.
 */
import { spawnSync } from 'node:child_process';
import { build } from 'vite';
import { startChromium } from '../browser/support/chromium.ts';
import type { bench } from './times.page.ts';

const ROWS = Number(process.argv[2] ?? 500_000);
const ROUNDS = 5;

interface InPage {
  bench: typeof bench;
}

const built = await build({
  configFile: false,
  logLevel: 'error',
  build: { write: false, minify: false, lib: { entry: 'tests/bench/times.page.ts', formats: ['iife'], name: 'times' } },
});
const bundles = Array.isArray(built) ? built : [built];
const code = bundles.flatMap((bundle) => ('output' in bundle ? bundle.output : [])).flatMap((file) => ('code' in file ? file.code : []))[0]!;
const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;

spawnSync('node', ['scripts/build.mjs', '--mode', 'test', '--browser', 'chrome'], { stdio: 'ignore' });
const driver = await startChromium({ language: 'en' });
try {
  const page = await driver.context.newPage();
  await page.goto(driver.extensionUrl('popup.html'));
  await page.evaluate(code);
  await page.evaluate((rows) => (globalThis as unknown as InPage).bench.fill(rows), ROWS);
  const first = await page.evaluate(() => (globalThis as unknown as InPage).bench.first());
  const [inRaw, inOurs] = await page.evaluate(() => (globalThis as unknown as InPage).bench.check());
  if (inRaw !== ROWS || inOurs !== ROWS) throw new Error(`${inRaw} raw rows and ${inOurs} in the report of ${ROWS}`);
  const times = { raw: [] as number[], ours: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const which of round % 2 ? (['raw', 'ours'] as const) : (['ours', 'raw'] as const)) {
      const ms = await page.evaluate((name) => (globalThis as unknown as InPage).bench[name](), which);
      if (round > 0) times[which].push(ms);
    }
  }
  // The page itself: from the choice of the first day to the figures of the year.
  const report = await driver.context.newPage();
  await report.goto(driver.extensionUrl('workbench.html#/clock'));
  await report.getByLabel('Period').selectOption('custom');
  const shown: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const began = performance.now();
    await report.getByLabel('From', { exact: true }).fill(new Date(Date.now() - (365 - round) * 86_400_000).toLocaleDateString('sv'));
    await report.locator('dl.figures').waitFor({ state: 'visible' });
    if (round > 0) shown.push(performance.now() - began);
    await report.getByLabel('From', { exact: true }).fill(new Date().toLocaleDateString('sv'));
    await report.locator('dl.figures').waitFor({ state: 'detached' });
  }
  const [raw, ours, onPage] = [median(times.raw), median(times.ours), median(shown)];
  const row = (name: string, ms: number) => console.log(`${ms.toFixed(0).padStart(8)} ms  ${name}`);
  row(`the same ${ROWS} rows raw out of IndexedDB`, raw);
  row(`the report of the year out of packed days (${(ours / raw).toFixed(3)} of raw)`, ours);
  row('the first time, packing the days', first);
  row('on the page: from the choice of the period to its figures', onPage);
  console.log(JSON.stringify({ bench: 'times', rows: ROWS, rounds: ROUNDS, raw, ours, ratio: ours / raw, first, onPage }));
} finally {
  await driver.close();
}
