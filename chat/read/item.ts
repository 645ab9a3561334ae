import { parentOf } from '../tree';
import { bubblesOf } from './bubbles';
import { segmentsOf, type Segment } from './segments';
import { isTime } from './time';
import { isStatus, isTyping, saysRobot } from './words';
import type { Unit } from './units';
import type { Side } from '../types';

/** Where a message stands across the list: at its start, its end, in the middle, or from side to side. */
export type Place = 'left' | 'right' | 'middle' | 'full';

/** One message as the page draws it, before it is known who speaks. */
export interface Item {
  element: HTMLElement;
  text: string;
  place: Place;
  /** Speaker's name as shown; empty when none is. */
  author: string;
  /** Address of the speaker's picture; empty when none is shown. */
  avatar: string;
  /** Ground and ink of the text: speakers differ in it. */
  paint: string;
  /** Class names, roles and data of the message, as lower-case words. */
  tokens: string[];
  /** The page labels it as sent by a machine. */
  robot: boolean;
  /** The time shown with it, as text; empty when none is. */
  time: string;
  /** Only a day or a time between messages. */
  divider: boolean;
  /** Set apart like a note of the console, not like speech. */
  note: boolean;
  pageId: string | null;
  /** Set where a profile tells the side. */
  side?: Side;
}

const PICTURE_TEXT = '[图片]';

/** Reads one unit of `list`. Null when there is nothing in it to hand on. */
export function readItem(unit: Unit, list: HTMLElement): Item | null {
  const { element, group } = unit;
  const room = list.getBoundingClientRect();
  const segments = segmentsOf(element);
  const bubble = mainBubble(element, room);
  const inside = bubble ? segments.filter((segment) => bubble.contains(segment.block) || segment.block.contains(bubble) && within(segment, bubble)) : segments;
  const outside = segments.filter((segment) => !inside.includes(segment));
  const around = group ? segmentsOf(group).filter((segment) => !element.contains(segment.block) && isLabelIn(segment, group)) : [];
  const { main, author: inner, time: innerTime } = sortInside(inside, bubble !== null);
  const labels = [...outside, ...around];
  const author = inner || authorIn(labels);
  const time = innerTime || timeIn(labels) || timeAttribute(element) || (group ? timeAttribute(group) : '');
  const picture = pictureIn(bubble ?? element);
  let text = main.map((segment, at) => (at === 0 ? '' : joint(main[at - 1]!, segment)) + segment.text).join('');
  if (text === '' && picture) text = PICTURE_TEXT;
  if (text === '' && segments.length > 0 && segments.every((segment) => isTime(segment.text))) {
    return emptyItem(element, segments.map((segment) => segment.text).join(' '));
  }
  if (text === '' || isTyping(text)) return null;
  const avatar = avatarOf(group ?? element, bubble, room);
  const extent = extentOf(bubble, main, picture);
  return {
    element,
    text,
    place: placeOf(extent, room, avatar?.side ?? null, element),
    author: author || avatar?.name || '',
    avatar: avatar?.source ?? '',
    paint: paintOf(bubble, main[0]),
    tokens: tokensOf(element, bubble, group),
    robot: labels.some((segment) => saysRobot(segment.text)) || saysRobot(author),
    time,
    divider: !bubble && isTime(text),
    note: !bubble && avatar === null && author === '',
    pageId: pageIdOf(element),
  };
}

const emptyItem = (element: HTMLElement, time: string): Item => ({
  element, text: time, place: 'middle', author: '', avatar: '', paint: '', tokens: [], robot: false, time, divider: true, note: true, pageId: null,
});

/** The painted box with most text; null when the page paints none, or only across the whole width of a row. */
function mainBubble(element: HTMLElement, room: DOMRect): HTMLElement | null {
  let best: HTMLElement | null = null;
  let most = -1;
  for (const bubble of bubblesOf(element)) {
    const length = (bubble.textContent ?? '').length + (bubble.querySelector('img') ? 1 : 0);
    if (length > most) [best, most] = [bubble, length];
  }
  if (best && best === element && best.getBoundingClientRect().width >= room.width * 0.96) {
    return null;
  }
  return best;
}

function within(segment: Segment, bubble: Element): boolean {
  const box = bubble.getBoundingClientRect();
  return segment.top >= box.top - 2 && segment.bottom <= box.bottom + 2 && segment.left >= box.left - 2 && segment.right <= box.right + 2;
}

/** Parts the text of a message from the name above it and the time and ticks beside it. */
function sortInside(segments: Segment[], painted: boolean): { main: Segment[]; author: string; time: string } {
  let main = segments;
  let time = '';
  let author = '';
  const times = main.filter((segment) => isTime(segment.text) || isTime(segment.text.replace(/^[^\d]*?[·•|]\s*/, '')));
  if (times.length < main.length) {
    time = times[0]?.text ?? '';
    main = main.filter((segment) => !times.includes(segment));
  } else if (!painted) return { main: [], author: '', time: main[0]?.text ?? '' };
  const spoken = main.filter((segment) => !isStatus(segment.text));
  if (spoken.length > 0) main = spoken;
  const [first, ...rest] = main;
  if (first && rest.length > 0 && isNameAbove(first, rest, painted)) {
    author = first.text;
    main = rest;
  }
  return { main, author, time };
}

/** A short first line set apart from what follows: smaller, bolder, in another colour, or on a line with the time. */
function isNameAbove(first: Segment, rest: Segment[], painted: boolean): boolean {
  if (first.text.length > 40 || first.text.includes('\n')) return false;
  const body = rest.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  if (first.top >= body.bottom - 2 || Math.abs(first.top - body.top) < 4) return false;
  const differs = first.fontSize < body.fontSize - 0.5 || (first.bold && !body.bold) || first.color !== body.color;
  return painted ? differs && first.text.length <= 30 : differs || first.fontSize !== body.fontSize;
}

/** Beside a bubble: names are short, and neither times nor ticks. */
function authorIn(labels: Segment[]): string {
  const name = labels.find((segment) => segment.text.length <= 40 && !isTime(segment.text) && !isStatus(segment.text));
  if (!name) return '';
  return name.text.split(/\s*[·•|]\s*|\s{2,}|\n/).find((piece) => piece !== '' && !isTime(piece)) ?? '';
}

function timeIn(labels: Segment[]): string {
  for (const { text } of labels) {
    if (isTime(text)) return text;
    const piece = text.split(/\s*[·•|,，\n]\s*|\s{2,}/).find(isTime) ?? /\d{1,2}:\d{2}(:\d{2})?(\s*[ap]m)?$/i.exec(text)?.[0];
    if (piece) return piece;
  }
  return '';
}

/** Labels of a group stand above its first bubble or beneath its last; they are not its other messages. */
function isLabelIn(segment: Segment, group: Element): boolean {
  if (segment.text.length > 40) return false;
  return !bubblesOf(group).some((bubble) => bubble.contains(segment.block));
}

function timeAttribute(element: Element): string {
  const marked = element.matches('[datetime], [data-timestamp], [data-time]') ? element : element.querySelector('[datetime], [data-timestamp], [data-time]');
  return marked?.getAttribute('datetime') ?? marked?.getAttribute('data-timestamp') ?? marked?.getAttribute('data-time') ?? '';
}

/** Pieces on one line belong together; a new line stays one. */
const joint = (above: Segment, below: Segment): string => {
  const sameLine = below.top < above.bottom - 2 && below.left >= above.left;
  return sameLine ? (below.left - above.right > 3 ? ' ' : '') : '\n';
};

function pictureIn(element: Element): HTMLElement | null {
  for (const picture of element.querySelectorAll<HTMLElement>('img, video, canvas')) {
    const box = picture.getBoundingClientRect();
    if (box.width >= 72 && box.height >= 56) return picture;
  }
  return null;
}

function extentOf(bubble: Element | null, main: Segment[], picture: Element | null): { left: number; right: number } {
  if (bubble) return bubble.getBoundingClientRect();
  if (main.length === 0 && picture) return picture.getBoundingClientRect();
  return { left: Math.min(...main.map((s) => s.left)), right: Math.max(...main.map((s) => s.right)) };
}

/** Least difference, in CSS px, between the room before and behind a message for it to lean to a side. */
const LEAN = 20;

function placeOf(extent: { left: number; right: number }, room: DOMRect, avatar: 'left' | 'right' | null, element: Element): Place {
  const before = extent.left - room.left;
  const after = room.right - extent.right;
  const leans = Math.abs(before - after) > LEAN;
  if (avatar && (!leans || (avatar === 'right') === before > after)) return avatar;
  if (leans) return before > after ? 'right' : 'left';
  if (before > Math.max(48, room.width * 0.12)) return 'middle';
  return flowOf(element);
}

/** The way a row is laid out, for text that fills it. */
function flowOf(element: Element): Place {
  for (let node: Element | null = element, up = 0; node && up < 2; node = parentOf(node), up++) {
    const style = getComputedStyle(node);
    if (style.display.includes('flex')) {
      const reversed = style.flexDirection === 'row-reverse';
      const end = /end|right/.test(style.justifyContent) || (style.flexDirection === 'column' && /end|right/.test(style.alignItems));
      if (reversed !== end) return 'right';
    }
    if (/end|right/.test(style.textAlign) && style.direction !== 'rtl') return 'right';
    if (/end/.test(`${style.justifySelf} ${style.alignSelf}`)) return 'right';
  }
  return 'full';
}

/** A small, square thing at the edge of the row, with a picture or initials. */
function avatarOf(row: Element, bubble: Element | null, room: DOMRect): { side: 'left' | 'right'; source: string; name: string } | null {
  for (const element of row.querySelectorAll<HTMLElement>('img, svg, [class], [style], [role="img"]')) {
    if (bubble && (bubble.contains(element) || element.contains(bubble))) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 18 || box.width > 72 || Math.abs(box.width - box.height) > 3) continue;
    if (element.closest('button, [role="button"]')) continue;
    const style = getComputedStyle(element);
    const isPicture = element instanceof HTMLImageElement || element.localName === 'svg' || style.backgroundImage.startsWith('url');
    const isRound = parseFloat(style.borderTopLeftRadius) >= box.width * 0.1 && style.backgroundColor !== 'rgba(0, 0, 0, 0)';
    if (!isPicture && !isRound) continue;
    const image = element instanceof HTMLImageElement ? element : element.querySelector('img');
    const alt = image?.alt ?? '';
    return {
      side: box.left + box.width / 2 < room.left + room.width / 2 ? 'left' : 'right',
      source: image?.src || style.backgroundImage.replace('none', '') || (element.textContent ?? '').trim().slice(0, 8),
      name: alt.length > 0 && alt.length <= 30 && !/avatar|头像|profile|user image|photo/i.test(alt) ? alt : '',
    };
  }
  return null;
}

function paintOf(bubble: Element | null, first: Segment | undefined): string {
  const ground = bubble ? getComputedStyle(bubble) : null;
  return `${ground ? ground.backgroundColor + ground.backgroundImage.slice(0, 60) : ''}/${first?.color ?? ''}`;
}

/** The words in class names and data of the message and of what wraps it up to the row. */
function tokensOf(element: Element, bubble: Element | null, group: Element | null): string[] {
  let names = '';
  const take = (node: Element): void => {
    names += ` ${node.getAttribute('class') ?? ''}`;
    for (const { name, value } of node.attributes) {
      if (/^(data-(role|author|sender|side|type|from|position|direction|placement|self|is-?me|own)|type|position|placement|role|aria-label)/.test(name) && value.length < 60) {
        names += ` ${name === 'aria-label' || /^(type|role|position|placement)$/.test(name) ? '' : name.replace(/^data-/, '')}${value === 'true' || value === '' ? '' : `-${value}`} ${value === 'true' ? '' : value}`;
      }
    }
  };
  for (let node: Element | null = bubble ?? element, up = 0; node && up < 8; node = parentOf(node), up++) {
    take(node);
    if (node === (group ?? element)) break;
  }
  for (const child of element.children) take(child);
  return [...new Set(names.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z\u4e00-\u9fff]+/).filter((token) => token.length > 1))];
}

const ID_NAMES = ['data-message-id', 'data-messageid', 'data-msg-id', 'data-msgid', 'data-mid', 'data-id', 'data-key', 'data-item-id', 'id'];

/** The page's own id of a message: on it, on its wrapper, or on the first thing inside. */
function pageIdOf(element: HTMLElement): string | null {
  const places: (Element | null)[] = [element, element.firstElementChild, element.firstElementChild?.firstElementChild ?? null];
  for (const place of places) {
    for (const name of ID_NAMES) {
      const value = place?.getAttribute(name);
      if (value && isLasting(value)) return value;
    }
  }
  return null;
}

/** Numbers that count positions, and ids that a framework makes anew, do not last. */
const isLasting = (value: string): boolean =>
  value.length >= 5 && value.length <= 160 && /\d/.test(value) && !/^(:r|«r|radix|react-aria|headlessui|el-id|mui-|v-\d|_r_|rc_)/.test(value) && !/^\D*\d{1,4}$/.test(value);
