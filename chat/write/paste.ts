import { asMarkedLineBreaks, asParagraphs } from './html';
import { pasteEvent, windowOf } from './page-realm';
import type { Technique } from './technique';

/**
 * A paste: editors with a model take it through their own transactions and undo. An editor that
 * took the text has prevented the default; a page without a handler has not.
 */
function pasteAs(name: string, dataFor: (text: string) => { text?: string; html?: string }): Technique {
  return {
    name,
    write(composer, text) {
      const window = windowOf(composer);
      if (!window) return false;
      return !composer.dispatchEvent(pasteEvent(window, dataFor(text)));
    },
  };
}

export const paste = pasteAs('paste', (text) => ({ text }));

/** For ProseMirror, which makes one break of several in plain text: with empty lines, the lines go as paragraphs. */
export const pasteParagraphs = pasteAs('paste-paragraphs', (text) =>
  text.includes('\n\n') ? { text, html: asParagraphs(text) } : { text },
);

/**
 * For CKEditor 5 and TinyMCE, which make a paragraph of an empty line: with such lines, every break
 * is a `<br>`. No plain text beside it, since TinyMCE would prefer that.
 */
export const pasteLineBreaks = pasteAs('paste-line-breaks', (text) =>
  text.includes('\n\n') ? { html: asMarkedLineBreaks(text) } : { text },
);
