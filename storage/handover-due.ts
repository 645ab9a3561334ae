import { storage } from 'wxt/utils/storage';
import { shiftEnding } from '../handover/remind';
import { allSheets } from './handovers';
import { readSettings } from './settings';

/** End of the last shift that the agent was reminded of, epoch ms. */
const reminded = storage.defineItem<number>('local:handoverReminded', { fallback: 0 });

/** The shift whose handover is to be written by now, null when none is or it is signed already; and when to look again. */
export async function handoverDue(now: number): Promise<{ ending: { from: number; to: number } | null; next: number | null }> {
  // `Promise.resolve` in a live query is Dexie's own: after a bare wait for anything else it would follow no change.
  const { shift, remindHandover } = await Promise.resolve(readSettings());
  if (!remindHandover) return { ending: null, next: null };
  const { ending, next } = shiftEnding(shift, now);
  const isSigned = ending !== null && (await allSheets()).some(({ signed }) => signed !== null && signed.at >= ending.from);
  return { ending: isSigned ? null : ending, next };
}

/** Whether the agent was not yet told of the end of this shift; from now on they were. */
export async function takeHandoverReminder(shift: { to: number }): Promise<boolean> {
  if ((await reminded.getValue()) >= shift.to) return false;
  await reminded.setValue(shift.to);
  return true;
}
