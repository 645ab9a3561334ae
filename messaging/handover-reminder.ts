import { browser } from 'wxt/browser';
import { createTexts } from '../locales';
import type { Language } from '../locales';
import { handoverDue, takeHandoverReminder } from '../storage/handover-due';

/** Name of the alarm, and of the notification. */
export const HANDOVER = 'handover';
/** Where a press on the notification leads. */
export const HANDOVER_PAGE = '/workbench.html#/clock/handover';

/**
 * Reminds of the handover before the shift's end: one notification a shift where the browser gives leave. Sets the
 * alarm for the next; all of it follows from settings, sheets and the time, so that a stopped worker or
 * browser loses nothing.
 * @returns whether a handover is to be written now
 */
export async function remindOfHandover(now: number, language: Language): Promise<boolean> {
  const { ending, next } = await handoverDue(now);
  if (next === null) await browser.alarms.clear(HANDOVER);
  else await browser.alarms.create(HANDOVER, { when: next });
  if (!ending || !(await takeHandoverReminder(ending))) return ending !== null;
  if (await browser.permissions.contains({ permissions: ['notifications'] })) {
    const { t } = createTexts(language);
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(ending.to);
    await browser.notifications.create(HANDOVER, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: t('handover.title'),
      message: t('handover.reminder', { time }),
    });
  }
  return true;
}
