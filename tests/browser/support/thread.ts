import { existsSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { clickOn, inPanel } from './driver.ts';
import type { Driver, Tab } from './driver.ts';
import type { Shop } from './shops.ts';

/** Runs one named step; returns what was seen, in words. */
export type Step = (name: string, run: () => Promise<string>, shown?: Tab) => Promise<void>;

const NOTE = '偏好蓝色，12 号前要收到';
const BANNED = '全网最低价';

/**
 * The main job, from the customer's first word to the exported notes, as an agent does it by
 * keyboard. Throws at the first thing that is not as it should be.
 */
export async function playThread(driver: Driver, origin: string, shop: Shop, step: Step): Promise<void> {
  const tab = await driver.open(`${origin}${shop.path}`);
  let customer = '';
  let begun = 0;

  await step('The chat is found and the panel stands beside it', async () => {
    await tab.until(() => document.querySelector('chatside-panel')?.getAttribute('data-state') === 'attached', null);
    return `data-site="${await tab.evaluate(() => document.querySelector('chatside-panel')?.getAttribute('data-site'), null)}"`;
  }, tab);

  await step('A customer writes, and the clock runs', async () => {
    await shop.receive(tab, '你好，请问这款什么时候发货？');
    await inPanel.appears(tab, '[data-chatside="wait"]');
    customer = (await inPanel.attribute(tab, '[data-chatside="customer"]', 'data-key')) ?? '';
    begun = Number(await inPanel.attribute(tab, '[data-chatside="wait"]', 'data-since'));
    same(Number.isSafeInteger(begun) && begun <= Date.now(), true, 'the wait has a beginning');
    return `waiting since ${new Date(begun).toISOString()}, customer ${customer}`;
  }, tab);

  await step('A reply is found with two letters and lands in the chat box', async () => {
    await clickOn(tab, shop.composer);
    await tab.type('/fh');
    await inPanel.appears(tab, '.at-box [data-chatside="reply"]');
    const title = await inPanel.attribute(tab, '.at-box [data-chatside="reply"]', 'data-title');
    await tab.press('Enter');
    await inPanel.goes(tab, '.at-box [data-chatside="reply"]');
    // The offers close as the query is taken up, a moment before the reply stands in its place.
    await comes(tab, 'the reply stands in the place of the query', async () => {
      const text = await shop.draft(tab);
      return text.length > 5 && !text.includes('/fh');
    });
    const draft = await shop.draft(tab);
    same(await shop.sent(tab), [], 'nothing was sent');
    return `“${title}” → ${draft}`;
  }, tab);

  await step('A banned word is shown and the send is held', async () => {
    await fillSlots(tab, shop);
    await tab.press('End');
    await tab.type(` ${BANNED}`);
    await inPanel.appears(tab, '[data-chatside="hit"][data-level="block"]');
    const draft = await shop.draft(tab);
    await tab.press('Enter');
    await inPanel.appears(tab, '[data-chatside="hold"]');
    same(await shop.draft(tab), draft, 'the draft is as it was');
    same(await shop.sent(tab), [], 'nothing was sent');
    return `held: ${await inPanel.attribute(tab, '[data-chatside="hit"]', 'data-term')}`;
  }, tab);

  await step('The word is mended and the message goes out once', async () => {
    await clickOn(tab, shop.composer);
    await tab.press('Alt+Shift+Period');
    await inPanel.goes(tab, '[data-chatside="hit"][data-level="block"]');
    const draft = await shop.draft(tab);
    same(draft.includes(BANNED), false, 'the word is gone');
    await tab.press('Enter');
    await comes(tab, 'the message was sent', async () => (await shop.sent(tab)).length > 0);
    same((await shop.sent(tab)).map(flat), [flat(draft)], 'exactly the draft was sent, once');
    return `sent: ${draft}`;
  }, tab);

  await step('The clock stops', async () => {
    // Another wait may have begun: the customers of the practice shop ask on.
    await tab.until(
      ([key, since]) => ![...(document.querySelector('chatside-panel')?.shadowRoot?.querySelectorAll('[data-chatside="wait"]') ?? [])]
        .some((wait) => wait.getAttribute('data-customer') === key && Number(wait.getAttribute('data-since')) <= since),
      [customer, begun] as const,
    );
    return 'this wait is over';
  }, tab);

  await step('A note on this customer is kept', async () => {
    await tab.press('Alt+Shift+N');
    await tab.until(
      () => document.querySelector('chatside-panel')?.shadowRoot?.activeElement?.getAttribute('data-chatside') === 'note-input',
      null,
    );
    await tab.type(NOTE);
    await tab.press('Enter');
    await inPanel.appears(tab, '[data-chatside="note"]');
    return (await inPanel.text(tab, '[data-chatside="note"]')) ?? '';
  }, tab);

  const popup = await driver.open(driver.extensionUrl('popup.html'));
  await step('The note is found again in the popup', async () => {
    await popup.until(() => document.querySelector('input[type="search"]'), null);
    await clickOn(popup, 'input[type="search"]');
    await popup.type('蓝色');
    await popup.until((note) => document.querySelector('[data-chatside="customer"]')?.textContent?.includes(note), NOTE);
    const key = await popup.evaluate(() => document.querySelector('[data-chatside="customer"]')?.getAttribute('data-key'), null);
    same(key, customer, 'it is the customer of the chat');
    return `found by “蓝色”`;
  }, popup);

  await step('All notes leave as a file', async () => {
    const saved: string[] = [];
    for (const kind of ['csv', 'json']) {
      const file = fileIn(driver.downloads, `.${kind}`);
      await clickOn(popup, `[data-export="${kind}"]`);
      const text = await file;
      same(text.includes(NOTE), true, `the note is in the ${kind}`);
      saved.push(`${kind}: ${text.length} characters`);
    }
    return saved.join(', ');
  }, popup);

  const workbench = await driver.open(driver.extensionUrl('workbench.html#/clock'));
  await step('The time is stored', async () => {
    const waits = await workbench.evaluate(storedWaits, null);
    same(waits.map((wait) => [wait.customerKey, wait.outcome]), [[customer, 'answered']], 'this one wait is stored');
    return waits.map((wait) => `${Math.round((wait.endedAt - wait.since) / 1000)} s on ${wait.site}`).join();
  }, workbench);
  for (const page of [tab, popup, workbench]) await page.close();
}

interface StoredWait {
  site: string;
  customerKey: string;
  outcome: string;
  since: number;
  endedAt: number;
}

/** Runs in one of the extension's pages. */
async function storedWaits(): Promise<StoredWait[]> {
  const opened = indexedDB.open('chatside');
  await new Promise((done) => (opened.onsuccess = done));
  const all = opened.result.transaction('waits').objectStore('waits').getAll();
  await new Promise((done) => (all.onsuccess = done));
  opened.result.close();
  return all.result as StoredWait[];
}

/** Tab goes from slot to slot; each is filled by typing. */
async function fillSlots(tab: Tab, shop: Shop): Promise<void> {
  for (let slots = 0; (await shop.draft(tab)).includes('⟦'); slots++) {
    if (slots > 5) throw new Error('a slot stays open');
    await tab.press('Tab');
    await tab.type('今天');
  }
}

/** Waits, frame by frame, until something holds. */
async function comes(tab: Tab, what: string, holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`not seen: ${what}`);
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)), null);
  }
}

/** Resolves with the text of the next file of this kind, once the browser has written it whole. */
function fileIn(folder: string, ending: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      for (const file of readdirSync(folder)) {
        const path = join(folder, file);
        // Chromium's driver gives downloads a name of its own, without an ending.
        const named = file.endsWith(ending) || !file.includes('.');
        if (!named || !existsSync(path)) continue;
        const text = readFileSync(path, 'utf8');
        const whole = ending === '.json' ? text.endsWith('}\n') : text.startsWith('\uFEFF') && text.endsWith('\n');
        if (!whole) continue;
        stop();
        resolve(text);
        return;
      }
    };
    const watcher = watch(folder, look);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`no ${ending} file was saved`));
    }, 15_000);
    const stop = () => {
      clearTimeout(timer);
      watcher.close();
    };
    look();
  });
}

/** Editors differ in the white space that they keep at a line's end. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function same(seen: unknown, wanted: unknown, what: string): void {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: seen ${a}, wanted ${b}`);
}
