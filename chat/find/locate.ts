import { measureAnew } from '../read/bubbles';
import { isShown, rootsOf } from '../tree';
import { isMarked, isMeantFor, partsByProfile } from './by-profile';
import { composersIn } from './composer';
import { isScroller, listsOf } from './list';
import type { ChatParts } from './parts';
import { sendButtonOf } from './send';
import type { SiteProfile } from '../sites/profile';

/** A chat on the page, and by which way it was found. */
export interface Located {
  parts: ChatParts;
  /** Id of the profile that matched, or `auto`. */
  site: string;
  profile: SiteProfile | null;
  /** True when a profile is meant for this page but its selectors found nothing. */
  fallback: boolean;
}

/** Evidence a page must give before it counts as a chat. */
const ENOUGH = 6;
/** Evidence in a list's look that makes it talk even where nothing scrolls by itself. */
const SURE_TALK = 4;

/**
 * Looks for the chat of `document`: by the profiles meant for its address, else by itself.
 * Null when the page has none. Reads layout; never writes.
 */
export function locate(document: Document, profiles: readonly SiteProfile[], address: string): Located | null {
  measureAnew();
  const roots = rootsOf(document);
  const meant = profiles.filter((profile) => isMeantFor(profile, address));
  const marked = meant.length > 0 ? [] : profiles.filter((profile) => isMarked(profile, roots));
  for (const profile of [...meant, ...marked]) {
    const parts = partsByProfile(roots, profile);
    if (parts) return { parts, site: profile.id, profile, fallback: false };
  }
  const parts = partsByLook(roots);
  return parts && { parts, site: 'auto', profile: null, fallback: meant.length > 0 };
}

/** The chat that geometry and roles show, without any knowledge of the page. */
export function partsByLook(roots: readonly ParentNode[]): ChatParts | null {
  let best: { parts: ChatParts; score: number } | null = null;
  for (const candidate of composersIn(roots).slice(0, 12)) {
    const { element: composer, anchor } = candidate;
    for (const list of listsOf(anchor)) {
      const send = sendButtonOf(anchor, list.element);
      let score = candidate.score + list.score;
      if (send) score += send.named ? 2 : 1;
      if (endsPanel(anchor)) score += 1;
      // A form under a list in one page that scrolls as a whole is a comment form as often as a chat.
      const answers = list.named && send?.named === true && candidate.score >= 0;
      if (!list.framed && list.score < SURE_TALK && !answers) continue;
      if (score < ENOUGH || (best && score <= best.score)) continue;
      best = { parts: { composer, anchor, list: list.element, sendButton: send }, score };
    }
  }
  return best && { ...best.parts, list: outermost(best.parts) };
}

/** A log inside a scroller of just its size: the scroller is what the panel must keep clear of. */
function outermost({ list }: ChatParts): HTMLElement {
  const around = list.parentElement;
  if (!around || isScroller(list) || !isScroller(around) || around.children.length > 3) return list;
  return around;
}

/** The composer stands in the lower part of the window or of a panel that does not scroll past it. */
function endsPanel(composer: Element): boolean {
  const box = composer.getBoundingClientRect();
  const view = composer.ownerDocument.defaultView;
  return view !== null && box.bottom <= view.innerHeight + 4 && box.top > view.innerHeight * 0.3;
}

/** True while the found elements still stand, show, and are worth keeping. */
export function stillThere(parts: ChatParts): boolean {
  return parts.composer.isConnected && parts.anchor.isConnected && parts.list.isConnected && isShown(parts.anchor);
}
