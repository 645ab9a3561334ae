import { firstFound, nearest } from '../find/by-profile';
import { isShown, queryAll } from '../tree';
import type { Item } from './item';
import type { SiteProfile, SiteSelector, SiteValue } from '../sites/profile';
import type { ChatRow } from './row';
import type { Deal, Side } from '../types';

/** Message elements of `list` by the profile; none when its selectors find nothing there. */
export function itemsByProfile(list: HTMLElement, profile: SiteProfile): HTMLElement[] {
  const found = firstFound([list], profile.message?.item);
  // A selector that also matches inside a message must not count that message twice.
  return found.filter((element) => !found.some((other) => other !== element && other.contains(element)));
}

/** The widest element around a message that holds no other: label and picture stand there. */
export function rowAround(element: HTMLElement, list: HTMLElement, all: ReadonlySet<Element>): HTMLElement | null {
  let row: HTMLElement | null = null;
  for (let node = element.parentElement, up = 0; node && node !== list && up < 4; node = node.parentElement, up++) {
    let others = 0;
    for (const other of all) if (node.contains(other) && ++others > 1) break;
    if (others > 1) break;
    row = node;
  }
  return row;
}

/** What the profile says of a message, put over what was read without it. */
export function refine(item: Item, profile: SiteProfile): Item {
  const rules = profile.message;
  if (!rules) return item;
  let told = sideOf(item.element, profile) ?? sideByPlace(item, rules.customerStands);
  // Two picked messages cannot tell what a note looks like.
  if (!rules.system?.length && item.place === 'middle' && item.note) told = 'system';
  // A machine's label counts where the profile knows no more than that the shop spoke.
  const side = told === 'agent' && item.robot ? 'robot' : told;
  const textElement = firstIn(item.element, rules.text);
  const id = valueOf(item.element, rules.id);
  const time = valueOf(item.element, rules.time);
  const sender = firstIn(item.element, rules.sender)?.textContent?.trim();
  return {
    ...item,
    ...(side && { side }),
    ...(textElement?.innerText.trim() && { text: textElement.innerText.trim() }),
    ...(id && { pageId: id }),
    ...(time && { time }),
    ...(sender && { author: sender }),
  };
}

function sideOf(element: HTMLElement, profile: SiteProfile): Side | undefined {
  for (const side of ['system', 'robot', 'agent', 'customer'] as const) {
    if (profile.message?.[side]?.some(({ css }) => fits(element, css))) return side;
  }
  return undefined;
}

function sideByPlace({ place }: Item, customerStands: 'left' | 'right' | undefined): Side | undefined {
  if (!customerStands || (place !== 'left' && place !== 'right')) return undefined;
  return place === customerStands ? 'customer' : 'agent';
}

/** The element itself, what wraps it closely, or something in it matches. */
function fits(element: HTMLElement, css: string): boolean {
  try {
    return element.matches(css) || element.querySelector(css) !== null;
  } catch {
    return false;
  }
}

/** First element in (or equal to) `element` by the first of the fallbacks that finds one. */
export function firstIn(element: HTMLElement, fallbacks: readonly SiteSelector[] | undefined): HTMLElement | undefined {
  for (const { css } of fallbacks ?? []) {
    try {
      if (element.matches(css)) return element;
      const found = element.querySelector<HTMLElement>(css);
      if (found) return found;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** The first value that `values` find in (or on) `element`; undefined when none does. */
export function valueOf(element: HTMLElement, values: readonly SiteValue[] | undefined): string | undefined {
  for (const value of values ?? []) {
    const found = firstIn(element, [value]);
    const raw = found && (value.attribute ? found.getAttribute(value.attribute) : found.textContent)?.trim();
    if (!raw) continue;
    const part = value.part ? raw.split(value.part.at)[value.part.index]?.trim() : raw;
    if (part) return part;
  }
  return undefined;
}

/** The element that holds the rows of open chats by the profile; null when it has none or they are not there. */
export function chatListByProfile(document: Document, profile: SiteProfile): HTMLElement | null {
  const rows = firstFound([document], profile.chats?.item);
  let holder = rows[0]?.parentElement ?? null;
  while (holder && rows.some((row) => !holder!.contains(row))) holder = holder.parentElement;
  return holder;
}

/** Rows of open chats under `holder`; null when the profile finds none. */
export function rowsByProfile(holder: HTMLElement, profile: SiteProfile): HTMLElement[] | null {
  const rows = firstFound([holder], profile.chats?.item);
  return rows.length > 0 ? rows.filter((row) => !rows.some((other) => other !== row && other.contains(row))) : null;
}

/** The row that the profile's selector marks as open; null when it marks none. */
export const activeByProfile = (rows: readonly HTMLElement[], profile: SiteProfile): HTMLElement | null =>
  rows.find((row) => firstIn(row, profile.chats?.active) !== undefined) ?? null;

/** What the profile says of a row, put over what was read without it. */
export function refineRow(element: HTMLElement, row: ChatRow | null, profile: SiteProfile | null): ChatRow | null {
  const rules = profile?.chats;
  if (!rules) return row;
  const name = valueOf(element, rules.name) ?? row?.name ?? '';
  const id = valueOf(element, rules.key);
  if (name === '' && !id) return row;
  const badge = firstIn(element, rules.unread);
  const count = parseInt(badge?.textContent?.trim() ?? '', 10);
  return {
    element,
    key: id ? `id:${id}` : name === row?.name ? row.key : `name:${name}`,
    name,
    active: false,
    unread: badge ? (Number.isNaN(count) ? 1 : count) : (row?.unread ?? 0),
    preview: firstIn(element, rules.preview)?.textContent?.trim() || row?.preview,
  };
}

/** Who the open chat is with by the profile; what it does not find is empty. */
export function customerByProfile(composer: Element, profile: SiteProfile): { key: string; name: string } {
  const key = valueNear(composer, profile.customer?.key);
  return { key: key && `id:${key}`, name: valueNear(composer, profile.customer?.name) };
}

/** What the open chat is about by the profile; what it does not find is empty. */
export function dealByProfile(composer: Element, profile: SiteProfile): Deal {
  return { order: valueNear(composer, profile.deal?.order), item: valueNear(composer, profile.deal?.item) };
}

/** The first value that is found; of several chats that are mounted, in that of `composer`. */
function valueNear(composer: Element, values: readonly SiteValue[] | undefined): string {
  for (const value of values ?? []) {
    const place = nearest(queryAll([composer.ownerDocument], value.css).filter((element) => isShown(element)), composer);
    const found = place && valueOf(place, [value]);
    if (found) return found;
  }
  return '';
}
