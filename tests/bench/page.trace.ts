import type { CDPSession } from 'playwright-core';

/** What the scripts of an extension took of a page's main thread. Milliseconds of its CPU time. */
export interface Traced {
  /** All of it. */
  total: number;
  /** Each task in which such a script ran: its own part of the task, longest first. */
  tasks: number[];
  /** All tasks of the main thread together, whoever ran in them. */
  everything: number;
  /** Tasks longer than 50 ms in which no such script ran for half of the time. */
  othersLong: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Thread time, µs. */
  tdur?: number;
  args: { data?: { url?: string; frame?: string; stackTrace?: { url?: string }[] }; name?: string };
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'v8'];
const SCRIPTS = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile']);

/** Runs `run` under the browser's tracing, and sums up what scripts from `chrome-extension:` did in this page. */
export async function trace(devtools: CDPSession, run: () => Promise<void>): Promise<Traced> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  devtools.on('Tracing.dataCollected', collect);
  await devtools.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
  await run();
  const complete = new Promise((done) => devtools.once('Tracing.tracingComplete', done));
  await devtools.send('Tracing.end');
  await complete;
  devtools.off('Tracing.dataCollected', collect);
  return sumUp(events);
}

function sumUp(events: TraceEvent[]): Traced {
  const ours = events.filter(({ ph, name, args }) => ph === 'X' && SCRIPTS.has(name) && args.data?.url?.startsWith('chrome-extension:'));
  // Ours run on the page's main thread; without them it is known by the page's own.
  const own = events.find(({ name }) => name === 'FunctionCall');
  const home = ours[0] ?? own;
  if (!home) throw new Error('nothing was traced');
  const here = ({ pid, tid }: TraceEvent) => pid === home.pid && tid === home.tid;
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X' && here(event)).sort((a, b) => a.ts - b.ts);
  const scripts = ours.filter(here).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const shares: number[] = [];
  let [at, end, everything, othersLong] = [0, -Infinity, 0, 0];
  for (const task of tasks) {
    let share = 0;
    for (; at < scripts.length && scripts[at]!.ts < task.ts + (task.dur ?? 0); at++) {
      const script = scripts[at]!;
      // One of ours inside another is counted with it.
      if (script.ts < end || script.ts < task.ts) continue;
      share += timeOf(script);
      end = script.ts + (script.dur ?? 0);
    }
    everything += timeOf(task);
    if (share > 0) shares.push(share);
    if (timeOf(task) > 50 && share * 2 < timeOf(task)) othersLong += 1;
  }
  shares.sort((a, b) => b - a);
  return { total: shares.reduce((sum, share) => sum + share, 0), tasks: shares, everything, othersLong };
}

const timeOf = ({ tdur, dur }: TraceEvent): number => (tdur ?? dur ?? 0) / 1000;
