import { joinColumns, toColumns } from '../clock/columns';
import type { Columns } from '../clock/columns';
import { DAY } from '../clock/zone';
import { waitsBetween } from './activity';
import { database } from './database';
import type { WaitDay } from './records';

/** Days that are read and packed at once: a busy month is 40,000 rows. */
const BATCH = 30;

/** The waits that began from `from` to before `to`, epoch ms, in columns; whole past days come packed. `now` as epoch ms. */
export async function columnsBetween(from: number, to: number, now: number): Promise<Columns> {
  const first = Math.ceil(from / DAY);
  const end = Math.max(first, Math.min(Math.floor(to / DAY), Math.floor(now / DAY)));
  const [head, packed, tail] = await Promise.all([waitsBetween(from, Math.min(first * DAY, to)), packedDays(first, end), waitsBetween(end * DAY, to)]);
  return joinColumns([toColumns(head), ...packed, toColumns(tail)]);
}

/** The days from `first` to before `end`, those that are missing packed now. */
async function packedDays(first: number, end: number): Promise<Columns[]> {
  const known = new Map((await database.waitDays.where('day').between(first, end).toArray()).map((day) => [day.day, day]));
  for (let at = first; at < end; at += BATCH) {
    const days = Array.from({ length: Math.min(BATCH, end - at) }, (_, index) => at + index);
    const missing = days.filter((day) => !known.has(day));
    if (missing.length === 0) continue;
    for (const day of await pack(missing)) known.set(day.day, day);
  }
  return [...known.values()].toSorted((a, b) => a.day - b.day);
}

/** Packs these days, in one transaction with the reading: no wait is stored in between and missed. */
function pack(days: number[]): Promise<WaitDay[]> {
  return database.transaction('rw', database.waits, database.waitDays, async () => {
    const from = days[0]!;
    const waits = await waitsBetween(from * DAY, (days.at(-1)! + 1) * DAY);
    const byDay = Map.groupBy(waits, ({ since }) => Math.floor(since / DAY));
    const packed = days.map((day): WaitDay => ({ day, ...exactly(toColumns(byDay.get(day) ?? [])) }));
    await database.waitDays.bulkPut(packed);
    return packed;
  });
}

/** Without the room that left-out waits would have taken. */
function exactly({ length, since, ms, first, site, ...rest }: Columns): Columns {
  return { ...rest, length, since: since.slice(0, length), ms: ms.slice(0, length), first: first.slice(0, length), site: site.slice(0, length) };
}
