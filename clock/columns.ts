import type { Wait } from './wait.ts';

/** What the report reads of a wait. */
export type ReportWait = Pick<Wait, 'site' | 'since' | 'endedAt' | 'outcome' | 'first' | 'exact'>;

/** Waits as columns: half a million of them are summed up in a fraction of a second. */
export interface Columns {
  length: number;
  /** Epoch ms. */
  since: Float64Array;
  /** Length in ms; NaN when nobody answered. */
  ms: Float64Array;
  first: Uint8Array;
  /** Index into `sites`. */
  site: Uint16Array;
  sites: string[];
  /** Waits that were not taken: still open, or with a time that nobody knows exactly. */
  leftOut: number;
}

/** Reads waits into columns, in any order. */
export function toColumns(waits: readonly ReportWait[]): Columns {
  const since = new Float64Array(waits.length);
  const ms = new Float64Array(waits.length);
  const first = new Uint8Array(waits.length);
  const site = new Uint16Array(waits.length);
  const siteIndex = new Map<string, number>();
  let length = 0;
  for (const wait of waits) {
    if (wait.outcome === 'open' || wait.endedAt === null || !wait.exact) continue;
    let index = siteIndex.get(wait.site);
    if (index === undefined) siteIndex.set(wait.site, (index = siteIndex.size));
    since[length] = wait.since;
    ms[length] = wait.outcome === 'answered' ? Math.max(0, wait.endedAt - wait.since) : NaN;
    first[length] = wait.first ? 1 : 0;
    site[length] = index;
    length += 1;
  }
  return { length, since, ms, first, site, sites: [...siteIndex.keys()], leftOut: waits.length - length };
}

/** Several stretches of columns as one, in the order given. */
export function joinColumns(parts: readonly Columns[]): Columns {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const joined: Columns = {
    length,
    since: new Float64Array(length),
    ms: new Float64Array(length),
    first: new Uint8Array(length),
    site: new Uint16Array(length),
    sites: [],
    leftOut: parts.reduce((sum, part) => sum + part.leftOut, 0),
  };
  const siteIndex = new Map<string, number>();
  let at = 0;
  for (const part of parts) {
    const indices = part.sites.map((site) => {
      const index = siteIndex.get(site) ?? siteIndex.size;
      siteIndex.set(site, index);
      return index;
    });
    joined.since.set(part.since.subarray(0, part.length), at);
    joined.ms.set(part.ms.subarray(0, part.length), at);
    joined.first.set(part.first.subarray(0, part.length), at);
    for (let row = 0; row < part.length; row += 1) joined.site[at + row] = indices[part.site[row]!]!;
    at += part.length;
  }
  joined.sites = [...siteIndex.keys()];
  return joined;
}
