import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { periodOf } from '../../../clock/period';
import { newSheet } from '../../../handover/sheet';
import { sign } from '../../../handover/steps';
import { database } from '../../../storage/database';
import { handoverDue, takeHandoverReminder } from '../../../storage/handover-due';
import { changeSheet } from '../../../storage/handovers';
import { changeSettings } from '../../../storage/settings';

const hours = { from: '09:00', to: '18:00' };
const shift = periodOf({ kind: 'shift', ...hours }, new Date(2026, 10, 24, 12).getTime(), 'local');
const quarter = 15 * 60_000;

beforeEach(async () => {
  fakeBrowser.reset();
  await database.delete();
  await database.open();
  await changeSettings({ shift: hours, remindHandover: true });
});

it('is due from a quarter of an hour before the end until it is signed', async () => {
  expect(await handoverDue(shift.to - quarter - 1)).toEqual({ ending: null, next: shift.to - quarter });
  expect((await handoverDue(shift.to - quarter)).ending).toEqual(shift);
  await database.handovers.put(newSheet('s1', shift, shift.from));
  expect((await handoverDue(shift.to)).ending).toEqual(shift);
  await changeSheet('s1', (sheet) => sign(sheet, '小王', shift.to));
  expect((await handoverDue(shift.to)).ending).toBeNull();
});

it('is told once a shift, and never when nobody wants to be told', async () => {
  expect([await takeHandoverReminder(shift), await takeHandoverReminder(shift)]).toEqual([true, false]);
  expect(await takeHandoverReminder({ to: shift.to + 86_400_000 })).toBe(true);
  await changeSettings({ remindHandover: false });
  expect(await handoverDue(shift.to)).toEqual({ ending: null, next: null });
});
