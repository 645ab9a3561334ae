import { browser } from 'wxt/browser';
import type { Notice } from './protocol';

/** Tells the content scripts of all tabs; a tab without one is passed over. */
export async function notifyTabs(notice: Notice, onlyTab?: number): Promise<void> {
  const ids = onlyTab === undefined ? (await browser.tabs.query({})).map((tab) => tab.id) : [onlyTab];
  await Promise.all(
    ids.map((id) => (id === undefined ? undefined : browser.tabs.sendMessage(id, notice).catch(() => undefined))),
  );
}
