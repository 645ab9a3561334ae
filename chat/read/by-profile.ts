import { firstFound } from '../find/by-profile';
import type { Item } from './item';
import type { SiteProfile, SiteSelector, SiteValue } from '../sites/profile';
import type { ChatRow } from './chats';
import type { OpenChat, Side } from '../types';

/** Message elements of `list` by the profile; none when its selectors find nothing there. */
export function itemsByProfile(list: HTMLElement, profile: SiteProfile): HTMLElement[] {
  const found = firstFound([list], profile.message?.item);
  // A selector that also matches inside a message must not count that message twice.
  return found.filter((element) => !found.some((other) => other !== element && other.contains(element)));
}

/** What the profile says of a message, put over what was read without it. */
export function refine(item: Item, profile: SiteProfile): Item {
  const rules = profile.message;
  if (!rules) return item;
  const side = sideOf(item.element, profile);
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

/** Rows of open chats by the profile; null when it has none for them or they are not there. */
export function chatsByProfile(document: Document, profile: SiteProfile): ChatRow[] | null {
  const rules = profile.chats;
  const rows = rules ? firstFound([document], rules.item) : [];
  if (!rules || rows.length === 0) return null;
  return rows.flatMap((element) => {
    const name = valueOf(element, rules.name) ?? '';
    const key = valueOf(element, rules.key);
    if (name === '' && !key) return [];
    const badge = firstIn(element, rules.unread);
    const count = parseInt(badge?.textContent?.trim() ?? '', 10);
    return [{
      element,
      key: key ? `id:${key}` : `name:${name}`,
      name,
      active: firstIn(element, rules.active) !== undefined,
      unread: badge ? (Number.isNaN(count) ? 1 : count) : 0,
      preview: firstIn(element, rules.preview)?.textContent?.trim() || undefined,
    }];
  });
}

/** Who the open chat is with by the profile; null when its selectors find nobody. */
export function customerByProfile(document: Document, profile: SiteProfile, chats: readonly OpenChat[]): { key: string; name: string } | null {
  const rules = profile.customer;
  if (!rules) return null;
  const active = chats.find((chat) => chat.active);
  const name = valueOf(document.documentElement, rules.name) ?? active?.name ?? '';
  const key = valueOf(document.documentElement, rules.key);
  if (active) return { key: active.key, name: name || active.name };
  if (key) return { key: `id:${key}`, name };
  return name === '' ? null : { key: `name:${name}`, name };
}
