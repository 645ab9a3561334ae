import { addressOf } from '../address';
import { listsOf, isScroller } from '../find/list';
import { measureAnew } from '../read/bubbles';
import { MessageWindow } from '../read/window';
import { contains, parentOf, rootsOf } from '../tree';
import { PROFILE_FORMAT, PROFILE_VERSION } from './format';
import { itemsFrom, tellingNames } from './picked-items';
import type { SiteProfile, SiteSelector } from './profile';
import { selectorsFor } from './selector';

/** What somebody pointed at. */
export interface Picks {
  /** The box one writes in; where an editor keeps it in a frame of its own, that frame. */
  composer: HTMLElement;
  send?: Element;
  /** One message of the customer and one of the agent. */
  customer?: HTMLElement;
  agent?: HTMLElement;
}

/** The element that holds the messages: by the picked ones, else the likeliest near the composer; null when there is none. */
export function listFromPicks({ composer, customer, agent }: Picks): HTMLElement | null {
  measureAnew();
  const picked = [customer, agent].filter((one) => one !== undefined);
  let best: { element: HTMLElement; score: number } | null = null;
  for (const list of listsOf(composer)) {
    const holds = picked.every((one) => list.element !== one && contains(list.element, one));
    if (holds && (!best || list.score > best.score)) best = list;
  }
  return best?.element ?? around(picked, composer);
}

/** What holds all of `picked` and not the composer: what scrolls, else the widest. */
function around(picked: readonly HTMLElement[], composer: HTMLElement): HTMLElement | null {
  const [first] = picked;
  let widest: HTMLElement | null = null;
  for (let node = first ? parentOf(first) : null; node && !contains(node, composer); node = parentOf(node)) {
    if (!(node instanceof HTMLElement) || !picked.every((one) => contains(node!, one))) continue;
    if (isScroller(node)) return node;
    widest = node;
  }
  return widest;
}

/** Messages of `list` as they are read without a profile. */
export function messagesOf(list: HTMLElement, composer: Element) {
  const below = list.getBoundingClientRect().top >= composer.getBoundingClientRect().bottom - 4;
  return new MessageWindow(list, null, below).read(Infinity).items;
}

/** A profile from what was pointed at, that finds it again after a redraw; `list` holds the messages. `today` as YYYY-MM-DD. */
export function profileFromPicks(picked: Picks, list: HTMLElement, name: string, today: string): SiteProfile {
  measureAnew();
  const picks = { ...picked, customer: lifted(picked.customer, list), agent: lifted(picked.agent, list) };
  const from = 'picked';
  const selectors = (css: readonly string[]): SiteSelector[] => css.map((one) => ({ css: one, from, confidence: 'medium' }));
  const location = new URL(addressOf(list.ownerDocument));
  const roots = rootsOf(picks.composer.ownerDocument);
  const listCss = selectorsFor(list, roots);
  return {
    format: PROFILE_FORMAT,
    version: PROFILE_VERSION,
    id: `picked-${location.hostname.replace(/[^\w.-]/g, '-')}`.slice(0, 60),
    name: { 'zh-CN': name.slice(0, 80), en: name.slice(0, 80) },
    match: [`${location.protocol}//${location.hostname}/*`],
    liveTested: true,
    confidence: 'medium',
    sources: { [from]: { where: `picked on ${location.hostname}`, date: today } },
    composer: selectors(selectorsFor(picks.composer, roots)),
    ...(picks.send && { send: selectors(selectorsFor(picks.send, roots)) }),
    list: selectors(listCss),
    ...messageRules(picks, list, listCss[0]!, selectors),
    quirks: { enter: 'unknown' },
  };
}

/** A message may be drawn inside a shadow root of its own: its host stands for it. */
function lifted(picked: HTMLElement | undefined, list: HTMLElement): HTMLElement | undefined {
  let node: Element | null | undefined = picked;
  while (node && node.getRootNode() !== list.getRootNode()) node = parentOf(node);
  return node instanceof HTMLElement ? node : undefined;
}

/** How the messages are told from the rest and from each other; nothing where what was picked does not say. */
function messageRules(
  { composer, customer, agent }: Picks,
  list: HTMLElement,
  listCss: string,
  selectors: (css: readonly string[]) => SiteSelector[],
): Pick<SiteProfile, 'message'> {
  const picked = [customer, agent].filter((one) => one !== undefined);
  const found = picked.length > 0 ? itemsFrom(list, picked, listCss) : null;
  if (!found) return {};
  const item = selectors([found.css]);
  if (!customer || !agent) return { message: { item } };
  const holding = (one: HTMLElement): HTMLElement => found.elements.find((element) => element.contains(one)) ?? one;
  const names = tellingNames(found.elements, holding(customer), holding(agent));
  if (names) return { message: { item, customer: selectors([names.customer]), agent: selectors([names.agent]) } };
  const read = messagesOf(list, composer);
  const placeOf = (one: HTMLElement) => read.find(({ element }) => element.contains(one) || one.contains(element))?.place;
  const [theirs, ours] = [placeOf(customer), placeOf(agent)];
  const apart = theirs !== ours && [theirs, ours].every((place) => place === 'left' || place === 'right');
  return { message: { item, ...(apart && { customerStands: theirs as 'left' | 'right' }) } };
}
