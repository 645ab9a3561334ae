import { parentOf } from '../tree';
import { isInitialsBox } from './bubbles';
import type { Segment } from './segments';

/** Marks by which one speaker's messages differ from another's, and one message from the next. */

export interface Avatar {
  side: 'left' | 'right';
  /** Address of the picture, or the initials. */
  source: string;
  /** Name given with the picture; empty when there is none. */
  name: string;
}

const NO_NAME = /avatar|头像|profile|user image|photo|picture|icon|logo/i;

/** A small, square thing in the row, with a picture or initials. Null when there is none outside `bubble` that `counts`. */
export function avatarOf(places: readonly Element[], bubble: Element | null, room: DOMRect, counts: (node: Element) => boolean = () => true): Avatar | null {
  for (const place of places) {
    for (const element of [place, ...place.querySelectorAll<HTMLElement>('img, svg, [class], [style], [role="img"]')]) {
      if (!counts(element) || (bubble && (bubble.contains(element) || element.contains(bubble)))) continue;
      const box = element.getBoundingClientRect();
      if (box.width < 18 || box.width > 72 || Math.abs(box.width - box.height) > 3) continue;
      if (element.closest('button, [role="button"]')) continue;
      const style = getComputedStyle(element);
      const isPicture = element instanceof HTMLImageElement || element.localName === 'svg' || style.backgroundImage.startsWith('url');
      if (!isPicture && !isFilledSquare(element, style)) continue;
      const image = element instanceof HTMLImageElement ? element : element.querySelector('img');
      const alt = image?.alt ?? '';
      return {
        side: box.left + box.width / 2 < room.left + room.width / 2 ? 'left' : 'right',
        source: image?.src || style.backgroundImage.replace('none', '') || (element.textContent ?? '').trim().slice(0, 8),
        name: alt.length > 1 && alt.length <= 30 && !NO_NAME.test(alt) ? alt : '',
      };
    }
  }
  return null;
}

/** Initials on a ground of their own. */
const isFilledSquare = (element: Element, style: CSSStyleDeclaration): boolean =>
  style.backgroundColor !== 'rgba(0, 0, 0, 0)' && isInitialsBox(element);

/** True for text that is no more than the initials in a picture's place. */
export function isInitials(segment: Segment): boolean {
  if (segment.text.length > 3) return false;
  for (let node: Element | null = segment.block, up = 0; node && up < 3; node = parentOf(node), up++) {
    if (isInitialsBox(node) && getComputedStyle(node).backgroundColor !== 'rgba(0, 0, 0, 0)') return true;
  }
  return false;
}

/** Ground and ink of a message. */
export function paintOf(bubble: Element | null, first: Segment | undefined): string {
  const ground = bubble ? getComputedStyle(bubble) : null;
  return `${ground ? ground.backgroundColor + ground.backgroundImage.slice(0, 60) : ''}/${first?.color ?? ''}`;
}

const TELLING = /^(data-(role|author|sender|side|type|from|position|direction|placement|self|is-?me|own)\b.*|type|position|placement|author|sender|from|role)$/;

/** The words in class names and data of the message, of what wraps it up to the row, and of its parts. */
export function tokensOf(element: Element, bubble: Element | null, group: Element | null): string[] {
  let names = '';
  const take = (node: Element): void => {
    names += ` ${node.getAttribute('class') ?? ''}`;
    for (const { name, value } of node.attributes) {
      if (!TELLING.test(name) || value.length > 60 || value === 'false') continue;
      names += value === 'true' || value === '' ? ` ${name.replace(/^data-/, '')}` : ` ${value}`;
    }
  };
  for (let node: Element | null = bubble ?? element, up = 0; node && up < 8; node = parentOf(node), up++) {
    take(node);
    if (node === (group ?? element)) break;
  }
  for (const child of element.children) take(child);
  const words = names.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z\u4e00-\u9fff]+/);
  return [...new Set(words.filter((word) => word.length > 1))];
}

const ID_NAMES = ['data-message-id', 'data-messageid', 'data-msg-id', 'data-msgid', 'data-mid', 'data-id', 'data-key', 'data-item-id', 'id'];

/** The page's own id of a message: on it, or on the first thing inside. Null when there is none that lasts. */
export function pageIdOf(element: Element): string | null {
  for (const place of [element, element.firstElementChild, element.firstElementChild?.firstElementChild]) {
    for (const name of ID_NAMES) {
      const value = place?.getAttribute(name);
      if (value && isLasting(value)) return value;
    }
  }
  return null;
}

/** Numbers that count positions, and ids that a framework makes anew, do not last. */
const isLasting = (value: string): boolean =>
  value.length >= 5 &&
  value.length <= 160 &&
  /\d/.test(value) &&
  !/^(:r|«r|radix|react-aria|headlessui|el-id|mui-|v-\d|_r_|rc_)/.test(value) &&
  !/^\D*\d{1,4}$/.test(value);

/** A time that stands in an attribute of the message; empty when none does. */
export function timeAttribute(element: Element): string {
  const css = '[datetime], [data-timestamp], [data-time]';
  const marked = element.matches(css) ? element : element.querySelector(css);
  return marked?.getAttribute('datetime') ?? marked?.getAttribute('data-timestamp') ?? marked?.getAttribute('data-time') ?? '';
}
