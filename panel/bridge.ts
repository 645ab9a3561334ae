import type { Found } from '../chat/find';
import type { Guard } from '../chat/guard';

/**
 * The content script finds the chat and guards its sends from the first moment; the panel's script
 * comes only where there is a chat. They meet in the extension's own world of the page, which the
 * page's scripts cannot see.
 */
export interface Bridge {
  guard: Guard;
  /** The chat that stands on the page, or null while there is none. */
  found: Found | null;
  /** The panel's ear: called at each change of `found`. */
  onChange: ((found: Found | null) => void) | null;
  /** Ends with the extension, or when the site is turned off. */
  signal: AbortSignal;
  /** Takes everything of this extension off the page. */
  end(): void;
}

const world = globalThis as { chatsideBridge?: Bridge };

/** Leaves the bridge for the panel; replaces one of an earlier extension. */
export function setBridge(bridge: Bridge): void {
  world.chatsideBridge = bridge;
}

/** The bridge of this frame, or null where the content script does not run or has ended. */
export function getBridge(): Bridge | null {
  const bridge = world.chatsideBridge;
  return bridge && !bridge.signal.aborted ? bridge : null;
}

/**
 * Lets go of everything that an ended bridge holds. The world of a reloaded extension lives on as
 * long as the page does, and with it the panel's megabytes of words, were they still held.
 */
export function clearBridge(bridge: Bridge): void {
  bridge.found = null;
  bridge.onChange = null;
  if (world.chatsideBridge === bridge) delete world.chatsideBridge;
}
