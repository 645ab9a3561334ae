/**
 * Merging what two computers keep on the same customers. Each record carries the ids of the versions
 * that it came out of, so it can be told whether one version came out of another or both were
 * changed apart. What came out of another takes its place; what was changed apart stays beside it,
 * the newest in front. Merging is a union of versions: in any order and however often, with the
 * same result.
 */
export interface Versioned {
  id: string;
  createdAt: number;
  updatedAt: number;
  /** Ids of the versions up to this one, its own last; empty for a record of an older Chatside. */
  lineage: string[];
}

/** So many versions are remembered; a copy older than all of them counts as changed apart, and is kept. */
export const LINEAGE_KEPT = 50;

/** The id of this version. */
export function versionOf({ lineage, updatedAt }: Pick<Versioned, 'lineage' | 'updatedAt'>): string {
  return lineage.at(-1) ?? `at ${updatedAt}`;
}

/** The lineage of what is made of a record now. */
export function lineageAfter(before: Pick<Versioned, 'lineage' | 'updatedAt'> | undefined, version: string): string[] {
  if (!before) return [version];
  const known = before.lineage.length > 0 ? before.lineage : [versionOf(before)];
  return [...known, version].slice(-LINEAGE_KEPT);
}

/** The lineage of a version that settles several that were changed apart. */
export function lineageOfAll(versions: Versioned[], version: string): string[] {
  return [...new Set(versions.flatMap((one) => (one.lineage.length > 0 ? one.lineage : [versionOf(one)]))), version].slice(-2 * LINEAGE_KEPT);
}

/** The record as text, the same however its fields are ordered; but for what no merge depends on. */
export function contentOf(record: object): string {
  return JSON.stringify(record, (key, value: unknown) => {
    if (key === 'activeAt') return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * The versions of one record that are left of all these, the one to show in front: none of them
 * came out of another.
 */
export function mergeVersions<T extends Versioned>(versions: T[]): T[] {
  const distinct = [...new Map(versions.map((version) => [contentOf(version), version])).entries()];
  const cameOutOf = (later: T, earlier: T) => versionOf(later) !== versionOf(earlier) && later.lineage.includes(versionOf(earlier));
  const left = distinct.filter(([, version]) => !distinct.some(([, other]) => cameOutOf(other, version)));
  // The same moment on two computers: any order will do, so that it is the same one everywhere.
  return left.toSorted(([a, x], [b, y]) => y.updatedAt - x.updatedAt || (a < b ? 1 : -1)).map(([, version]) => version);
}
