import type { Columns } from './columns.ts';
import { percentile } from './measures.ts';
import type { Period } from './period.ts';
import { DAY, toLocal } from './zone.ts';

const HOUR = 3_600_000;

export interface Summary {
  /** Waits, the unanswered among them. */
  n: number;
  unanswered: number;
  /** Of the answered, ms; null when there are none. */
  mean: number | null;
  median: number | null;
  p90: number | null;
  longest: number | null;
  /** Share of all waits that were answered within the target, 0 to 1; null when there are none. */
  within: number | null;
}

export interface Report {
  all: Summary;
  /** First answers of a session, and the following ones. */
  first: Summary;
  following: Summary;
  /** Answered waits by length: longer than the bin before, up to and with `upTo` ms; the last has no end. */
  bins: { upTo: number | null; n: number }[];
  /** By the local hour in which the wait began, 0 to 23. */
  hours: Summary[];
  /** By local day, `YYYY-MM-DD`, those with waits, in order. */
  days: { day: string; summary: Summary }[];
  sites: { site: string; summary: Summary }[];
}

/** Upper ends of the bins, ms: about double each time, through the limits that platforms use. */
export const binEnds = [5, 10, 20, 30, 60, 120, 180, 300, 600, 1800, 3600, 12 * 3600].map((seconds) => seconds * 1000);

/** Sums up the waits that began in `period`, of one site or of all. `timeZone` as in `periodOf`; `targetMs` is the limit. */
export function report(columns: Columns, period: Period, options: { targetMs: number; timeZone: string; site?: string }): Report {
  const rows = choose(columns, period, options.site);
  const local = toLocal(options.timeZone);
  const ms = new Float64Array(rows.length);
  const first = new Uint16Array(rows.length);
  const hour = new Uint16Array(rows.length);
  const day = new Uint16Array(rows.length);
  const site = new Uint16Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    const here = local(columns.since[row]!);
    ms[at] = columns.ms[row]!;
    first[at] = columns.first[row]!;
    hour[at] = Math.floor(here / HOUR) % 24;
    day[at] = Math.floor(here / DAY);
    site[at] = columns.site[row]!;
  }
  const order = ascending(ms);
  const sorted = new Float64Array(rows.length);
  for (let at = 0; at < order.length; at += 1) sorted[at] = ms[order[at]!]!;
  const by = (key: Uint16Array) => grouped(ms, order, key, options.targetMs);
  const kinds = by(first);
  const hours = by(hour);
  const nothing = summary(new Float64Array(0), options.targetMs);
  return {
    all: summary(sorted, options.targetMs),
    first: kinds.get(1) ?? nothing,
    following: kinds.get(0) ?? nothing,
    bins: distribution(sorted),
    hours: Array.from({ length: 24 }, (_, one) => hours.get(one) ?? nothing),
    days: [...by(day)].map(([one, sum]) => ({ day: new Date(one * DAY).toISOString().slice(0, 10), summary: sum })),
    sites: [...by(site)].map(([one, sum]) => ({ site: columns.sites[one]!, summary: sum })),
  };
}

/** The rows of that period and site, in the order given. */
function choose({ length, since, site, sites }: Columns, { from, to }: Period, onlySite?: string): Uint32Array {
  const wanted = onlySite === undefined ? -1 : sites.indexOf(onlySite);
  const rows = new Uint32Array(length);
  let n = 0;
  for (let row = 0; row < length; row += 1) {
    if (since[row]! < from || since[row]! >= to || (onlySite !== undefined && site[row] !== wanted)) continue;
    rows[n] = row;
    n += 1;
  }
  return rows.subarray(0, n);
}

/**
 * The indices of `ms` by ascending value, NaN last. A counting sort over two halves of 16 bits:
 * comparing half a million takes many times longer. Lengths over 49 days count as equal.
 */
function ascending(ms: Float64Array): Uint32Array {
  const keys = new Uint32Array(ms.length);
  let from = new Uint32Array(ms.length);
  for (let at = 0; at < ms.length; at += 1) {
    keys[at] = Number.isNaN(ms[at]!) ? 0xffff_ffff : Math.min(ms[at]!, 0xffff_fffe);
    from[at] = at;
  }
  for (const shift of [0, 16]) {
    const places = new Uint32Array(0x1_0001);
    for (let at = 0; at < keys.length; at += 1) places[((keys[at]! >>> shift) & 0xffff) + 1]! += 1;
    for (let key = 1; key < places.length; key += 1) places[key]! += places[key - 1]!;
    const sorted = new Uint32Array(from.length);
    for (let at = 0; at < from.length; at += 1) {
      const key = (keys[from[at]!]! >>> shift) & 0xffff;
      sorted[places[key]!] = from[at]!;
      places[key]! += 1;
    }
    from = sorted;
  }
  return from;
}

/** A summary for each key that occurs, in ascending order of keys. */
function grouped(ms: Float64Array, order: Uint32Array, key: Uint16Array, targetMs: number): Map<number, Summary> {
  const counts = new Uint32Array(0x1_0000);
  for (let at = 0; at < key.length; at += 1) counts[key[at]!]! += 1;
  // Each group has a stretch of one array, and is filled in ascending order.
  const ends = new Uint32Array(0x1_0000);
  for (let one = 1; one < ends.length; one += 1) ends[one] = ends[one - 1]! + counts[one - 1]!;
  const stretches = new Float64Array(ms.length);
  for (let at = 0; at < order.length; at += 1) {
    const from = order[at]!;
    stretches[ends[key[from]!]!] = ms[from]!;
    ends[key[from]!]! += 1;
  }
  const groups = new Map<number, Summary>();
  for (const [one, n] of counts.entries()) {
    if (n > 0) groups.set(one, summary(stretches.subarray(ends[one]! - n, ends[one]!), targetMs));
  }
  return groups;
}

/** Sums up ascending lengths; NaN (unanswered) stands at the end. */
function summary(sorted: Float64Array, targetMs: number): Summary {
  const n = sorted.length;
  const answered = sorted.subarray(0, countUpTo(sorted, Infinity));
  if (n === 0 || answered.length === 0) {
    return { n, unanswered: n, mean: null, median: null, p90: null, longest: null, within: n === 0 ? null : 0 };
  }
  let sum = 0;
  for (let at = 0; at < answered.length; at += 1) sum += answered[at]!;
  return {
    n,
    unanswered: n - answered.length,
    mean: sum / answered.length,
    median: percentile(answered, 50),
    p90: percentile(answered, 90),
    longest: answered[answered.length - 1]!,
    within: countUpTo(sorted, targetMs) / n,
  };
}

/** How many of these ascending numbers are at most `limit`. */
function countUpTo(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function distribution(sorted: Float64Array): Report['bins'] {
  const ends = [...binEnds, Infinity];
  const upTo = ends.map((end) => countUpTo(sorted, end));
  return ends.map((end, index) => ({ upTo: end === Infinity ? null : end, n: upTo[index]! - (upTo[index - 1] ?? 0) }));
}
