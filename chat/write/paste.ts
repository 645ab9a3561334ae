import { asLineBreaks, asParagraphs } from './html';
import { makeEvent, windowOf } from './page-realm';
import type { Technique } from './technique';

/**
 * A paste: editors with a model take it through their own transactions and undo. An editor that
 * took the text has prevented the default; a page without a handler has not.
 */
function pasteAs(name: string, toHtml?: (text: string) => string): Technique {
  return {
    name,
    write(composer, text) {
      const window = windowOf(composer);
      if (!window) return false;
      const html = toHtml && text.includes('\n\n') ? toHtml(text) : undefined;
      return !composer.dispatchEvent(makeEvent(window, 'ClipboardEvent', 'paste', { text, html }));
    },
  };
}

export const paste = pasteAs('paste');

/** For editors that make one break of several in plain text: with empty lines, the lines go as paragraphs. */
export const pasteParagraphs = pasteAs('paste-paragraphs', asParagraphs);

/** The same for editors in which a line break inside a message is a `<br>`. */
export const pasteLineBreaks = pasteAs('paste-line-breaks', asLineBreaks);
