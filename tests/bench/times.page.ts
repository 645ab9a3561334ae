import { report, toColumns } from '../../clock/report.ts';
import { waitsBetween } from '../../storage/activity.ts';
import { database } from '../../storage/database.ts';

/** What the bench runs in the browser: a year of waits in IndexedDB, read raw and read for the report. */

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

async function fill(rows: number): Promise<void> {
  await database.delete();
  await database.open();
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

async function run() {
  const began = performance.now();
  const raw = (await readRaw()).length;
  const afterRaw = performance.now();
  const waits = await waitsBetween(START, START + 365 * DAY);
  const afterRead = performance.now();
  const columns = toColumns(waits);
  const { all } = report(columns, { from: START, to: START + 365 * DAY }, { targetMs: 20_000, timeZone: 'Asia/Shanghai' });
  const end = performance.now();
  if (raw !== all.n) throw new Error(`${raw} rows, ${all.n} in the report`);
  return { raw: afterRaw - began, read: afterRead - afterRaw, ours: end - afterRead };
}

export type Run = Awaited<ReturnType<typeof run>>;
Object.assign(globalThis, { bench: { fill, run } });
