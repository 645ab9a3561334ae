import { periodOf } from '../clock/period';
import { isUntouched, fill } from '../handover/fill';
import type { Pending } from '../handover/fill';
import { newSheet, sheetSchema, stateOf } from '../handover/sheet';
import type { Sheet } from '../handover/sheet';
import { Fault } from '../locales/fault';
import { database } from './database';
import { announceDue } from './due-revision';
import { parseRecords } from './parse';

/** All sheets, newest first; a damaged one is passed over. */
export async function allSheets(): Promise<Sheet[]> {
  return parseRecords('handovers', sheetSchema, await database.handovers.orderBy('createdAt').reverse().toArray()).records;
}

/**
 * The draft that is being written, or a new one for the shift with these local hours. One on which
 * nobody has worked passes to the present shift.
 */
export function draftFor(hours: { from: string; to: string }, now: number): Promise<Sheet> {
  return database.transaction('rw', database.handovers, async () => {
    const shift = periodOf({ kind: 'shift', ...hours }, now, 'local');
    const known = (await allSheets()).find((sheet) => stateOf(sheet) === 'draft');
    if (known && (!isUntouched(known) || (known.shift.from === shift.from && known.shift.to === shift.to))) return known;
    const sheet = known ? { ...known, shift, changedAt: now } : newSheet(crypto.randomUUID(), shift, now);
    await database.handovers.put(sheet);
    return sheet;
  });
}

/**
 * Changes a sheet by one of the steps of `handover/`; on the disk when it resolves. Read and written in
 * one transaction: two pages that change one sheet lose nothing. Does nothing when it is gone.
 */
export async function changeSheet(id: string, step: (sheet: Sheet) => Sheet): Promise<void> {
  const isSignedNow = await database.transaction('rw', database.handovers, async () => {
    const stored = sheetSchema.safeParse(await database.handovers.get(id));
    if (!stored.success) return false;
    const changed = step(stored.data);
    if (changed !== stored.data) await database.handovers.put(sheetSchema.parse(changed));
    return changed.signed !== stored.data.signed;
  });
  // The reminder of the handover ends.
  if (isSignedNow) await announceDue();
}

/** Fills the draft with what is pending now. */
export function fillSheet(id: string, pending: Pending[], now: number): Promise<void> {
  return changeSheet(id, (sheet) => fill(sheet, pending, now, () => crypto.randomUUID()));
}

/** Takes away a sheet for good. */
export function removeSheet(id: string): Promise<void> {
  return database.handovers.delete(id);
}

/**
 * Stores a sheet of another computer, over an older state of the same one.
 * @param name the file's name, for the sentence
 * @throws Fault `handover-older` when the same sheet was changed here later
 */
export function importSheet(sheet: Sheet, name: string): Promise<void> {
  return database.transaction('rw', database.handovers, async () => {
    const known = await database.handovers.get(sheet.id);
    if (known && known.changedAt > sheet.changedAt) throw new Fault('handover-older', name);
    await database.handovers.put(sheet);
  });
}
