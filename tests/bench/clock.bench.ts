/**
 * Times the clock and the report: `node tests/bench/clock.bench.ts`. Prints a table and, as the last
 * line, one JSON object. Medians of 7 runs after one to warm up; ms unless said.
 */
import type { IncomingMessage } from '../../chat/types.ts';
import { measure } from '../../clock/measures.ts';
import { presets } from '../../clock/presets.ts';
import type { ReportWait } from '../../clock/columns.ts';
import { toColumns } from '../../clock/columns.ts';
import { report } from '../../clock/report.ts';
import type { Wait } from '../../clock/wait.ts';
import { createClock, nextChange, openWaits, reduce } from '../../clock/waits.ts';

const YEAR = 365 * 86_400_000;
const START = Date.UTC(2026, 0, 1);
const ROWS = 500_000;

let state = 1;
/** A repeatable draw in [0, 1). */
function draw(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

/** Median time of `run` in ms. */
function time(run: () => unknown): number {
  run();
  const times = Array.from({ length: 7 }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  });
  return times.sort((a, b) => a - b)[3]!;
}

const waits: Wait[] = Array.from({ length: ROWS }, (_, index) => {
  const since = START + Math.floor((index / ROWS) * YEAR);
  const ms = Math.floor(-Math.log(1 - draw()) * 30_000);
  const outcome = draw() < 0.03 ? 'unanswered' : 'answered';
  return {
    id: `w${index}`, site: `s${index % 3}`, customerKey: `c${Math.floor(draw() * 100_000)}`, customerName: 'name', since, endedAt: since + ms, outcome,
    first: draw() < 0.3, opener: 'customer', quietMs: draw() < 0.3 ? null : 30_000, followUps: [], robotAfterMs: null, exact: true,
  };
});
const columns = toColumns(waits);
const options = { targetMs: 20_000, timeZone: 'Asia/Shanghai' };

/** What anybody must do at least: walk the rows once and add up. */
const walkRows = (rows: readonly ReportWait[]) => rows.reduce((sum, { endedAt, since }) => sum + (endedAt ?? since) - since, 0);

const message = (n: number, chat: number, side: IncomingMessage['side'], at: number): IncomingMessage => ({ id: `m${n}`, customerKey: `k${chat}`, side, text: '', at, atSource: 'page', history: false });

/** 50 chats at once, 200 lines in view of the open one. */
let busy = createClock({ site: 'bench' }, START);
for (let n = 0; n < 2000; n += 1) busy = reduce(busy, { type: 'messages', messages: [message(n, n % 50, n % 3 === 2 ? 'agent' : 'customer', START + n * 977)], now: START + n * 977 });
const now = START + 2000 * 977;
const view = Array.from({ length: 200 }, (_, n) => message(n * 50, 0, n % 3 === 2 ? 'agent' : 'customer', START + n * 50 * 977));
const seen = reduce(busy, { type: 'messages', messages: view, now });

const many = 1000;
const results = {
  'walk 500,000 rows (floor)': time(() => walkRows(waits)),
  'columns of 500,000 rows': time(() => toColumns(waits)),
  'report of the year': time(() => report(columns, { from: START, to: START + YEAR }, options)),
  'report of a week': time(() => report(columns, { from: START, to: START + YEAR / 52 }, options)),
  'measure jd-first-30s of the year': time(() => measure(presets.find(({ id }) => id === 'jd-first-30s')!, waits)),
  'measure qianniu-mean of the year': time(() => measure(presets.find(({ id }) => id === 'qianniu-mean')!, waits)),
  '1,000 new lines over 50 chats': time(() => {
    let clock = busy;
    for (let n = 0; n < many; n += 1) clock = reduce(clock, { type: 'messages', messages: [message(10_000 + n, n % 50, n % 2 ? 'agent' : 'customer', now + n)], now: now + n });
    return clock;
  }),
  '1,000 times the same 200 lines': time(() => {
    let clock = seen;
    for (let n = 0; n < many; n += 1) clock = reduce(clock, { type: 'messages', messages: view, now: now + n });
    return clock;
  }),
  '1,000 times who waits and next change': time(() => {
    let sum = 0;
    for (let n = 0; n < many; n += 1) sum += openWaits(seen, now + n).length + Number(nextChange(seen, now + n));
    return sum;
  }),
};
for (const [name, ms] of Object.entries(results)) console.log(`${ms.toFixed(1).padStart(8)} ms  ${name}`);
console.log(JSON.stringify({ bench: 'clock', node: process.version, rows: ROWS, ms: Object.fromEntries(Object.entries(results).map(([name, ms]) => [name, Math.round(ms * 100) / 100])) }));
