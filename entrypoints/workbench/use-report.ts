import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'react';
import { measure } from '../../clock/measures';
import type { Measurement } from '../../clock/measures';
import type { Period } from '../../clock/period';
import type { Preset } from '../../clock/preset';
import { report, toColumns } from '../../clock/report';
import type { Columns, Report } from '../../clock/report';
import { holdsBetween, waitsBetween } from '../../storage/activity';
import type { Hold, WaitRecord } from '../../storage/records';

/** Longer periods, ms, are read once: reading a year anew at each answer would keep the page busy. */
const LIVE_UP_TO = 32 * 86_400_000;

export interface Times {
  waits: WaitRecord[];
  holds: Hold[];
  columns: Columns;
}

async function read(from: number, to: number): Promise<Times> {
  const [waits, holds] = await Promise.all([waitsBetween(from, to), holdsBetween(from, to)]);
  return { waits, holds, columns: toColumns(waits) };
}

/** What was kept of a period, live up to a month; null until it is read. */
export function useTimes({ from, to }: Period): Times | null {
  const [known, setKnown] = useState<{ from: number; to: number; times: Times } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (times: Times) => isCurrent && setKnown({ from, to, times });
    if (to - from > LIVE_UP_TO) void read(from, to).then(show);
    const live = to - from > LIVE_UP_TO ? null : liveQuery(() => read(from, to)).subscribe(show);
    return () => {
      isCurrent = false;
      live?.unsubscribe();
    };
  }, [from, to]);
  return known?.from === from && known.to === to ? known.times : null;
}

/** The report of what was read; `site` empty for all. */
export function useReport(times: Times | null, { from, to }: Period, targetMs: number, site: string): Report | null {
  return useMemo(
    () => times && report(times.columns, { from, to }, { targetMs, timeZone: 'local', ...(site && { site }) }),
    [times, from, to, targetMs, site],
  );
}

/** Each preset's measure, one after another, so that the page answers meanwhile. */
export function useMeasures(presets: Preset[], waits: WaitRecord[]): { preset: Preset; result: Measurement }[] {
  const [done, setDone] = useState<{ waits: WaitRecord[]; results: Map<Preset, Measurement> }>({ waits, results: new Map() });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const next = (at: number) => {
      const preset = presets[at];
      if (!preset) return;
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
