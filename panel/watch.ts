import { browser } from 'wxt/browser';
import { covers } from '../access/origins';
import { addressOf } from '../chat/address';
import { watchForChat } from '../chat/find';
import { installGuard } from '../chat/guard';
import { clearBridge, getBridge, setBridge } from './bridge';
import type { Bridge } from './bridge';
import { profilesHere } from './profiles-here';

/**
 * Guards this frame's sends from now on and looks for a chat in it. Ends when its site is turned
 * off, or its extension is gone.
 * @param loadPanel fetches the panel; called once, when the first chat is found
 */
export function watchPage(loadPanel: (bridge: Bridge) => void): void {
  // Put in twice (registered, and into a page that was open): the first one stays.
  if (getBridge()) return;
  const ended = new AbortController();
  const { signal } = ended;
  const bridge: Bridge = { guard: installGuard(window, signal), found: null, onChange: null, signal, end: () => ended.abort() };
  setBridge(bridge);
  let asked = false;
  const { renew } = watchForChat({
    document,
    profiles: profilesHere,
    signal,
    onFound: (found) => {
      if (!browser.runtime?.id) return ended.abort();
      bridge.found = found;
      bridge.onChange?.(found);
      if (!asked) loadPanel(bridge);
      asked = true;
    },
    onLost: () => {
      bridge.found = null;
      bridge.onChange?.(null);
    },
  });
  const onNotice = ({ notice, origins }: { notice?: unknown; origins?: unknown }) => {
    if (notice === 'sites-changed') renew();
    if (notice !== 'site-off' || !Array.isArray(origins)) return;
    if (origins.some((origin) => typeof origin === 'string' && covers(origin, addressOf(document)))) ended.abort();
  };
  // Where there is no chat, nothing else would tell this script that its extension was reloaded.
  const endWhenGone = () => {
    if (!browser.runtime?.id) ended.abort();
  };
  for (const type of ['focusin', 'visibilitychange']) document.addEventListener(type, endWhenGone, { capture: true, signal });
  browser.runtime.onMessage.addListener(onNotice);
  onReopened(signal, () => {
    ended.abort();
    watchPage(loadPanel);
  });
  signal.addEventListener('abort', () => {
    browser.runtime?.onMessage?.removeListener(onNotice);
    clearBridge(bridge);
  });
}

/** `document.open()` takes every listener off a page, also those that hold its sends: tells of it once the page is written anew. */
function onReopened(signal: AbortSignal, begin: () => void): void {
  const probe = 'chatside-probe';
  let heard = false;
  window.addEventListener(probe, () => (heard = true), { signal });
  const observer = new MutationObserver(() => {
    heard = false;
    window.dispatchEvent(new Event(probe));
    // A page that only replaced its root element leaves the listeners where they are.
    if (!heard && document.documentElement) begin();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
