import type { Reply } from '../format.ts';

export interface Compared {
  incoming: Reply;
  /**
   * `clashing`: its abbreviation is taken by another reply, of the pack in use or earlier in the
   * same file; otherwise it would be new or changed.
   */
  state: 'new' | 'changed' | 'same' | 'clashing';
  /** The reply that it would replace. */
  current?: Reply;
  /** The reply that has the abbreviation. */
  clash?: Reply;
}

const place = (reply: Reply) => `${reply.group}\u0000${reply.title}`;
const abbreviation = (reply: Reply) => reply.abbreviation?.toLowerCase();

/** Equal but for ids and the order of fields; JSON values only. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => equal(item, b[index]));
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  names.delete('id');
  for (const name of names) if (!equal(left[name], right[name])) return false;
  return true;
}

/**
 * What loading `incoming` into `current` would do, entry by entry in the file's order. Replies are
 * matched by id, then by group and title, each once. Replies that the file does not name stay.
 */
export function comparePack(current: Reply[], incoming: Reply[]): Compared[] {
  const byId = new Map(current.map((reply) => [reply.id, reply]));
  const byPlace = new Map(current.map((reply) => [place(reply), reply]));
  const incomingIds = new Set(incoming.map((reply) => reply.id));
  const matched = new Set<Reply>();
  const pairs = incoming.map((reply) => {
    const samePlace = byPlace.get(place(reply));
    const found = byId.get(reply.id) ?? (samePlace && !incomingIds.has(samePlace.id) ? samePlace : undefined);
    if (!found || matched.has(found)) return { reply };
    matched.add(found);
    return { reply, found };
  });
  const owners = new Map<string, Reply>();
  for (const reply of current) {
    const code = abbreviation(reply);
    if (code !== undefined && !matched.has(reply)) owners.set(code, reply);
  }
  return pairs.map(({ reply, found }): Compared => {
    const code = abbreviation(reply);
    const clash = code === undefined ? undefined : owners.get(code);
    if (code !== undefined && !clash) owners.set(code, reply);
    const state = clash ? 'clashing' : !found ? 'new' : equal(found, reply) ? 'same' : 'changed';
    return { incoming: reply, state, ...(found && { current: found }), ...(clash && { clash }) };
  });
}
