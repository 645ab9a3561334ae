import type { Reply, Season } from '../format.ts';
import type { Placed } from './rows.ts';

/** Changes of many replies at once. Each gives back only the rows that it changes. */

function changed<T extends Placed>(rows: readonly T[], change: (reply: Reply) => Reply): T[] {
  return rows.flatMap((row) => {
    const reply = change(row.reply);
    return reply === row.reply ? [] : [{ ...row, reply }];
  });
}

/** Puts replies into a group. Renaming a group, or merging it into another, is the same for all of its replies. */
export function setGroup<T extends Placed>(rows: readonly T[], group: string): T[] {
  return changed(rows, (reply) => (reply.group === group ? reply : { ...reply, group }));
}

/** Adds and takes away tags; a reply has at most 20. */
export function changeTags<T extends Placed>(rows: readonly T[], add: readonly string[], remove: readonly string[]): T[] {
  return changed(rows, (reply) => {
    const old = reply.tags ?? [];
    const tags = [...new Set([...old, ...add])].filter((tag) => !remove.includes(tag)).slice(0, 20);
    if (tags.length === old.length && tags.every((tag, index) => tag === old[index])) return reply;
    const { tags: _, ...rest } = reply;
    return tags.length > 0 ? { ...rest, tags } : rest;
  });
}

/** Sets when replies are on offer; none: always. */
export function setSeasons<T extends Placed>(rows: readonly T[], seasons: readonly Season[]): T[] {
  return changed(rows, (reply) => {
    const { seasons: _, ...rest } = reply;
    return seasons.length > 0 ? { ...rest, seasons: [...seasons] } : rest;
  });
}

/** Puts rows into the bin. */
export const binRows = <T extends Placed>(rows: readonly T[], now: number): T[] => rows.map((row) => ({ ...row, binnedAt: now }));

/** Takes rows out of the bin again. */
export function unbinRows<T extends Placed>(rows: readonly T[]): T[] {
  return rows.map((row) => {
    const { binnedAt: _, ...rest } = row;
    return rest as T;
  });
}

/**
 * Copies of replies for another pack, at its end. An id that is taken there gets a number;
 * pictures stay with their pack, so the copies name none.
 */
export function copiesFor(rows: readonly Placed[], target: readonly Placed[]): Placed[] {
  const taken = new Set(target.map(({ reply }) => reply.id));
  let at = target.at(-1)?.at ?? 0;
  return rows.map((row) => {
    const { pictures: _, ...reply } = row.reply;
    let id = reply.id;
    for (let count = 2; taken.has(id); count += 1) id = `${reply.id.slice(0, 74)}-${count}`;
    taken.add(id);
    at += 1;
    return { reply: { ...reply, id }, at };
  });
}
