import { addressOf } from '../address';
import { isMarked, isMeantFor, partsByProfile } from '../find/by-profile';
import { partsByLook } from '../find/locate';
import { measureAnew } from '../read/bubbles';
import { itemsByProfile } from '../read/by-profile';
import { queryAll, rootsOf } from '../tree';
import type { FrameCheck, SiteFinding } from './check-result';
import { messagesOf } from './from-picks';
import type { SiteProfile, SiteSelector } from './profile';

/** Most of a message that a check hands on, in UTF-16 code units. */
const MOST_TEXT = 200;

/** What of the profiles meant for this page still matches, and what is found without them. Reads layout; never writes. */
export function checkPage(document: Document, profiles: readonly SiteProfile[]): Pick<FrameCheck, 'look' | 'profiles'> {
  measureAnew();
  const roots = rootsOf(document);
  const address = addressOf(document);
  const meant = profiles.filter((profile) => isMeantFor(profile, address) || isMarked(profile, roots));
  const parts = partsByLook(roots);
  const items = parts ? messagesOf(parts.list, parts.anchor).filter(({ divider }) => !divider) : [];
  return {
    look: parts && { send: parts.sendButton !== null, messages: items.length, last: items.at(-1)?.text.slice(0, MOST_TEXT) ?? '' },
    profiles: meant.map((profile) => ({ id: profile.id, name: profile.name, ...checkProfile(roots, profile) })),
  };
}

/** What of one profile matches. Parts for which it has no selector are left out. */
function checkProfile(roots: readonly ParentNode[], profile: SiteProfile): { works: boolean; findings: SiteFinding[] } {
  const { message, chats, customer } = profile;
  const look = (part: SiteFinding['part'], fallbacks: readonly SiteSelector[] | undefined): SiteFinding[] => {
    if (!fallbacks || fallbacks.length === 0) return [];
    const of = fallbacks.length;
    for (const [index, { css }] of fallbacks.entries()) {
      const count = queryAll(roots, css).length;
      if (count > 0) return [{ part, css, at: index + 1, of, count }];
    }
    return [{ part, css: null, at: 0, of, count: 0 }];
  };
  const parts = partsByProfile(roots, profile);
  return {
    works: parts !== null && (!message || itemsByProfile(parts.list, profile).length > 0),
    findings: [
      ...look('composer', profile.composer),
      ...look('send', profile.send),
      ...look('list', profile.list),
      ...look('messages', message?.item),
      ...look('customer', message?.customer),
      ...look('agent', message?.agent),
      ...look('customerName', customer?.name),
      ...look('chats', chats?.item),
    ],
  };
}
