import { childrenOf, contains, isShown, labelOf, parentOf } from '../tree';
import { alike, hasText } from './bubbles';
import { segmentsOf } from './segments';
import { isTime } from './time';
import { isInitials } from './traits';
import { activeByProfile, refineRow, rowsByProfile } from './by-profile';
import type { SiteProfile } from '../sites/profile';
import type { ChatRow } from './row';

const ROLE = '[role="listbox"], [role="list"], [role="tablist"], [role="navigation"], [role="grid"], [role="tree"], nav, ul';
const BADGE = /^\d{1,3}\+?$/;

/** The element whose children are the rows of open chats, beside the message list; null where there is none. */
export function findChatList(list: Element, composer: Element, names: readonly string[]): HTMLElement | null {
  const room = list.getBoundingClientRect();
  let branch: Element = list;
  for (let area = parentOf(list), up = 0; area && up < 16; branch = area, area = parentOf(area), up++) {
    let best: { element: HTMLElement; score: number } | null = null;
    for (const child of childrenOf(area)) {
      if (child === branch || contains(child, composer)) continue;
      for (const element of rowHolders(child, room, 0)) {
        const score = scoreOf(element, room, names);
        if (score >= 4 && (!best || score > best.score)) best = { element, score };
      }
    }
    if (best) return best.element;
  }
  return null;
}

/** Elements under `element` with several like children, beside the messages or as tabs above them. */
function rowHolders(element: Element, room: DOMRect, depth: number): HTMLElement[] {
  if (depth > 12 || !(element instanceof HTMLElement)) return [];
  const box = element.getBoundingClientRect();
  if (box.width < 48 || box.height < 24) return [];
  const isTabs = element.matches('[role="tablist"]') && box.bottom <= room.top + 12;
  if (isTabs) return [element];
  if (Math.min(box.right, room.right) - Math.max(box.left, room.left) > Math.min(box.width, room.width) * 0.5) {
    // Wraps more than the column beside; its parts may still lie beside.
    return box.width > room.width * 1.2 ? childrenOf(element).flatMap((child) => rowHolders(child, room, depth + 1)) : [];
  }
  const rows = rowsIn(element);
  const inner = childrenOf(element).flatMap((child) => rowHolders(child, room, depth + 1));
  return rows.length > 1 || (rows.length === 1 && inner.length === 0) ? [element, ...inner] : inner;
}

/** A row is often one button or link from end to end: what stands in it is then what the row says. */
function contentOf(row: Element): Element {
  let content = row;
  for (let inner = content.firstElementChild; inner && content.childElementCount === 1; inner = content.firstElementChild) {
    if (inner.textContent !== content.textContent) break;
    content = inner;
  }
  return content;
}

function rowsIn(holder: HTMLElement): HTMLElement[] {
  const rows = childrenOf(holder).filter((row): row is HTMLElement => {
    if (!(row instanceof HTMLElement)) return false;
    const box = row.getBoundingClientRect();
    return box.height >= 20 && box.height <= 150 && box.width >= 40 && hasText(contentOf(row));
  });
  if (rows.length < 2) return rows.length === 1 && holder.matches(ROLE) ? rows : [];
  const like = rows.filter((row) => rows.some((other) => other !== row && alike(row, other)));
  if (like.length * 2 < rows.length) return [];
  // The open row may have classes like none of the others; headings between the rows have another height.
  const heights = like.map((row) => row.getBoundingClientRect().height).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1]!;
  return rows.filter((row) => like.includes(row) || (row.localName === like[0]!.localName && Math.abs(row.getBoundingClientRect().height - usual) <= 10));
}

function scoreOf(holder: HTMLElement, room: DOMRect, names: readonly string[]): number {
  const rows = rowsIn(holder).slice(0, 12);
  if (rows.length === 0) return 0;
  const share = (test: (row: HTMLElement) => boolean): number => rows.filter(test).length / rows.length;
  let score = 0;
  if (holder.matches(ROLE)) score += 1;
  if (holder.getBoundingClientRect().left < room.left) score += 1;
  score += 2 * share(hasPicture);
  score += 2 * share((row) => segmentsOf(contentOf(row)).some((segment) => isTime(segment.text)));
  score += 1.5 * share((row) => segmentsOf(contentOf(row)).length >= 2);
  if (rows.some((row) => badgeOf(row) > 0)) score += 1;
  if (activeAmong(rows)) score += 1.5;
  if (rows.some((row) => segmentsOf(contentOf(row)).some((segment) => names.includes(withoutCount(segment.text))))) score += 3;
  if (rows.every((row) => getComputedStyle(row).cursor === 'pointer')) score += 0.5;
  if (holder.matches('[role="tablist"]') && names.length === 0) score += 1;
  if (share((row) => row.querySelector('input, select') !== null) > 0.5) score -= 3;
  return score;
}

const hasPicture = (row: HTMLElement): boolean => {
  for (const element of row.querySelectorAll<HTMLElement>('img, svg, [class*="avatar" i], [style*="background-image"], span, div')) {
    const box = element.getBoundingClientRect();
    if (box.width >= 20 && box.width <= 72 && Math.abs(box.width - box.height) <= 3) return true;
  }
  return false;
};

/** The rows of one list of open chats; what was read of an unchanged row is kept. */
export class ChatRows {
  private kept = new WeakMap<Element, ChatRow | null>();

  constructor(
    readonly holder: HTMLElement,
    private readonly profile: SiteProfile | null,
  ) {}

  /** Forgets the row in which something changed. */
  forget(changed: Node): void {
    for (let node: Node | null = changed; node && node !== this.holder; node = parentOf(node)) {
      if (node instanceof Element) this.kept.delete(node);
    }
  }

  read(): ChatRow[] {
    const rows = (this.profile && rowsByProfile(this.holder, this.profile)) || rowsIn(this.holder);
    const active = (this.profile && activeByProfile(rows, this.profile)) || activeAmong(rows);
    return rows.flatMap((element) => {
      let row = this.kept.get(element);
      if (row === undefined) {
        row = isShown(element) ? refineRow(element, readRow(element), this.profile) : null;
        this.kept.set(element, row);
      }
      return row ? [{ ...row, active: element === active }] : [];
    });
  }
}

/** Names are told from previews by their place: first, and set in stronger type. */
function readRow(element: HTMLElement): ChatRow | null {
  const segments = segmentsOf(contentOf(element)).filter((segment) => !isTime(segment.text) && !BADGE.test(segment.text) && !isInitials(segment));
  if (segments.length === 0) return null;
  const top = Math.min(...segments.map((segment) => segment.top));
  const name = segments
    .filter((segment) => segment.top < top + 14)
    .reduce((a, b) => (b.fontSize + (b.bold ? 2 : 0) > a.fontSize + (a.bold ? 2 : 0) ? b : a));
  const preview = segments.find((segment) => segment !== name && segment.top >= name.bottom - 4);
  const named = withoutCount(name.text.split('\n')[0]!);
  return { element, key: rowId(element) ?? `name:${named}`, name: named, active: false, unread: badgeOf(element), preview: preview?.text };
}

const COUNT = /\s*[(（[]\s*(\d{1,3})\+?\s*[)）\]]\s*$/;

/** A name without the number of unread messages in brackets behind it. */
const withoutCount = (text: string): string => text.replace(COUNT, '').trim();

const ID_NAMES = ['data-conversation-id', 'data-chat-id', 'data-room-id', 'data-uid', 'data-user-id', 'data-id', 'data-key', 'data-entity-id', 'data-session-id', 'data-conv-id', 'id'];

function rowId(row: Element): string | null {
  for (const place of [row, row.firstElementChild]) {
    for (const name of ID_NAMES) {
      const value = place?.getAttribute(name);
      if (value && value.length <= 120 && /\d/.test(value) && !/^(:r|«r|radix|react-aria|headlessui|el-id|_r_|rc-)/.test(value)) return `id:${value}`;
    }
  }
  return null;
}

/** The row that the page marks as open: by ARIA, else the one whose classes or ground differ from all the others'. */
function activeAmong(rows: readonly HTMLElement[]): HTMLElement | null {
  for (const css of ['[aria-selected="true"]', '[aria-current]:not([aria-current="false"])', '[aria-pressed="true"]', '[data-active="true"], [data-selected="true"], [data-state="active"]']) {
    const marked = rows.filter((row) => row.matches(css) || row.querySelector(css) !== null);
    if (marked.length === 1) return marked[0]!;
  }
  const named = rows.filter((row) => hasActiveWord(row) || [...row.children].some(hasActiveWord));
  if (named.length === 1) return named[0]!;
  if (rows.length < 2) return null;
  return odd(rows, groundsOf) ?? null;
}

const hasActiveWord = (element: Element): boolean =>
  [...element.classList].some((name) => /(^|[-_]|[a-z])(active|selected|current|checked|chosen|opened|isActive)$/i.test(name) && !/inactive|unselected|un-?active/i.test(name));

/** The one whose `trait` no other has, while all the others agree. */
function odd(rows: readonly HTMLElement[], trait: (row: HTMLElement) => string): HTMLElement | undefined {
  const traits = rows.map(trait);
  const counts = new Map<string, number>();
  for (const value of traits) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size !== 2) return undefined;
  const [rare] = [...counts].sort((a, b) => a[1] - b[1])[0]!;
  const hits = rows.filter((_, at) => traits[at] === rare && !rows[at]!.matches(':hover'));
  if (rows.length === 2 && hits.length === 1) return hits.find((row) => trait(row) !== 'rgba(0, 0, 0, 0)|') ?? undefined;
  return hits.length === 1 ? hits[0] : undefined;
}

const groundsOf = (row: HTMLElement): string => {
  const inner = row.firstElementChild;
  return `${getComputedStyle(row).backgroundColor}|${inner && inner.getBoundingClientRect().width > row.getBoundingClientRect().width * 0.8 ? getComputedStyle(inner).backgroundColor : ''}`;
};

/** Unread messages as shown: a number in a badge; 1 for a mere dot; 0 for none. */
function badgeOf(row: HTMLElement): number {
  // Whole chat windows side by side: numbers in them are talk.
  if (row.getBoundingClientRect().height > 150) return 0;
  for (const element of row.querySelectorAll<HTMLElement>('*')) {
    if (element.childElementCount > 1) continue;
    const text = (element.textContent ?? '').trim();
    const box = element.getBoundingClientRect();
    if (BADGE.test(text) && box.height > 8 && box.height <= 28 && box.width <= 48 && isLoud(element)) return parseInt(text, 10);
    if (text === '' && box.width >= 5 && box.width <= 14 && Math.abs(box.width - box.height) <= 2 && isRed(element)) return 1;
  }
  const counted = segmentsOf(contentOf(row)).map((segment) => COUNT.exec(segment.text)).find((found) => found !== null);
  if (counted) return Number(counted[1]);
  const said = /(\d+)\s*(条未读|未读|unread|new message)/i.exec(labelOf(row) || row.textContent || '');
  return said ? Number(said[1]) : 0;
}

function isLoud(element: Element): boolean {
  for (let node: Element | null = element, up = 0; node && up < 2; node = node.parentElement, up++) {
    const style = getComputedStyle(node);
    if (style.backgroundColor !== 'rgba(0, 0, 0, 0)' && node.getBoundingClientRect().width <= 48) return true;
  }
  return false;
}

function isRed(element: Element): boolean {
  const [r = 0, g = 0, b = 0, a = 1] = getComputedStyle(element).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
  return a > 0.3 && r > 180 && g < 120 && b < 120;
}
