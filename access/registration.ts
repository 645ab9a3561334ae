import { browser } from 'wxt/browser';
import { covers } from './origins';
import { packOrigins } from './pack-origins';

const SCRIPT_ID = 'chat';
const SCRIPT_FILE = 'content-scripts/chat.js' as const;

/**
 * The origins that the user (or, in a test build, the manifest) has granted for chats; not those
 * granted for packs alone.
 */
export async function grantedOrigins(): Promise<string[]> {
  const [{ origins = [] }, forPacks] = await Promise.all([browser.permissions.getAll(), packOrigins()]);
  return origins.filter((origin) => !forPacks.includes(origin));
}

/**
 * Makes the registered content script fit the granted origins, and puts it into the pages of these
 * that are open already: nobody should have to reload a chat full of customers.
 * @param fresh origins just granted, or all after an install or update
 */
export function syncRegistration(fresh: string[]): Promise<void> {
  // Install, start and a permission change may come at once; registering twice is an error.
  return navigator.locks.request('chatside.registration', () => sync(fresh));
}

async function sync(fresh: string[]): Promise<void> {
  const matches = await grantedOrigins();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    matches,
    js: [SCRIPT_FILE],
    allFrames: true,
    // Before the page's own scripts, so that a send can be held ahead of their listeners.
    runAt: 'document_start' as const,
    // Consoles fill frames by script, without an address: these are of the page around them.
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  };
  await (registered
    ? browser.scripting.updateContentScripts([script])
    : browser.scripting.registerContentScripts([script]));
  if (fresh.length > 0) await injectIntoOpenTabs(fresh);
}

async function injectIntoOpenTabs(origins: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: origins });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      // A tab that shows an error page or is being closed refuses the script; the next load has it.
      await browser.scripting
        .executeScript({ target: { tabId: id, allFrames: true }, files: [`/${SCRIPT_FILE}`] })
        .catch(() => undefined);
    }),
  );
}

/** Whether Chatside is on for this address. */
export async function isOn(url: string): Promise<boolean> {
  return (await grantedOrigins()).some((pattern) => covers(pattern, url));
}
