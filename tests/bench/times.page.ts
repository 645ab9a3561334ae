import { report } from '../../clock/report.ts';
import { database } from '../../storage/database.ts';
import { columnsBetween } from '../../storage/wait-days.ts';

/** What the bench runs in the browser: a year of waits in IndexedDB, read raw and read for the report. */

const DAY = 86_400_000;
/** Local midnight 365 days ago, so that the page's period of that year holds every row. */
const START = new Date(new Date().setHours(0, 0, 0, 0)).setDate(new Date().getDate() - 365);

async function fill(rows: number): Promise<void> {
  await database.waits.clear();
  let state = 1;
  const draw = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  for (let from = 0; from < rows; from += 20_000) {
    await database.waits.bulkAdd(
      Array.from({ length: Math.min(20_000, rows - from) }, (_, n) => {
        const since = START + Math.floor(((from + n) / rows) * 365 * DAY);
        return {
          id: `w${from + n}`, site: `s${n % 3}`, customerKey: `c${Math.floor(draw() * 1e5)}`, customerName: 'name', since,
          endedAt: since + Math.floor(-Math.log(1 - draw()) * 30_000), outcome: draw() < 0.03 ? 'unanswered' : 'answered',
          first: draw() < 0.3, opener: 'customer', quietMs: 30_000, followUps: [], robotAfterMs: null, exact: true,
        } as const;
      }),
    );
  }
}

/** The same rows with nothing but the browser's own interface. */
function readRaw(): Promise<unknown[]> {
  const index = database.backendDB().transaction('waits').objectStore('waits').index('since');
  const request = index.getAll(IDBKeyRange.bound(START, START + 365 * DAY, false, true));
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

/** What the page does for the report of a year: reads it in columns, and sums it up. */
async function ours(): Promise<number> {
  const columns = await columnsBetween(START, START + 365 * DAY, Date.now());
  return report(columns, { from: START, to: START + 365 * DAY }, { targetMs: 20_000, timeZone: 'Asia/Shanghai' }).all.n;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

export const bench = {
  fill,
  raw: () => timed(readRaw),
  ours: () => timed(ours),
  /** As after an upgrade, or once in the life of each day: nothing is packed yet. */
  first: async () => {
    await database.waitDays.clear();
    return timed(ours);
  },
  /** Both must see the same rows. */
  check: async () => [(await readRaw()).length, await ours()],
};
Object.assign(globalThis, { bench });
