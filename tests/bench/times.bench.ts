/**
 * Times a year's report over 500,000 waits out of IndexedDB in Chromium: `node tests/bench/times.bench.ts`.
 * Medians of 5 runs after one to warm up, ms, and the ratio to reading the same rows raw. The last
 * line is one JSON object.
 */
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { Run } from './times.page.ts';

const ROWS = Number(process.argv[2] ?? 500_000);

const built = await build({
  configFile: false,
  logLevel: 'error',
  build: { write: false, minify: false, lib: { entry: 'tests/bench/times.page.ts', formats: ['iife'], name: 'times' } },
});
const bundles = Array.isArray(built) ? built : [built];
const code = bundles.flatMap((bundle) => ('output' in bundle ? bundle.output : [])).flatMap((file) => ('code' in file ? file.code : []))[0]!;

const browser = await chromium.launch({ executablePath: process.env['CHATSIDE_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.route('https://bench.test/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto('https://bench.test/');
  await page.addScriptTag({ content: code });
  interface Bench { bench: { fill(rows: number): Promise<void>; run(): Promise<Run> } }
  await page.evaluate((rows) => (globalThis as unknown as Bench).bench.fill(rows), ROWS);
  const runs: Run[] = [];
  for (let n = 0; n < 6; n += 1) runs.push(await page.evaluate(() => (globalThis as unknown as Bench).bench.run()));
  const median = (key: keyof Run) => runs.slice(1).map((run) => run[key]).sort((a, b) => a - b)[2]!;
  const [raw, read, ours] = [median('raw'), median('read'), median('ours')];
  console.log(`${ROWS} rows: raw ${raw.toFixed(0)} ms, read ${read.toFixed(0)} ms, columns and report ${ours.toFixed(0)} ms`);
  console.log(JSON.stringify({ bench: 'times', rows: ROWS, raw, read, ours, ratio: (read + ours) / raw }));
} finally {
  await browser.close();
}
