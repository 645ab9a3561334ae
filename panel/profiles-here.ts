import { browser } from 'wxt/browser';
import type { SiteProfile } from '../chat/sites/profile';

/**
 * The profiles for this page, from the background: most pages have none, and none should carry
 * those of all others. Without an answer the chat is found by itself. Already parsed there; not
 * through `ask`, which would load Zod into every page.
 */
export async function profilesHere(): Promise<SiteProfile[]> {
  const reply = await browser.runtime
    .sendMessage<unknown, { ok?: boolean; answer?: { profiles?: SiteProfile[] } } | undefined>({ name: 'site.profiles', request: {} })
    .catch(() => undefined);
  return reply?.answer?.profiles ?? [];
}
