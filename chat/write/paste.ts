import { makeEvent, windowOf } from './page-realm';
import type { Technique } from './technique';

/** A paste of plain text: editors with a model take it through their own transactions and undo. */
export const paste: Technique = {
  name: 'paste',
  write(composer, text) {
    const window = windowOf(composer);
    // An editor that took the text has prevented the default; a page that has no handler has none.
    return window !== null && !composer.dispatchEvent(makeEvent(window, 'ClipboardEvent', 'paste', text));
  },
};
