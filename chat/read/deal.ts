import { isShown, parentOf } from '../tree';
import type { Deal, IncomingMessage } from '../types';
import { isTime } from './time';

/**
 * What the chat is about: the number of an order and the title of an item, by the way in which
 * shops write them everywhere. Modest on purpose: a wrong order number is worse than none, so
 * of two at the same distance from the chat neither counts.
 */

const LABEL = /(?:订单\s*(?:编号|号码?|id)?|order\s*(?:number|no\.?|id|#)?)\s*[:：#＃]?\s*$/i;
const LABELLED = /(?:订单\s*(?:编号|号码?|id)|order\s*(?:number|no\.?|id|#)|订单\s*[:：#])\s*[:：#＃]?\s*([A-Z0-9](?:[A-Z0-9-]{6,30})[A-Z0-9])(?![A-Z0-9])/i;
/** Letters, digits and hyphens, with at least six digits. */
const NUMBER = /^#?([A-Z0-9](?:[A-Z0-9-]{6,30})[A-Z0-9])$/i;
/** A message that is nothing but such a number: 15–22 digits, as Taobao's and Douyin's, or 6 and 15, as Pinduoduo's. */
const BARE = /^(?:\d{15,22}|\d{6}-\d{15})$/;
const PRICE = /^(?:[¥￥$€£]|US\$|RMB|CNY)\s?\d[\d,]*(?:\.\d{1,2})?(?:\s?(?:起|元))?$|^\d[\d,]*(?:\.\d{1,2})?\s?元$/i;
/** A line of details that ends in a price: 白色 · ¥328.00 */
const ENDS_IN_PRICE = /(?:^|[\s·|,，/])(?:[¥￥$€£]|US\$)\s?\d[\d,]*(?:\.\d{1,2})?$/;
/** Smallest picture of a card among the messages, CSS px: faces are smaller. */
const CARD_PICTURE = 48;
/** Latest messages that are looked through. */
const LATEST = 30;
/** Text nodes that are looked at around the chat, and levels outward. */
const MOST_NODES = 3000;
const MOST_LEVELS = 8;
/** UTF-16 code units; a first text of `surely` or more is the title, and one with more digits is a parcel's number. */
const TITLE = { shortest: 4, surely: 6, longest: 160, digits: 8 };

const digitsIn = (text: string): number => text.match(/\d/g)?.length ?? 0;
const isNumber = (text: string): boolean => digitsIn(text) >= 6;

/** The order number in a text: behind its label, or the text itself. */
export function orderIn(text: string): string {
  const labelled = LABELLED.exec(text)?.[1] ?? '';
  if (isNumber(labelled)) return labelled;
  return BARE.test(text.trim()) ? text.trim() : '';
}

/** The order numbers in pieces of text that follow one another on the page; a label may stand in the piece before. */
export function ordersIn(pieces: readonly string[]): string[] {
  const found = pieces.map((piece, at) => {
    const labelled = LABELLED.exec(piece)?.[1] ?? '';
    if (isNumber(labelled)) return labelled;
    const [, number = ''] = NUMBER.exec(piece) ?? [];
    return at > 0 && isNumber(number) && LABEL.test(pieces[at - 1] ?? '') ? number : '';
  });
  return [...new Set(found.filter((number) => number !== ''))];
}

/** The title in the texts of a card that shows a price; empty when none of them can be one. */
export function titleIn(pieces: readonly string[]): string {
  const titles = pieces.filter(
    (piece) => piece.length >= TITLE.shortest && piece.length <= TITLE.longest && /\p{L}{2}/u.test(piece) && !PRICE.test(piece) && !ENDS_IN_PRICE.test(piece) && !isTime(piece) && !LABEL.test(piece) && digitsIn(piece) <= TITLE.digits && orderIn(piece) === '',
  );
  return titles.find((piece) => piece.length >= TITLE.surely) ?? titles.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

/** Reads what the open chat is about: its latest messages first, then outward from the messages. */
export function readDeal(list: Element, messages: readonly IncomingMessage[]): Deal {
  const latest = messages.slice(-LATEST).reverse();
  const told = latest.map(({ text }) => orderIn(text)).find((number) => number !== '') ?? '';
  let order = told;
  let item = cardIn(list, null);
  let seen = 0;
  for (let inner: Element = list, area = parentOf(list), level = 0; area && level < MOST_LEVELS && seen < MOST_NODES; inner = area, area = parentOf(area), level++) {
    if (order !== '' && item !== '') break;
    const pieces = textsIn(area, inner, MOST_NODES - seen);
    seen += pieces.length;
    const orders = order === '' ? ordersIn(pieces.map(({ text }) => text)) : [];
    // Other chats' orders: from here on outward nothing is this chat's alone.
    if (orders.length > 1) break;
    order ||= orders[0] ?? '';
    item ||= cardIn(area, inner);
  }
  return { order, item };
}

interface Piece {
  text: string;
  node: Text;
}

/** The texts under `area` in their order, without those under `without`. */
function textsIn(area: Element, without: Element | null, most: number): Piece[] {
  const pieces: Piece[] = [];
  const walker = area.ownerDocument.createTreeWalker(area, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node === without) return NodeFilter.FILTER_REJECT;
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return /^(script|style|template|noscript|textarea|select)$/.test((node as Element).localName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  while (pieces.length < most && walker.nextNode()) {
    const node = walker.currentNode as Text;
    const text = node.data.replace(/\s+/g, ' ').trim();
    if (text !== '') pieces.push({ text, node });
  }
  return pieces;
}

/**
 * The title of the last card with a price under `area`: a small area with a picture and other text.
 * `without`: what was looked through before; null for the messages themselves, whose faces are no cards.
 */
function cardIn(area: Element, without: Element | null): string {
  const prices = textsIn(area, without, MOST_NODES).filter(({ text }) => PRICE.test(text) || (without && text.length < 60 && ENDS_IN_PRICE.test(text)));
  for (const { node } of prices.reverse().slice(0, 6)) {
    for (let card = node.parentElement, up = 0; card && card !== area && up < 4; card = card.parentElement, up++) {
      const picture = card.querySelector('img, picture, svg, canvas, [style*="background-image"]');
      if (!picture || (!without && picture.getBoundingClientRect().width < CARD_PICTURE)) continue;
      const title = isShown(card) ? titleIn(textsIn(card, null, 40).map(({ text }) => text)) : '';
      if (title !== '') return title;
    }
  }
  return '';
}
