import { childrenOf } from '../tree';
import { alike, bubblesIn, bubblesOf, hasText, isPainted, isProse } from './bubbles';
import { isTime } from './time';
import { splitLabel } from './labels';
import { segmentsOf } from './segments';
import { spokenLine } from './transcript';

/** One element that holds one message, or a line between messages. */
export interface Unit {
  element: HTMLElement;
  /** The group of messages that it was taken out of; may carry name, avatar and time for all. */
  group: Group | null;
  /** What stands beside it in a layout without rows: the cells of a grid. */
  mates: HTMLElement[];
  /** Not among the messages that a profile names: counts only as a note in the middle. */
  unnamed?: boolean;
}

export interface Group {
  element: HTMLElement;
  /** The parts of the group that are messages or groups again. */
  parts: HTMLElement[];
}

/** True for what stands in the unit's group but in none of the other messages there. */
export function isShared({ element, group }: Unit, node: Node): boolean {
  if (!group?.element.contains(node) || element.contains(node)) return false;
  return !group.parts.some((part) => !part.contains(element) && part.contains(node));
}

/** Tags and roles that pages give to one message. */
const SEMANTIC = 'li, article, [role="listitem"], [role="article"], [data-message-id], [data-messageid], [data-msg-id], [data-msgid]';
const PICTURE = 'img, video, audio, canvas, picture';

/** Rows that are looked at to tell how a list is laid out; so many are never the parts of one message. */
const SAMPLE = 12;

/** The element whose children are the rows of `list`: wrappers that hold one thing only are passed through. */
export function rowsParent(list: HTMLElement): HTMLElement {
  let parent = list;
  for (let depth = 0; depth < 14; depth++) {
    const only = onlyFilled(parent);
    if (!only) break;
    if (only.matches(SEMANTIC) && !only.querySelector(SEMANTIC)) break;
    if (isPainted(only) && bubblesOf(only)[0] === only && childrenOf(only).filter(isFilled).length < 2) break;
    parent = only;
  }
  return parent;
}

/** The messages among the newest `limit` children of `parent`, in the page's order. `kept` holds those of unchanged rows. */
export function unitsOf(parent: HTMLElement, limit: number, newestFirst: boolean, kept: WeakMap<Element, Unit[]>): Unit[] {
  const reversed = newestFirst || getComputedStyle(parent).flexDirection === 'column-reverse';
  const rows = childrenOf(parent, { count: limit, first: reversed }).filter((row) => kept.has(row) || (isFilled(row) && !isHead(row))) as HTMLElement[];
  // How the newest rows are laid out tells it for all.
  const sample = reversed ? rows.slice(0, SAMPLE) : rows.slice(-SAMPLE);
  if (rows.length > 1 && !areStacked(sample)) return cellsOf(parent, rows);
  if (arePaired(sample)) return pairsOf(reversed ? rows.toReversed() : rows, kept);
  if (rows.length > 1 && rows.length < SAMPLE && !areRows(parent, rows)) return [{ element: parent, group: null, mates: [] }];
  return rows.flatMap((row) => {
    const known = kept.get(row);
    if (known) return known;
    const units = split(row, null, 0);
    kept.set(row, units);
    return units;
  });
}

/** Who spoke and when stands in a row of its own over what was said, as in a list of terms. */
function arePaired(sample: HTMLElement[]): boolean {
  if (sample.some((row) => bubblesOf(row).length > 0)) return false;
  const labels = sample.map(isLabelRow);
  const count = labels.filter(Boolean).length;
  return count >= 2 && count * 3 >= sample.length && !labels.some((label, at) => label && labels[at + 1] !== false);
}

const isLabelRow = (row: HTMLElement): boolean => {
  const text = (row.textContent ?? '').trim();
  if (text.length > 60) return false;
  const { name, time } = splitLabel(text);
  return time !== '' && name !== '';
};

/** Each row with the label over it. */
function pairsOf(rows: HTMLElement[], kept: WeakMap<Element, Unit[]>): Unit[] {
  let label: HTMLElement | null = null;
  return rows.flatMap((row) => {
    if (isLabelRow(row)) {
      label = row;
      return [];
    }
    const known = kept.get(row);
    if (known) return known;
    const units = [{ element: row, group: null, mates: label ? [label] : [] }];
    kept.set(row, units);
    return units;
  });
}

/** Messages whose parts are cells of one grid: what stands side by side belongs together. */
function cellsOf(parent: HTMLElement, cells: HTMLElement[]): Unit[] {
  const lines: { top: number; bottom: number; cells: HTMLElement[] }[] = [];
  for (const cell of cells) {
    const box = cell.getBoundingClientRect();
    const line = lines.find(({ top, bottom }) => Math.min(bottom, box.bottom) - Math.max(top, box.top) > Math.min(bottom - top, box.height) * 0.5);
    if (line) line.cells.push(cell);
    else lines.push({ top: box.top, bottom: box.bottom, cells: [cell] });
  }
  if (lines.length === cells.length) return cells.flatMap((cell) => split(cell, null, 0));
  const full = lines.filter((line) => line.cells.length > 1 || bubblesOf(line.cells[0]!).length > 0);
  if (full.length < 2) return [{ element: parent, group: null, mates: [] }];
  return lines.map((line) => {
    const weight = (cell: HTMLElement): number => bubblesOf(cell).length * 1e6 + cell.getBoundingClientRect().width;
    const element = line.cells.reduce((a, b) => (weight(b) > weight(a) ? b : a));
    return { element, group: null, mates: line.cells.filter((cell) => cell !== element) };
  });
}

const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowY);

/** Stays in sight while the messages move under it: the head of the chat, unless it is the day of what follows. */
export function isHead(row: Element): boolean {
  return getComputedStyle(row).position === 'sticky' && !isTime((row.textContent ?? '').trim());
}

/** The one child that has something in it; null when there is none or more than one. */
function onlyFilled(parent: HTMLElement): HTMLElement | null {
  let only: Element | null = null;
  for (const child of childrenOf(parent)) {
    if (!isFilled(child)) continue;
    if (only) return null;
    only = child;
  }
  return only instanceof HTMLElement ? only : null;
}

/** Takes room and has something to read or see in it. */
function isFilled(element: Element): boolean {
  if (!(element instanceof HTMLElement) || /^(style|script|template)$/.test(element.localName)) return false;
  if (element.getClientRects().length === 0) return false;
  if (element.matches('button, [role="button"]')) return false;
  return hasText(element) || element.querySelector(PICTURE) !== null;
}

/** False when the children are the parts of one message: a name, a bubble, a time. */
function areRows(parent: HTMLElement, rows: HTMLElement[]): boolean {
  if (rows.some((row) => row.matches(SEMANTIC) || row.querySelector(SEMANTIC))) return true;
  // A frame round the list is no bubble.
  const bubbles = scrolls(parent) ? bubblesIn(parent) : bubblesOf(parent);
  if (bubbles.length === 1 && bubbles[0] === parent) return false;
  if (bubbles.length >= 2) return true;
  if (bubbles.length === 1) {
    // One bubble and other rows: parts of one message, unless rows without a bubble are as full as it.
    return rows.length > 3 || rows.some((row) => !bubblesOf(row).length && row.children.length > 1 && hasText(row));
  }
  if (areHeaded(rows)) return true;
  if (rows.every(isProse) && !rows.every((row) => row.localName === 'tr' || spokenLine(row.textContent ?? ''))) return false;
  return rows.slice(1).some((row, at) => alike(row, rows[at]!));
}

/** Most rows begin with a line that names speaker and time. */
const areHeaded = (rows: HTMLElement[]): boolean => rows.filter((row) => spokenLine(segmentsOf(row)[0]?.text ?? '')).length * 2 > rows.length;

function areStacked(rows: HTMLElement[]): boolean {
  const boxes = rows.map((row) => row.getBoundingClientRect()).sort((a, b) => a.top - b.top);
  return boxes.every((box, at) => at === 0 || box.top >= boxes[at - 1]!.bottom - Math.min(12, box.height / 2));
}

/** `row` as one message, or as the messages of the group that it is. */
function split(row: HTMLElement, group: Group | null, depth: number): Unit[] {
  const whole = [{ element: row, group, mates: [] }];
  const within = (parts: HTMLElement[]): Group => ({ element: group?.element ?? row, parts: [...(group?.parts ?? []), ...parts] });
  if (depth > 8) return whole;
  const inner = [...row.querySelectorAll<HTMLElement>(SEMANTIC)].filter((element) => !isInProse(element, row) && isFilled(element));
  const bubbles = bubblesOf(row);
  if (bubbles.length <= 1) {
    if (bubbles.length === 1 || inner.length < 2) {
      if (bubbles.length === 1) return whole;
      return splitPlain(row, group, depth) ?? whole;
    }
  } else if (!areMessages(bubbles)) return whole;
  const parent = branching(row);
  const parts = childrenOf(parent).filter(isFilled) as HTMLElement[];
  if (!areStacked(parts)) {
    const widest = parts.filter((part) => bubblesOf(part).length > 0 || part.matches(SEMANTIC));
    if (widest.length !== 1) return whole;
    return split(widest[0]!, within(widest), depth + 1);
  }
  const carriers = parts.filter((part) => part.matches(SEMANTIC) || bubblesOf(part).length > 0 || part.querySelector(PICTURE));
  if (carriers.length < 2) return carriers.length === 1 ? split(carriers[0]!, within(carriers), depth + 1) : whole;
  const notes = parts.filter((part) => !carriers.includes(part) && isNote(part, row));
  // Parts without a bubble between carriers are names and times: they belong to the group, unless they are notes in the middle.
  return parts.flatMap((part) =>
    carriers.includes(part) ? split(part, within([...carriers, ...notes]), depth + 1) : notes.includes(part) ? [{ element: part, group: null, mates: [] }] : [],
  );
}

const isInProse = (element: Element, row: Element): boolean => {
  if (element.localName !== 'li') return false;
  const list = element.parentElement;
  return list !== null && row.contains(list) && (isPaintedUpTo(list, row) || getComputedStyle(element).display === 'list-item');
};

function isPaintedUpTo(element: Element, row: Element): boolean {
  for (let node: Element | null = element; node && node !== row; node = node.parentElement) if (isPainted(node)) return true;
  return false;
}

/** Several boxes that are each one message: like one another and one under the other. */
function areMessages(bubbles: HTMLElement[]): boolean {
  const first = bubbles[0]!;
  return bubbles.some((bubble) => {
    if (bubble === first || !alike(bubble, first)) return false;
    const a = first.getBoundingClientRect();
    const b = bubble.getBoundingClientRect();
    return b.top >= a.bottom - 2 && b.width > 24 && a.width > 24 && b.height >= 20;
  });
}

/** Down through wrappers to the element that has several filled children. */
function branching(row: HTMLElement): HTMLElement {
  let node = row;
  for (let depth = 0; depth < 10; depth++) {
    const only = onlyFilled(node);
    if (!only) return node;
    node = only;
  }
  return node;
}

/** A group without bubbles: one speaker's lines under one name, each in an element like the others. */
function splitPlain(row: HTMLElement, group: Group | null, depth: number): Unit[] | null {
  if (row.matches(SEMANTIC)) return null;
  const parent = branching(row);
  const parts = childrenOf(parent).filter(isFilled) as HTMLElement[];
  if (parts.length < 2) return null;
  if (!areStacked(parts)) {
    const wide = parts.filter((part) => part.getBoundingClientRect().width > row.getBoundingClientRect().width * 0.5);
    return wide.length === 1 ? splitPlain(wide[0]!, group ?? { element: row, parts: [] }, depth + 1) : null;
  }
  const like = parts.filter((part, at) => isMarked(part) && parts.some((other, place) => place !== at && isMarked(other) && alike(part, other)));
  if (like.length < 2 || like.every(isProse)) return null;
  const shared = { element: group?.element ?? row, parts: [...(group?.parts ?? []), ...like] };
  return like.map((element) => ({ element, group: shared, mates: [] }));
}

/** Carries a class or an id: what a page makes on purpose, unlike the lines an editor breaks text into. */
const isMarked = (element: Element): boolean => element.classList.length > 0 || element.id !== '' || Object.keys((element as HTMLElement).dataset).length > 0;

function isNote(part: HTMLElement, row: HTMLElement): boolean {
  const outer = row.getBoundingClientRect();
  const range = part.ownerDocument.createRange();
  range.selectNodeContents(part);
  const box = range.getBoundingClientRect();
  const before = box.left - outer.left;
  const after = outer.right - box.right;
  return before > 40 && Math.abs(before - after) < 16;
}
