import { bubblesOf } from './bubbles';
import { isLabelIn, readLabels, sortInside } from './labels';
import { placeOf, roomOf, type Place } from './place';
import { segmentsOf, type Segment } from './segments';
import { isTime } from './time';
import { avatarOf, isInitials, pageIdOf, paintOf, timeAttribute, tokensOf } from './traits';
import { spokenLine } from './transcript';
import { isControl, isReaction, isReceipt, isTyping, saysCustomer, saysOwn, saysRobot, withoutRobotLabel } from './words';
import { isShared, type Unit } from './units';
import type { Side } from '../types';

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

/** Letters no larger than this, in CSS px, are no message's. */
const SMALL = 12.5;

/** Stands for a message that is a picture only, as Chinese consoles write it. */
const PICTURE_TEXT = '[图片]';

/** Reads one unit of `list`. Null when there is nothing in it to hand on. */
export function readItem(unit: Unit, list: HTMLElement): Item | null {
  const { element, group, mates } = unit;
  const room = roomOf(list);
  const segments = shownOf(segmentsOf(element)).filter((segment) => !isInitials(segment));
  const bubble = mainBubble(element, room);
  const inside = bubble ? segments.filter((segment) => isInside(segment, bubble)) : segments;
  const labels = segments.filter((segment) => !inside.includes(segment));
  for (const mate of mates) labels.push(...segmentsOf(mate).filter((segment) => !isInitials(segment)));
  if (group) labels.push(...segmentsOf(group.element).filter((segment) => isShared(unit, segment.block) && !isInitials(segment) && isLabelIn(segment, group.element)));
  const sorted = sortInside(inside, bubble !== null);
  const around = readLabels(labels);
  const picture = pictureIn(bubble ?? element);
  const joined = sorted.main.map((segment, at) => (at === 0 ? '' : joint(sorted.main[at - 1]!, segment)) + segment.text).join('');
  const line = bubble || sorted.author !== '' ? null : spokenLine(joined);
  const text = withoutRobotLabel(line?.text ?? joined) || (picture ? PICTURE_TEXT : '');
  if (text === '' && segments.length > 0 && segments.every((segment) => isTime(segment.text))) {
    return dividerOf(element, segments.map((segment) => segment.text).join(' '));
  }
  if (text === '' || isTyping(text)) return null;
  const avatar = avatarOf([...mates, element], bubble, room) ?? (group && avatarOf([group.element], bubble, room, (node) => isShared(unit, node)));
  if (isSmallPrint(text, sorted.main, bubble)) return null;
  const author = sorted.author || line?.author || around.author || avatar?.name || '';
  const note = !bubble && avatar === null && author === '';
  const place = alongText(placeOf(extentOf(bubble, sorted.main, picture), room, avatar?.side ?? null, element), list);
  if (avatar === null && place !== 'right' && isControl(text)) return null;
  if (unit.unnamed && (place !== 'middle' || avatar !== null)) return null;
  const day = /[:：]\s*(.{6,})$/.exec(text)?.[1];
  if (place === 'middle' && avatar === null && (isTime(text) || (day && isTime(day)))) return dividerOf(element, day && isTime(day) ? day : text);
  return {
    element,
    text,
    place,
    author,
    avatar: avatar?.source ?? '',
    paint: paintOf(bubble, sorted.main[0]),
    tokens: [...tokensOf(element, bubble, group?.element ?? null), ...sorted.beside.flatMap(partOf)],
    robot: (line?.text ?? joined) !== text && text !== PICTURE_TEXT || labels.some((segment) => saysRobot(segment.text)) || saysRobot(author),
    time: sorted.time || line?.time || around.time || timeAttribute(element),
    divider: !bubble && isTime(text),
    note,
    pageId: pageIdOf(element),
  };
}

/** The part that a label beside the name gives its bearer, as a class name would. */
const partOf = (label: string): string[] => (saysCustomer(label) ? ['customer'] : saysOwn(label) ? ['agent'] : []);

/** Where the page is written from right to left, its sides change places. */
function alongText(place: Place, list: HTMLElement): Place {
  if ((place !== 'left' && place !== 'right') || getComputedStyle(list).direction !== 'rtl') return place;
  return place === 'left' ? 'right' : 'left';
}

const dividerOf = (element: HTMLElement, time: string): Item => ({
  element, text: time, place: 'middle', author: '', avatar: '', paint: '', tokens: [], robot: false, time, divider: true, note: true, pageId: null,
});

/** The painted box with most text; null when the page paints none, or only across the whole width of a row. */
function mainBubble(element: HTMLElement, room: DOMRect): HTMLElement | null {
  let best: HTMLElement | null = null;
  let most = -1;
  for (const bubble of bubblesOf(element)) {
    if (isReaction(bubble.textContent ?? '')) continue;
    const length = (bubble.textContent ?? '').length + (bubble.querySelector('img') ? 1 : 0);
    if (length > most) [best, most] = [bubble, length];
  }
  return best === element && element.getBoundingClientRect().width >= room.width * 0.96 ? null : best;
}

function isInside(segment: Segment, bubble: Element): boolean {
  if (bubble.contains(segment.block)) return true;
  if (!segment.block.contains(bubble)) return false;
  const box = bubble.getBoundingClientRect();
  return segment.top >= box.top - 2 && segment.bottom <= box.bottom + 2 && segment.left >= box.left - 2 && segment.right <= box.right + 2;
}

/** Without what only shows under the pointer, times apart; all of it while the whole message fades in. */
function shownOf(segments: Segment[]): Segment[] {
  const shown = segments.filter(({ block, text }) => isTime(text) || block.checkVisibility({ opacityProperty: true }));
  return shown.some(({ text }) => !isTime(text)) ? shown : segments;
}

/** A reading mark, or reactions, that the page puts under a message in an element of their own. */
const isSmallPrint = (text: string, main: Segment[], bubble: Element | null): boolean =>
  main.every(({ fontSize }) => fontSize <= SMALL) && (isReaction(text) || (!bubble && isReceipt(text)));

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
