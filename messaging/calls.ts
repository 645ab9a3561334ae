import { browser } from 'wxt/browser';
import { createTexts } from '../locales';
import type { Language } from '../locales';
import { readSettings } from '../storage/settings';

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

/**
 * One notification for all these waits, in place of the tab's last. Does nothing while notifications
 * are off, or the browser took the permission back.
 */
export async function notifyWaits(tabId: number | null, names: string[], language: Language): Promise<void> {
  const { callByNotification } = await readSettings();
  if (!callByNotification || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const { t } = createTexts(language);
  await browser.notifications.create(`waits ${tabId ?? ''}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: t('waits.alertTitle', { count: names.length }),
    message: names.slice(0, 5).map((name) => name || t('customer.unnamed')).join(language === 'zh-CN' ? '、' : ', '),
  });
}
