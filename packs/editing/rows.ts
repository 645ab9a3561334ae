import type { Reply } from '../format.ts';

/** A reply in its place among the others of its pack. */
export interface Placed {
  reply: Reply;
  /** Rows are in the order of this number. */
  at: number;
  /** In the bin since then, epoch ms. */
  binnedAt?: number;
}

/** Closer than this two places have none between them. */
const CLOSEST = 1e-6;

/**
 * Rows put before or after another one, in the order they had. Only the rows whose place changes
 * are returned: those that move, or all when there is no room left between their new neighbours.
 * @param rows all rows of the pack, in their order
 */
export function moveRows<T extends Placed>(rows: readonly T[], ids: ReadonlySet<string>, target: string, edge: 'before' | 'after'): T[] {
  const moving = rows.filter(({ reply }) => ids.has(reply.id));
  const rest = rows.filter(({ reply }) => !ids.has(reply.id));
  const found = rest.findIndex(({ reply }) => reply.id === target);
  if (found < 0 || moving.length === 0) return [];
  const index = edge === 'before' ? found : found + 1;
  const low = rest[index - 1]?.at ?? (rest[index]?.at ?? 0) - moving.length - 1;
  const high = rest[index]?.at ?? low + moving.length + 1;
  const step = (high - low) / (moving.length + 1);
  if (step > CLOSEST) return moving.map((row, count) => ({ ...row, at: low + step * (count + 1) }));
  return [...rest.slice(0, index), ...moving, ...rest.slice(index)].map((row, count) => ({ ...row, at: count + 1 }));
}

/**
 * Rows one step up or down in what is shown (a group, a search), for those who move them by key.
 * @param shown the rows on screen, in their order
 */
export function stepRows<T extends Placed>(rows: readonly T[], shown: readonly T[], ids: ReadonlySet<string>, by: -1 | 1): T[] {
  const places = shown.flatMap(({ reply }, index) => (ids.has(reply.id) ? [index] : []));
  const end = by < 0 ? places[0] : places.at(-1);
  const neighbour = end === undefined ? undefined : shown[end + by];
  return neighbour ? moveRows(rows, ids, neighbour.reply.id, by < 0 ? 'before' : 'after') : [];
}

/** A place after all others. */
export const placeAtEnd = (rows: readonly Placed[]): number => (rows.at(-1)?.at ?? 0) + 1;

/** Groups in the order in which they first come, with how many replies each has. */
export function groupsOf(rows: readonly Placed[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { reply } of rows) counts.set(reply.group, (counts.get(reply.group) ?? 0) + 1);
  return Array.from(counts, ([name, count]) => ({ name, count }));
}
