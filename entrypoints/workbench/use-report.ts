import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'react';
import { toColumns } from '../../clock/columns';
import type { Columns } from '../../clock/columns';
import { measure } from '../../clock/measures';
import type { Measurement } from '../../clock/measures';
import type { Period } from '../../clock/period';
import type { Preset } from '../../clock/preset';
import { report } from '../../clock/report';
import type { Report } from '../../clock/report';
import { DAY } from '../../clock/zone';
import { holdsBetween, waitsBetween } from '../../storage/activity';
import type { Hold, WaitRecord } from '../../storage/records';
import { columnsBetween } from '../../storage/wait-days';

/** Longer periods, ms, are read once: reading a year anew at each answer would keep the page busy. */
const LIVE_UP_TO = 32 * DAY;

export interface Times {
  columns: Columns;
  holds: Hold[];
  /** Oldest first; null until they are read, which for a year takes seconds. */
  waits: WaitRecord[] | null;
}

async function readShort(from: number, to: number): Promise<Times> {
  const [waits, holds] = await Promise.all([waitsBetween(from, to), holdsBetween(from, to)]);
  return { waits, holds, columns: toColumns(waits) };
}

/** Shows the report of a long period from packed days, and then brings the waits, a month at a time so that the page answers. */
async function readLong(from: number, to: number, show: (times: Times) => boolean): Promise<void> {
  const [columns, holds] = await Promise.all([columnsBetween(from, to, Date.now()), holdsBetween(from, to)]);
  const beginning = { columns, holds, waits: null };
  const months: WaitRecord[][] = [];
  for (let at = from; at < to; at += LIVE_UP_TO) {
    if (!show(beginning)) return;
    months.push(await waitsBetween(at, Math.min(at + LIVE_UP_TO, to)));
  }
  show({ ...beginning, waits: months.flat() });
}

/** What was kept of a period, live up to a month; null until it is read. */
export function useTimes({ from, to }: Period): Times | null {
  const [known, setKnown] = useState<{ from: number; to: number; times: Times } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (times: Times) => {
      if (isCurrent) setKnown({ from, to, times });
      return isCurrent;
    };
    const isLong = to - from > LIVE_UP_TO;
    if (isLong) void readLong(from, to, show);
    const live = isLong ? null : liveQuery(() => readShort(from, to)).subscribe(show);
    return () => {
      isCurrent = false;
      live?.unsubscribe();
    };
  }, [from, to]);
  return known?.from === from && known.to === to ? known.times : null;
}

/** The report of what was read; `site` empty for all. */
export function useReport(times: Times | null, { from, to }: Period, targetMs: number, site: string): Report | null {
  const columns = times?.columns ?? null;
  return useMemo(
    () => columns && report(columns, { from, to }, { targetMs, timeZone: 'local', ...(site && { site }) }),
    [columns, from, to, targetMs, site],
  );
}

/** Each preset's measure, one after another, so that the page answers meanwhile. */
export function useMeasures(presets: Preset[], waits: WaitRecord[] | null): { preset: Preset; result: Measurement }[] {
  const [done, setDone] = useState<{ waits: WaitRecord[] | null; results: Map<Preset, Measurement> }>({ waits, results: new Map() });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const next = (at: number) => {
      const preset = presets[at];
      if (!preset || !waits) return;
      const result = measure(preset, waits);
      setDone((before) => ({ waits, results: new Map(before.waits === waits ? before.results : []).set(preset, result) }));
      timer = setTimeout(() => next(at + 1));
    };
    timer = setTimeout(() => next(0));
    return () => clearTimeout(timer);
  }, [presets, waits]);
  return presets.flatMap((preset) => {
    const result = done.waits === waits && done.results.get(preset);
    return result ? [{ preset, result }] : [];
  });
}
