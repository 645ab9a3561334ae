import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { z } from 'zod';
import { getBridge } from '../panel/bridge';
import { mountPanel } from '../panel/mount';

// Zod's compiler probes `Function`, which an extension's CSP forbids.
z.config({ jitless: true });

/** The panel's script; the background puts it into a frame in which a chat was found. */
export default defineUnlistedScript(() => {
  const bridge = getBridge();
  if (!bridge || bridge.onChange) return;
  bridge.signal.addEventListener('abort', forgetZod);
  void mountPanel(bridge);
});

/** Zod keeps a registry on the global object, and it the whole of this script in a world that outlives it. */
function forgetZod(): void {
  const world = globalThis as { __zod_globalRegistry?: unknown; __zod_globalConfig?: unknown };
  delete world.__zod_globalRegistry;
  delete world.__zod_globalConfig;
}
