import type { OpenChat } from '../chat/types.ts';

/** A row must stay away this long, ms, before its chat counts as closed: lists redraw themselves row by row. */
export const CONFIRM_MS = 5000;
/** No virtualised list keeps fewer rows drawn than this; in a shorter one a row at the edge was not scrolled away. */
const WHOLE_LIST = 8;

/** A list must have shown the same rows this long, ms, before a chat that it never showed counts as closed: lists load piece by piece. */
export const STEADY_MS = 120_000;
/** An unseen chat is given up after this time, ms: past 24 hours its wait is a miss by every platform's measure. */
export const GIVEN_UP_MS = 24 * 3_600_000;

/** What is known of a console's list. Plain data. */
export interface ListState {
  /** Keys of the rows as last seen, top down. */
  keys: string[];
  /** Rows that are gone: key to when they went, epoch ms. */
  gone: [string, number][];
  /** Since when it has had these rows, in whatever order; epoch ms. */
  steadySince: number;
}

export const emptyList: ListState = { keys: [], gone: [], steadySince: 0 };

/**
 * The list after it was seen with `rows` at `now`. A chat counts as leaving only when its row alone
 * went and every other row stayed: a filter takes several away, or all; scrolling a virtualised
 * list brings a row for each that it takes, or takes from an edge. The chat in front never leaves.
 * A chat shown as waiting too long is a smaller evil than a wait that ends while the customer waits.
 */
export function seeList(state: ListState, rows: OpenChat[], frontKey: string, now: number): ListState {
  const keys = rows.map(({ key }) => key);
  const here = new Set(keys);
  const before = new Set(state.keys);
  const went = state.keys.filter((key) => !here.has(key));
  const came = keys.filter((key) => !before.has(key));
  const back = new Set([...keys, frontKey]);
  const gone = state.gone.filter(([key]) => !back.has(key));
  const steadySince = went.length === 0 && came.length === 0 ? state.steadySince : now;
  if (went.length === 0) return { keys, gone, steadySince };
  const [key] = went;
  const at = state.keys.indexOf(key!);
  const isEdge = at === 0 || at === state.keys.length - 1;
  const isAlone = went.length === 1 && came.length === 0 && keys.length > 0;
  // Several at once, or one for another: a filter or a scroll, which throws doubt on what went just before.
  if (!isAlone || (isEdge && state.keys.length >= WHOLE_LIST)) return { keys, gone: isAlone ? gone : [], steadySince };
  return { keys, gone: key === frontKey ? gone : [...gone, [key!, now]], steadySince };
}

/** The chats that have left for good by `now`, and the list without them. */
export function leftChats(state: ListState, now: number): { left: string[]; list: ListState } {
  const left = state.gone.filter(([, at]) => now - at >= CONFIRM_MS).map(([key]) => key);
  if (left.length === 0) return { left, list: state };
  return { left, list: { ...state, gone: state.gone.filter(([key]) => !left.includes(key)) } };
}

/**
 * Which of the `unseen` chats of a kept clock (key and when last seen) have ended meanwhile, by `now`. Nobody
 * saw them end, so their waits end unanswered at the time they were last seen: once a list that is
 * drawn whole has stood for `STEADY_MS` without them, or after `GIVEN_UP_MS` wherever the list is long,
 * filtered or missing. `next` is when to look again, epoch ms; null when time alone will change nothing.
 */
export function missingChats({ keys, steadySince }: ListState, unseen: [string, number][], now: number): { missing: [string, number][]; next: number | null } {
  const isWhole = keys.length > 0 && keys.length < WHOLE_LIST;
  const endsAt = (seenAt: number) => Math.min(seenAt + GIVEN_UP_MS, isWhole ? steadySince + STEADY_MS : Infinity);
  const missing = unseen.filter(([, seenAt]) => endsAt(seenAt) <= now);
  const next = Math.min(...unseen.map(([, seenAt]) => endsAt(seenAt)).filter((at) => at > now));
  return { missing, next: next === Infinity ? null : next };
}
