import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DUE, remind } from '../../../messaging/reminders';
import { changeCustomer } from '../../../storage/customers';
import { database } from '../../../storage/database';
import { addFollowUp, changeFollowUp } from '../../../storage/follow-ups';
import { changeSettings } from '../../../storage/settings';

const lin = { site: 'shop.example', key: 'uid-7', name: '林小姐' };
const HOUR = 3_600_000;

/** What a browser would show; it has no unit tests' notifications to look at. */
const shown = { badge: '', notices: [] as { title: string; message: string }[] };

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(shown, { badge: '', notices: [] });
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation(async ({ text }) => void (shown.badge = text ?? ''));
  vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockResolvedValue();
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never);
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation((async (_: string, notice: { title: string; message: string }) => {
    shown.notices.push({ title: notice.title, message: notice.message });
    return '';
  }) as never);
  await database.delete();
  await database.open();
  await changeSettings({ remindByNotification: true });
});

it('counts what is due, sets the alarm for the next, and tells of each once', async () => {
  const now = Date.now();
  const late = await addFollowUp(lin, { kind: 'promise', text: '12 号到货', dueAt: now - HOUR }, '');
  const next = await addFollowUp(lin, { kind: 'followUp', text: '回访', dueAt: now + HOUR }, '');
  await remind('en');
  await remind('en');
  expect(shown).toEqual({ badge: '1', notices: [{ title: '1 thing is due', message: '林小姐: 12 号到货' }] });
  expect((await fakeBrowser.alarms.get(DUE))?.scheduledTime).toBe(now + HOUR);
  // What is put off comes again, and is told of again.
  await changeFollowUp(late.id, { snoozedUntil: now + HOUR / 2 });
  await remind('en');
  expect([shown.badge, (await fakeBrowser.alarms.get(DUE))?.scheduledTime]).toEqual(['', now + HOUR / 2]);
  await changeFollowUp(late.id, { snoozedUntil: now - 1 });
  await remind('en');
  expect(shown.notices).toHaveLength(2);
  for (const { id } of [late, next]) await changeFollowUp(id, { doneAt: now });
  await remind('en');
  expect([shown.badge, await fakeBrowser.alarms.get(DUE)]).toEqual(['', undefined]);
});

it('says nothing of a file that is not open, and nothing at all when switched off', async () => {
  const { customerId } = await addFollowUp(lin, { kind: 'promise', text: '12 号到货', dueAt: 5 }, '');
  await changeCustomer(customerId, { secrecy: 'secret' });
  await remind('en');
  expect(shown.notices.map(({ message }) => message)).toEqual(['A customer whose file is not open']);
  await changeSettings({ remindByNotification: false });
  await addFollowUp(lin, { kind: 'promise', text: 'x', dueAt: 6 }, '');
  await remind('en');
  expect([shown.badge, shown.notices.length]).toEqual(['2', 1]);
});
