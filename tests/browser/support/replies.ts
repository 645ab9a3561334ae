import { clickOn, inPanel } from './driver.ts';
import type { Tab } from './driver.ts';
import type { Shop } from './shops.ts';

/** The draft once it is as wanted; the last one seen when it never is. */
export async function draftBecomes(tab: Tab, shop: Shop, wanted: (draft: string) => boolean): Promise<string> {
  const until = Date.now() + 15_000;
  for (;;) {
    const draft = await shop.draft(tab);
    if (wanted(draft)) return draft;
    if (Date.now() > until) throw new Error(`the draft stays “${draft}”`);
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)), null);
  }
}

const EXPANDED = '好的，没问题';

/**
 * An abbreviation and Tab, taken back by Backspace and by Ctrl+Z, in one composer. Text stands
 * before and behind the abbreviation, and stays.
 */
export async function playExpansion(tab: Tab, shop: Shop): Promise<void> {
  await tab.until(() => document.querySelector('chatside-panel')?.getAttribute('data-state') === 'attached', null);
  await inPanel.appears(tab, '[data-chatside="reply"]');
  await clickOn(tab, shop.composer);
  await tab.type('您好，hdmwt！');
  await tab.press('ArrowLeft');
  for (const back of ['Backspace', 'Control+z']) {
    await tab.press('Tab');
    const draft = await draftBecomes(tab, shop, (text) => text.includes(EXPANDED));
    if (!draft.startsWith('您好，') || !draft.endsWith('！') || draft.includes('hdmwt')) throw new Error(`expanded to “${draft}”`);
    await tab.until(() => document.querySelector('chatside-panel')?.shadowRoot?.querySelector('.said'), null);
    await tab.press(back);
    await draftBecomes(tab, shop, (text) => text === '您好，hdmwt！');
    await inPanel.goes(tab, '.said');
  }
  // The caret is behind the abbreviation again.
  await tab.type('x');
  await draftBecomes(tab, shop, (text) => text === '您好，hdmwtx！');
  // No abbreviation stands there now: Tab is the page's, and leaves the box.
  await tab.press('Tab');
  await draftBecomes(tab, shop, (text) => text === '您好，hdmwtx！' || text === '您好，hdmwtx\t！');
}
