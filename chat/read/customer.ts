import { childrenOf, contains, isShown, parentOf } from '../tree';
import { segmentsOf } from './segments';
import type { Segment } from './segments';
import { isTime } from './time';
import { isHead } from './units';
import { saysCustomer } from './words';
import type { Standing } from './standing';
import type { OpenChat } from '../types';

const GENERIC = /^(chat|chats|messages?|消息|会话|聊天|客服|在线|离线|online|offline|返回|back|close|关闭|message|inbox|收件箱|接待中|对话|live chat|support|聊天中|接待中|在线客服|客户服务|customer service)$/i;

/**
 * The name that stands over the message list: the foremost text between the top of the chat's
 * column and the list. Empty when nothing stands there.
 */
export function nameOverList(list: Element, composer: Element): string {
  const room = list.getBoundingClientRect();
  const held = childrenOf(list, { count: 3, first: true }).find(isHead);
  const inside = held && foremost(held, room);
  if (inside) return withoutLead(inside.text);
  for (let branch: Element = list, area = parentOf(list), up = 0; area && up < 12; branch = area, area = parentOf(area), up++) {
    let best: { text: string; weight: number } | null = null;
    for (const child of childrenOf(area)) {
      if (child === branch || contains(child, composer)) continue;
      const box = child.getBoundingClientRect();
      if (box.height < 12 || box.height > 180 || box.bottom > room.top + 12 || box.bottom < room.top - 200) continue;
      const shared = Math.min(box.right, room.right) - Math.max(box.left, room.left);
      // A name may take no more room than it needs, where lines begin.
      const begins = getComputedStyle(child).direction === 'rtl' ? box.right > room.left + room.width / 2 : box.left < room.left + room.width / 2;
      if (shared < (begins ? Math.min(box.width, room.width) : room.width) * 0.3) continue;
      if (!isShown(child)) continue;
      const found = foremost(child, room);
      if (found && (!best || found.weight > best.weight)) best = found;
    }
    if (best) return withoutLead(best.text);
    if (contains(area, composer) && area.getBoundingClientRect().width > room.width * 1.6) break;
  }
  return '';
}

/** What of a line looks like its first word: a name, without the status set in another look behind it. */
function headOf({ block, text }: Segment): string {
  const line = text.split('\n')[0]!.trim();
  const texts = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let head = '';
  let look = '';
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if ((node as Text).data.trim() === '' || !node.parentElement) continue;
    const { fontSize, color } = getComputedStyle(node.parentElement);
    if (look !== '' && look !== `${fontSize} ${color}`) break;
    look = `${fontSize} ${color}`;
    head += (node as Text).data.replace(/\s+/g, ' ');
  }
  head = head.trim();
  return head.length > 1 && line.startsWith(head) ? head : line;
}

/** `Chat with Emma`, `与小王的会话`: the name alone. */
const withoutLead = (text: string): string =>
  (/^(?:chat(?:ting)?|conversation|talking|messages?) with:?\s+(.+)$/i.exec(text) ?? /^(?:正在)?[与和]\s*(.+?)\s*的?(?:会话|聊天|对话)中?$/.exec(text))?.[1] ?? text;

/** The foremost text in `place`: large, bold, to the left. */
function foremost(place: Element, room: DOMRect): { text: string; weight: number } | null {
  let best: { text: string; weight: number } | null = null;
  for (const segment of segmentsOf(place).slice(0, 20)) {
    const text = headOf(segment);
    if (text.length === 0 || text.length > 60 || isTime(text) || GENERIC.test(text)) continue;
    if (segment.left < room.left - 4 || segment.left > room.right) continue;
    const weight = segment.fontSize + (segment.bold ? 3 : 0) - (segment.left - room.left) / room.width;
    if (!best || weight > best.weight) best = { text, weight };
  }
  return best;
}

/**
 * Who the open chat is with: by the profile, else by the list of chats where it marks one, else by
 * the name over the messages or on them, else by the page's address. `told`: what the profile
 * found, empty where it found nothing; `authors`: names on the messages.
 */
export function customerOf(
  told: { key: string; name: string }, chats: readonly OpenChat[], nameOver: string, authors: { customer: string; own: string },
  standings: ReadonlyMap<string, Standing>, address: string,
): { key: string; name: string } {
  const active = chats.find((chat) => chat.active);
  if (told.key !== '') return { key: told.key, name: told.name || active?.name || authors.customer };
  // Tickets and channels are listed by subject: no speaker's name, and the speaker is known from elsewhere.
  const isKnown = authors.own !== '' && authors.customer !== '' && !saysCustomer(authors.customer);
  const isSubject = (title: string): boolean =>
    isKnown && !title.includes(authors.customer) &&
    (standings.get(authors.customer) === 'customer' || standings.get(authors.own) === 'own' || title.startsWith('#'));
  if (active) return { key: active.key, name: told.name || (isSubject(active.name) ? authors.customer : active.name) };
  if (told.name !== '') return { key: `name:${told.name}`, name: told.name };
  const overAgent = authors.own !== '' && nameOver.includes(authors.own);
  const onMessages = authors.customer !== '' && (nameOver === '' || overAgent || isSubject(nameOver) || nameOver.includes(authors.customer));
  const name = onMessages ? authors.customer : overAgent ? '' : nameOver;
  const named = chats.find((chat) => chat.name === name);
  if (named) return { key: named.key, name: named.name };
  if (name !== '') return { key: `name:${name}`, name };
  const url = URL.parse(address);
  return { key: `page:${url ? url.pathname + url.hash : address}`, name: '' };
}
