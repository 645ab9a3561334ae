import { childrenOf, contains, parentOf } from '../tree';
import { bubblesIn } from '../read/bubbles';
import { rowsParent } from '../read/units';
import { talkIn } from './talk';

export interface ListCandidate {
  /** The element that holds the messages: the scroller where there is one. */
  element: HTMLElement;
  /** Evidence that these are messages, summed; see `locate` for what is enough. */
  score: number;
  /** True when the list moves inside a frame of its own while the composer stays where it is. */
  framed: boolean;
  /** A few people speak in it by name. */
  named: boolean;
}

/** A list lower or narrower than this (CSS px) is no message list. */
const LEAST_HEIGHT = 56;
const LEAST_WIDTH = 140;
const MOST_LEVELS = 24;
/** Fewer rows say nothing about who speaks. */
const LEAST_ROWS = 4;

/**
 * Message lists that may belong to `composer`, from the nearest surroundings outwards: boxes
 * above the composer, in its column, that scroll or say that they are a log.
 */
export function* listsOf(composer: Element): Generator<ListCandidate> {
  let branch: Element = composer;
  let area = parentOf(composer);
  for (let level = 0; area && level < MOST_LEVELS; level++, branch = area, area = parentOf(area)) {
    const found: ListCandidate[] = [];
    for (const child of childrenOf(area)) {
      if (child !== branch) collect(child, composer, branch, found, 0);
    }
    found.sort((a, b) => b.score - a.score);
    yield* found.slice(0, 3);
  }
}

function collect(element: Element, composer: Element, branch: Element, found: ListCandidate[], depth: number): void {
  if (depth > 12 || !(element instanceof HTMLElement)) return;
  const box = element.getBoundingClientRect();
  if (box.width < LEAST_WIDTH || box.height < LEAST_HEIGHT) return;
  const field = composer.getBoundingClientRect();
  const below = isBelow(box, field);
  if (!isAbove(box, field) && !below) return;
  const log = isLog(element);
  const scrolls = isScroller(element);
  if (log || scrolls || depth === 0) {
    const framed = scrolls || (log && isPinned(branch));
    const shape = shapeOf(element);
    const score = (log ? 3 : 0) + (scrolls ? 2 : 0) + (framed ? 1 : 0) + shape.score - (below ? 1 : 0);
    found.push({ element, score, framed, named: shape.named });
    if (scrolls && (log || score >= 6)) return;
  }
  for (const child of childrenOf(element)) collect(child, composer, branch, found, depth + 1);
}

/** Above the composer and in its column; a list may run on behind a composer that floats over its end. */
function isAbove(box: DOMRect, field: DOMRect): boolean {
  const shared = Math.min(box.right, field.right) - Math.max(box.left, field.left);
  if (shared < Math.min(box.width, field.width) * 0.6) return false;
  return box.top < field.top - LEAST_HEIGHT && (box.bottom <= field.top + 24 || box.bottom <= field.bottom + 160);
}

/** Right under the composer and as wide: the newest message comes first. */
function isBelow(box: DOMRect, field: DOMRect): boolean {
  const shared = Math.min(box.right, field.right) - Math.max(box.left, field.left);
  return shared > Math.max(box.width, field.width) * 0.8 && box.top >= field.bottom - 4 && box.top < field.bottom + 120;
}

const isLog = (element: Element): boolean => {
  const role = element.getAttribute('role');
  return role === 'log' || role === 'feed' || /^(polite|assertive)$/.test(element.getAttribute('aria-live') ?? '');
};

/** True for an element that moves its content inside itself, by the browser's bars or a library's. */
export function isScroller(element: Element): boolean {
  const { overflowY } = getComputedStyle(element);
  if (overflowY === 'auto' || overflowY === 'scroll') return true;
  return overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 8 && element.clientHeight > 120;
}

/** True when the composer's branch stays put while the page scrolls under it. */
function isPinned(branch: Element): boolean {
  for (let node: Element | null = branch, up = 0; node && up < 4; node = node.firstElementChild, up++) {
    if (/fixed|sticky/.test(getComputedStyle(node).position)) return true;
  }
  return false;
}

/** Bubbles that lean to one side and the other are the surest sign of talk. */
function shapeOf(list: HTMLElement): { score: number; named: boolean } {
  const room = list.getBoundingClientRect();
  const bubbles = bubblesIn(list, 60);
  let left = 0;
  let right = 0;
  for (const bubble of bubbles) {
    const box = bubble.getBoundingClientRect();
    const before = box.left - room.left;
    const after = room.right - box.right;
    if (before > after + 24) right++;
    else if (after > before + 24) left++;
  }
  const { rows, named, kinds } = talkIn(list);
  if (left > 0 && right > 0) return { score: 4, named };
  const boxed = bubbles.length >= 2 || left + right > 0;
  // Rows that all look alike, from side to side, in which nobody comes back: records, answers, results.
  const alike = rows >= LEAST_ROWS && !boxed && !named && !kinds;
  return { score: (boxed ? 1 : 0) + (named ? 1 : 0) + (showsTimes(list) ? 1 : 0) - (alike ? 4 : 0), named };
}

/** Most of the last rows carry a time of day. */
function showsTimes(list: HTMLElement): boolean {
  const rows = childrenOf(rowsParent(list)).slice(-6);
  return rows.length > 0 && rows.filter((row) => /\d{1,2}:\d{2}/.test(row.textContent ?? '')).length * 2 >= rows.length;
}

/** Whether `list` still stands and still is not around `composer`. */
export const stillApart = (list: Element, composer: Element): boolean =>
  list.isConnected && composer.isConnected && !contains(list, composer);
