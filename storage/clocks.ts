import { mergeClocks } from '../clock/stored';
import { database } from './database';
import { parseRecords } from './parse';
import { clockStateSchema, keptClockSchema } from './records';
import type { KeptClock } from './records';

/** Where a clock runs: two tabs of one site, or two frames of one tab, each have their own. */
export type ClockPlace = Pick<KeptClock, 'site' | 'tab' | 'frame' | 'session'>;

/** Keeps the clock of a page over its reload, the worker's end and the browser's. */
export async function keepClock(place: ClockPlace, state: string): Promise<void> {
  await database.clocks.put({ ...place, state, at: Date.now() });
}

/**
 * The clock that goes on in this place, or null. It is the one that was kept for this very place; a place
 * without one takes over what pages of this site left that are gone: of an earlier run of the browser, of
 * closed tabs, or of a frame before its reload (which gives it a new number).
 * @param openTabs ids of the tabs that are open now
 */
export function takeClock({ site, tab, frame, session }: ClockPlace, openTabs: Set<number>): Promise<string | null> {
  return database.transaction('rw', database.clocks, database.clockStates, async () => {
    const ofSite = parseRecords('clocks', keptClockSchema, await database.clocks.where('site').equals(site).toArray()).records;
    const own = ofSite.find((kept) => kept.tab === tab && kept.frame === frame);
    if (own) return own.state;
    const isGone = (kept: KeptClock) =>
      kept.session !== session || !openTabs.has(kept.tab) || (kept.tab === tab && kept.frame !== 0 && frame !== 0);
    const left = ofSite.filter(isGone);
    const ofVersion1 = clockStateSchema.safeParse(await database.clockStates.get(site));
    const state = mergeClocks([...left.map((kept) => kept.state), ...(ofVersion1.success ? [ofVersion1.data.state] : [])]);
    await database.clocks.bulkDelete(left.map((kept): [string, number, number] => [kept.site, kept.tab, kept.frame]));
    await database.clockStates.delete(site);
    if (state !== null) await database.clocks.put({ site, tab, frame, session, state, at: Date.now() });
    return state;
  });
}

/** The clocks of all pages, latest first. */
export async function keptClocks(): Promise<KeptClock[]> {
  return parseRecords('clocks', keptClockSchema, await database.clocks.toArray()).records.toSorted((a, b) => b.at - a.at);
}

/** Forgets the clocks of all pages. */
export function forgetClocks(): Promise<void> {
  return database.transaction('rw', database.clocks, database.clockStates, async () => {
    await Promise.all([database.clocks.clear(), database.clockStates.clear()]);
  });
}

/** Forgets clocks that were kept last before `before`, epoch ms, and that no page took up again. */
export async function pruneClocks(before: number): Promise<void> {
  await database.clocks.filter(({ at }) => at < before).delete();
}
