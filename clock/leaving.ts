import type { OpenChat } from '../chat/types.ts';

/** A row must stay away this long, ms, before its chat counts as closed: lists redraw themselves row by row. */
export const CONFIRM_MS = 5000;
/** No virtualised list keeps fewer rows drawn than this; in a shorter one a row at the edge was not scrolled away. */
const WHOLE_LIST = 8;

/** What is known of a console's list. Plain data. */
export interface ListState {
  /** Keys of the rows as last seen, top down. */
  keys: string[];
  /** Rows that are gone: key to when they went, epoch ms. */
  gone: [string, number][];
}

export const emptyList: ListState = { keys: [], gone: [] };

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
  if (went.length === 0) return { keys, gone };
  const [key] = went;
  const at = state.keys.indexOf(key!);
  const isEdge = at === 0 || at === state.keys.length - 1;
  const isAlone = went.length === 1 && came.length === 0 && keys.length > 0;
  // Several at once, or one for another: a filter or a scroll, which throws doubt on what went just before.
  if (!isAlone || (isEdge && state.keys.length >= WHOLE_LIST)) return { keys, gone: isAlone ? gone : [] };
  return { keys, gone: key === frontKey ? gone : [...gone, [key!, now]] };
}

/** The chats that have left for good by `now`, and the list without them. */
export function leftChats(state: ListState, now: number): { left: string[]; list: ListState } {
  const left = state.gone.filter(([, at]) => now - at >= CONFIRM_MS).map(([key]) => key);
  if (left.length === 0) return { left, list: state };
  return { left, list: { ...state, gone: state.gone.filter(([key]) => !left.includes(key)) } };
}
