import { browser } from 'wxt/browser';
import { createTexts } from '../locales';
import type { Language } from '../locales';
import { dueItems, takeUnreminded } from '../storage/due';
import type { DueItem } from '../storage/due';
import { readSettings } from '../storage/settings';
import { showDue } from './calls';
import { remindOfHandover } from './handover-reminder';

/** Name of the alarm, and of the notification. */
export const DUE = 'due';
/** Where a press on the notification leads. */
export const DUE_PAGE = '/workbench.html#/customers/due';

/**
 * Reminds of what is due: the number on the button, and, where wanted, one notification for all that
 * came due since the last. Sets the alarm for the next. All of it comes out of the tables, so that a
 * stopped worker or browser loses nothing.
 */
export async function remind(language: Language): Promise<void> {
  const now = Date.now();
  const items = await dueItems();
  const due = items.filter(({ remindAt }) => remindAt <= now);
  const handover = await remindOfHandover(now, language);
  await showDue(due.length + Number(handover));
  const next = items.find(({ remindAt }) => remindAt > now);
  if (next) await browser.alarms.create(DUE, { when: next.remindAt });
  else await browser.alarms.clear(DUE);
  const { remindByNotification } = await readSettings();
  if (!remindByNotification || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const fresh = await takeUnreminded(due);
  if (fresh.length === 0) return;
  const { t } = createTexts(language);
  await browser.notifications.create(DUE, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: t('due.alertTitle', { count: fresh.length }),
    message: fresh.slice(0, 4).map((item) => lineOf(item, t('due.hidden'))).join('\n'),
  });
}

/** One line of a notification, which anybody at the desk can read: nothing of what is secret. */
function lineOf({ customer, entry }: DueItem, hidden: string): string {
  if (customer.secrecy !== 'open') return hidden;
  return `${customer.name}: ${entry.text.slice(0, 80)}`;
}
