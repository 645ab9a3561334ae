import { contains, isShown, parentOf, queryAll } from '../tree';
import { editableBody } from './composer';
import { isScroller } from './list';
import type { ChatParts } from './parts';
import type { SiteProfile, SiteSelector } from '../sites/profile';

/** Whether the profile names the page's address. */
export function isMeantFor(profile: SiteProfile, address: string): boolean {
  return profile.match.some((pattern) => matchesPattern(pattern, address));
}

/** Whether the profile of a console that every shop hosts itself recognises this page by its marker. */
export function isMarked(profile: SiteProfile, roots: readonly ParentNode[]): boolean {
  return profile.match.length === 0 && firstFound(roots, profile.marker).length > 0;
}

/** Whether a manifest match pattern covers an address. `*.` stands for any subdomain and none. */
export function matchesPattern(pattern: string, address: string): boolean {
  const parts = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern);
  if (!parts || !URL.canParse(address)) return false;
  const url = new URL(address);
  const [, scheme, host, path] = parts as unknown as [string, string, string, string];
  if (scheme === '*' ? !/^https?:$/.test(url.protocol) : url.protocol !== `${scheme}:`) return false;
  const bare = host.replace(/^\*\./, '');
  // A pattern without a port covers all of them, as in a manifest.
  const asked = /:\d+$/.test(host) ? url.host : url.hostname;
  const hostFits = host === '*' || asked === bare || (host.startsWith('*.') && asked.endsWith(`.${bare}`));
  return hostFits && globFits(path, url.pathname + url.search);
}

function globFits(glob: string, text: string): boolean {
  const pieces = glob.split('*');
  if (pieces.length === 1) return glob === text;
  if (!text.startsWith(pieces[0]!)) return false;
  let at = pieces[0]!.length;
  for (const piece of pieces.slice(1, -1)) {
    const next = text.indexOf(piece, at);
    if (next < 0) return false;
    at = next + piece.length;
  }
  const last = pieces.at(-1)!;
  return text.length - last.length >= at && text.endsWith(last);
}

/** Elements by the first of `fallbacks` that finds any. */
export function firstFound(roots: Iterable<ParentNode>, fallbacks: readonly SiteSelector[] | undefined): HTMLElement[] {
  for (const { css } of fallbacks ?? []) {
    const found = queryAll(roots, css);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The chat by a profile's selectors; null when composer or messages are not found. Of several
 * that are mounted the focused one counts, then the shown ones.
 */
export function partsByProfile(roots: readonly ParentNode[], profile: SiteProfile): ChatParts | null {
  const composers = profile.composer.flatMap(({ css }) => queryAll(roots, css)).filter((box) => isShown(box));
  const composer = composers.find((box) => box.matches(':focus, :focus-within')) ?? composers[0];
  if (!composer) return null;
  const list = listFor(roots, profile, composer);
  if (!list) return null;
  const send = nearest(firstFound(roots, profile.send).filter((button) => isShown(button)), composer);
  const body = composer instanceof HTMLIFrameElement ? editableBody(composer) : composer;
  if (!body) return null;
  return { composer: body, anchor: composer, list, sendButton: send && { element: send, named: true } };
}

function listFor(roots: readonly ParentNode[], profile: SiteProfile, composer: HTMLElement): HTMLElement | null {
  const lists = firstFound(roots, profile.list).filter((list) => isShown(list) && !contains(list, composer));
  const list = nearest(lists, composer);
  if (list) return list;
  const items = firstFound(roots, profile.message?.item).filter((item) => isShown(item) && !contains(item, composer));
  const item = nearest(items, composer);
  if (!item) return null;
  for (let node = parentOf(item); node && !contains(node, composer); node = parentOf(node)) {
    if (node instanceof HTMLElement && isScroller(node)) return node;
    const around = parentOf(node);
    if (around && contains(around, composer)) return node instanceof HTMLElement ? node : null;
  }
  return item.parentElement;
}

/** The one that shares the closest surroundings with `other`. */
export function nearest(elements: HTMLElement[], other: Element): HTMLElement | null {
  if (elements.length <= 1) return elements[0] ?? null;
  for (let area = parentOf(other); area; area = parentOf(area)) {
    const inside = elements.find((element) => contains(area!, element));
    if (inside) return inside;
  }
  return elements[0] ?? null;
}
