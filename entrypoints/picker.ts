import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { z } from 'zod';
import { mountPicker } from '../panel/picking';

// Zod's compiler probes `Function`, which an extension's CSP forbids.
z.config({ jitless: true });

/** The picker's script; it is put into the frames of a page when somebody wants to show where the chat is. */
export default defineUnlistedScript(() => void mountPicker());
