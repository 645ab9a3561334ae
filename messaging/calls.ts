import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { noAlerts, tell } from '../clock/alerts';
import type { Alerts, LateWait } from '../clock/alerts';
import { createTexts } from '../locales';
import type { Language } from '../locales';
import { readSettings } from '../storage/settings';

/** A notification's name is this and the number of the tab that was first in the burst. */
const WAITS = 'waits ';

interface Count {
  waiting: number;
  late: number;
}

/** Counts of each frame of a tab: a console may hold its chats in several. */
const counts = new Map<number, Map<number, Count>>();

/** Red when somebody waits too long, violet for what is due; all with white digits at 4.5:1 or more. The title says it in words. */
const COLOURS = { waiting: '#0b63ce', late: '#b3261e', due: '#6a3fa0' };

/** Shows on the toolbar button, for this tab alone, how many wait; nothing when nobody does or the badge is off. */
export async function showCount(tabId: number, frameId: number, count: Count): Promise<void> {
  const frames = counts.get(tabId) ?? new Map<number, Count>();
  counts.set(tabId, frames.set(frameId, count));
  await draw(tabId, frames);
}

/** Shows or hides what was counted, after the badge was switched on or off. A tab that has closed is forgotten. */
export async function redrawCounts(): Promise<void> {
  for (const [tabId, frames] of counts) await draw(tabId, frames).catch(() => counts.delete(tabId));
}

async function draw(tabId: number, frames: Map<number, Count>): Promise<void> {
  const { callByBadge } = await readSettings();
  const sum = (key: keyof Count) => [...frames.values()].reduce((total, one) => total + one[key], 0);
  const waiting = callByBadge ? sum('waiting') : 0;
  // Null, which the types lack: without a text of its own the tab shows what is due.
  await browser.action.setBadgeText({ tabId, text: (waiting > 0 ? String(waiting) : null) as string });
  const color = waiting === 0 ? COLOURS.due : sum('late') > 0 ? COLOURS.late : COLOURS.waiting;
  await browser.action.setBadgeBackgroundColor({ tabId, color });
}

/** Shows on the toolbar button, wherever nobody waits, how many things are due. */
export async function showDue(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: count > 0 ? String(count) : '' });
  await browser.action.setBadgeBackgroundColor({ color: COLOURS.due });
}

/** What was told so far: in memory, for all tabs, and over the worker's end. */
const session = storage.defineItem<Alerts>('session:alerts', { fallback: noAlerts });
let telling: Promise<unknown> = Promise.resolve();

/** What came of it, for the tab that asked. */
export interface Told {
  told: string[];
  /** The tab plays the tone now. */
  tone: boolean;
  againMs: number | null;
}

/** Tells the agent of these waits as `tell` decides, one tab after the other: a burst makes one notification, which grows. */
export function tellOf(site: string, tabId: number | null, late: LateWait[], language: Language): Promise<Told> {
  const next = telling.then(async () => {
    const { alerts, told, how, againMs } = tell(await session.getValue(), site, late, Date.now());
    if (how !== null) {
      await session.setValue(alerts);
      // Not being able to show it must not make the tone repeat itself.
      await notify(`${WAITS}${tabId ?? ''}`, alerts.names, how, language).catch(() => {});
    }
    return { told, tone: how === 'anew', againMs };
  });
  telling = next.catch(() => {});
  return next;
}

/** Does nothing while notifications are off, or the browser took the permission back. */
async function notify(id: string, names: string[], how: 'anew' | 'more', language: Language): Promise<void> {
  const { callByNotification } = await readSettings();
  if (!callByNotification || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const { t } = createTexts(language);
  const options = {
    title: t('waits.alertTitle', { count: names.length }),
    message: names.slice(0, 5).map((name) => name || t('customer.unnamed')).join(language === 'zh-CN' ? '、' : ', '),
  };
  if (how === 'anew') {
    const shown = Object.keys(await browser.notifications.getAll());
    await Promise.all(shown.filter((one) => one.startsWith(WAITS) && one !== id).map((one) => browser.notifications.clear(one)));
    await browser.notifications.create(id, { ...options, type: 'basic', iconUrl: browser.runtime.getURL('/icon/128.png') });
    return;
  }
  // Firefox cannot change one without showing it anew; the tab's title and the badge have the count there.
  const shown = Object.keys(await browser.notifications.getAll()).find((one) => one.startsWith(WAITS));
  if (shown) await browser.notifications.update?.(shown, options);
}

/** A press on a notification of waits shows the tab that they are in. */
export async function showWaits(notification: string): Promise<void> {
  const tabId = Number(notification.slice(WAITS.length));
  if (!notification.startsWith(WAITS) || !tabId) return;
  const { windowId } = await browser.tabs.update(tabId, { active: true }) ?? {};
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
  await browser.notifications.clear(notification);
}
