import { resolve } from 'node:path';
import { serveFolder } from '../../scripts/serve.ts';
import { startChromium, tabOf } from '../browser/support/chromium.ts';
import { clickOn, inPanel } from '../browser/support/driver.ts';
import { storePack } from '../browser/support/replies.ts';
import { manyReplies, queries } from './replies.corpus.ts';

/**
 * The whole keystroke in the built extension with 20,000 replies in a pack: a `/query` typed in
 * the practice shop's box, and one in the panel's field. What is measured is all the CPU time of the
 * page's main thread until nothing is left to do: input, search, render, check, draw. Also what
 * it costs to begin: the first time, and when the background was stopped meanwhile.
 * Needs `npm run build -- --mode test`. The last line is JSON.
 */

const REPLIES = 20_000;
const QUERIES = 24;

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, two) => one - two);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

const pages = await serveFolder(resolve('.output/chrome-mv3-test'));
const driver = await startChromium({ language: 'zh-CN' });
const replies = manyReplies(REPLIES).map(({ pack, ...reply }, at) => ({ ...reply, id: `${pack}-${at}` }));
await storePack(driver, { id: 'many', replies });

/** Opens the shop and waits until a reply that only the big pack has is found. */
async function open() {
  const page = await driver.context.newPage();
  const devtools = await driver.context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addInitScript(() => {
    const world = window as unknown as { longest: number };
    world.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) world.longest = Math.max(world.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const begun = performance.now();
  await page.goto(`${pages.origin}/practice.html?lang=zh&seed=7&scene=parcel-delay`);
  await page.waitForFunction(() => document.querySelector('chatside-panel')?.getAttribute('data-state') === 'attached', null, { timeout: 120_000 });
  const panelMs = performance.now() - begun;
  await page.waitForFunction(
    () => document.querySelector('chatside-panel')?.shadowRoot?.querySelector('[data-chatside="reply"][data-id^="many/"]'),
    null,
    { timeout: 120_000 },
  );
  const repliesMs = performance.now() - begun;
  const busy = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const longestTaskMs = await page.evaluate(() => (window as unknown as { longest: number }).longest);
  return { page, busy, panelMs, repliesMs, longestTaskMs };
}

type Opened = Awaited<ReturnType<typeof open>>;

/** Waits until the page has drawn two frames and has had an idle moment. */
const settled = ({ page }: Opened) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)))));

/** Work of the main thread for doing nothing as long as a keystroke is waited for, ms: not the keystroke's. */
async function idleWork(opened: Opened): Promise<number> {
  const costs: number[] = [];
  for (let times = 0; times < 20; times++) {
    const before = await opened.busy();
    await settled(opened);
    costs.push((await opened.busy()) - before);
  }
  return quantile(costs, 0.5);
}

async function typeAll(opened: Opened, texts: string[], clear: () => Promise<void>): Promise<number[]> {
  const idle = await idleWork(opened);
  const costs: number[] = [];
  for (const text of texts) {
    for (const key of text) {
      const before = await opened.busy();
      await opened.page.keyboard.type(key);
      await settled(opened);
      costs.push(Math.max(0, (await opened.busy()) - before - idle));
    }
    await clear();
    await settled(opened);
  }
  return costs;
}

const first = await open();
await first.page.close();
const opened = await open();
const all = queries('report').map(({ query }) => query.replaceAll(/[\s/]/g, ''));
const chosen = all.filter((_, at) => at % Math.floor(all.length / QUERIES) === 0);
const tab = tabOf(opened.page);
await clickOn(tab, '.reply-input');
const inBox = await typeAll(opened, chosen.map((query) => `/${query}`), () => opened.page.locator('.reply-input').fill(''));
await opened.page.keyboard.press('Alt+Shift+K');
await inPanel.appears(tab, '[data-chatside="reply-search"]');
const inField = await typeAll(opened, chosen, () => opened.page.locator('chatside-panel [data-chatside="reply-search"]').fill(''));

const summary = (costs: number[]) => ({ keystrokes: costs.length, medianMs: +quantile(costs, 0.5).toFixed(1), p95Ms: +quantile(costs, 0.95).toFixed(1), p99Ms: +quantile(costs, 0.99).toFixed(1), maxMs: +Math.max(...costs).toFixed(1) });
const result = {
  bench: 'keystroke',
  replies: REPLIES,
  first: { panelMs: Math.round(first.panelMs), repliesMs: Math.round(first.repliesMs), longestTaskMs: first.longestTaskMs },
  again: { panelMs: Math.round(opened.panelMs), repliesMs: Math.round(opened.repliesMs), longestTaskMs: opened.longestTaskMs },
  inBox: summary(inBox),
  inField: summary(inField),
};
console.table({ 'at the chat box': result.inBox, 'in the panel': result.inField });
console.log(`First opened: panel after ${result.first.panelMs} ms, replies after ${result.first.repliesMs} ms, longest task of the page ${result.first.longestTaskMs} ms`);
console.log(`Opened again: panel after ${result.again.panelMs} ms, replies after ${result.again.repliesMs} ms, longest task of the page ${result.again.longestTaskMs} ms`);
console.log(JSON.stringify(result));
await driver.close();
pages.close();
