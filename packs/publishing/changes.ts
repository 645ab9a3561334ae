import type { Pack } from '../format.ts';

/** What a new release of a pack brings; the names are the first ones only. */
export interface PackChanges {
  replies: Changes;
  words: Changes;
}
interface Changes {
  added: number;
  changed: number;
  removed: number;
  /** Titles or terms of what was added or changed, then of what was removed; at most `NAMES`. */
  names: string[];
}

const NAMES = 30;

function changesOf<T>(before: T[], after: T[], keyOf: (item: T) => string, nameOf: (item: T) => string): Changes {
  const old = new Map(before.map((item) => [keyOf(item), JSON.stringify(item)]));
  const kept = new Set(after.map(keyOf));
  const added = after.filter((item) => !old.has(keyOf(item)));
  const changed = after.filter((item) => old.has(keyOf(item)) && old.get(keyOf(item)) !== JSON.stringify(item));
  const removed = before.filter((item) => !kept.has(keyOf(item)));
  const names = [...added, ...changed, ...removed].slice(0, NAMES).map(nameOf);
  return { added: added.length, changed: changed.length, removed: removed.length, names };
}

/** What changed from one release of a pack to the next. Replies are matched by id, words by term and category. */
export function packChanges(before: Pack | null, after: Pack): PackChanges {
  return {
    replies: changesOf(before?.replies ?? [], after.replies ?? [], (reply) => reply.id, (reply) => reply.title),
    words: changesOf(before?.words ?? [], after.words ?? [], (word) => `${word.category} ${word.term}`, (word) => word.term),
  };
}
