import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { z } from 'zod';
import { getBridge } from '../panel/bridge';
import { mountPanel } from '../panel/mount';

// Zod's compiler probes `Function`, which an extension's CSP forbids.
z.config({ jitless: true });

/** The panel's script; the background puts it into a frame in which a chat was found. */
export default defineUnlistedScript(() => {
  const bridge = getBridge();
  if (bridge && !bridge.onChange) void mountPanel(bridge);
});
