import { partsByProfile } from '../find/by-profile';
import { measureAnew } from '../read/bubbles';
import { itemsByProfile } from '../read/by-profile';
import { MessageWindow } from '../read/window';
import { rootsOf } from '../tree';
import { PROFILE_FORMAT, PROFILE_VERSION } from './format';
import type { SiteProfile, SiteSelector } from './profile';
import { selectorsFor, sharedName, tellingName } from './selector';

/** What somebody pointed at. */
export interface Picks {
  composer: HTMLElement;
  send?: Element;
  /** One message of the customer and one of the agent. */
  customer?: HTMLElement;
  agent?: HTMLElement;
}

/** Messages of `list` that can be told from each other, by element. */
export function messageElements(list: HTMLElement, composer: Element): HTMLElement[] {
  measureAnew();
  const below = list.getBoundingClientRect().top >= composer.getBoundingClientRect().bottom - 4;
  return new MessageWindow(list, null, below).read(Infinity).items.map((item) => item.element);
}

/** A profile from what was pointed at, that finds it again after a redraw; `list` holds the messages. `today` as YYYY-MM-DD. */
export function profileFromPicks(picks: Picks, list: HTMLElement, name: string, today: string): SiteProfile {
  const from = 'picked';
  const selectors = (css: readonly (string | null)[]): SiteSelector[] =>
    css.filter((one) => one !== null).map((one) => ({ css: one, from, confidence: 'medium' }));
  const { location } = picks.composer.ownerDocument;
  const all = messageElements(list, picks.composer);
  const around = (picked: HTMLElement | undefined): HTMLElement[] => all.filter((element) => picked && (element.contains(picked) || picked.contains(element))).slice(0, 1);
  const [customer, agent] = [around(picks.customer), around(picks.agent)];
  const item = sharedName([...customer, ...agent], (css) => {
    const found = [...list.querySelectorAll(css)];
    return all.every((element) => found.includes(element)) && found.length <= all.length + 2;
  });
  return {
    format: PROFILE_FORMAT,
    version: PROFILE_VERSION,
    id: `picked-${location.hostname.replace(/[^\w.-]/g, '-')}`.slice(0, 60),
    name: { 'zh-CN': name.slice(0, 80), en: name.slice(0, 80) },
    match: [`${location.protocol}//${location.hostname}/*`],
    liveTested: true,
    confidence: 'medium',
    sources: { [from]: { where: `picked on ${location.hostname}`, date: today } },
    composer: selectors(selectorsFor(picks.composer)),
    ...(picks.send && { send: selectors(selectorsFor(picks.send)) }),
    list: selectors(selectorsFor(list)),
    ...(item && {
      message: {
        item: selectors([item]),
        customer: selectors([tellingName(customer, agent)]),
        agent: selectors([tellingName(agent, customer)]),
      },
    }),
    quirks: { enter: 'unknown' },
  };
}

/** One thing that a profile looks for, and how many of it the page has now. */
export interface SiteFinding {
  part: 'composer' | 'send' | 'list' | 'messages' | 'customer' | 'agent' | 'chats';
  /** The selector that matched; null when none did. */
  css: string | null;
  count: number;
}

/** What of a profile still matches on the page. Parts for which it has no selector are left out. */
export function checkSite(document: Document, profile: SiteProfile): { works: boolean; findings: SiteFinding[] } {
  const roots = rootsOf(document);
  const look = (part: SiteFinding['part'], fallbacks: readonly SiteSelector[] | undefined): SiteFinding[] => {
    if (!fallbacks || fallbacks.length === 0) return [];
    for (const { css } of fallbacks) {
      const count = countOf(roots, css);
      if (count > 0) return [{ part, css, count }];
    }
    return [{ part, css: null, count: 0 }];
  };
  const parts = partsByProfile(roots, profile);
  return {
    works: parts !== null && (!profile.message || itemsByProfile(parts.list, profile).length > 0),
    findings: [
      ...look('composer', profile.composer),
      ...look('send', profile.send),
      ...look('list', profile.list),
      ...look('messages', profile.message?.item),
      ...look('customer', profile.message?.customer),
      ...look('agent', profile.message?.agent),
      ...look('chats', profile.chats?.item),
    ],
  };
}

function countOf(roots: readonly ParentNode[], css: string): number {
  try {
    return roots.reduce((count, root) => count + root.querySelectorAll(css).length, 0);
  } catch {
    return 0;
  }
}
