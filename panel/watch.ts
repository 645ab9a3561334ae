import { browser } from 'wxt/browser';
import { covers } from '../access/origins';
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
    if (origins.some((origin) => typeof origin === 'string' && covers(origin, location.href))) ended.abort();
  };
  // Where there is no chat, nothing else would tell this script that its extension was reloaded.
  const endWhenGone = () => {
    if (!browser.runtime?.id) ended.abort();
  };
  for (const type of ['focusin', 'visibilitychange']) document.addEventListener(type, endWhenGone, { capture: true, signal });
  browser.runtime.onMessage.addListener(onNotice);
  signal.addEventListener('abort', () => {
    browser.runtime?.onMessage?.removeListener(onNotice);
    clearBridge(bridge);
  });
}
