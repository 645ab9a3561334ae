import { isTextControl } from '../draft/control';
import { asLineBreaks } from './html';
import type { Technique } from './technique';

/**
 * `execCommand('insertText')`: the browser's own typing, with its undo step and its `input` event.
 * For text controls and plain contenteditables. Never for editors that keep a model of their own:
 * Slate, wangEditor and CKEditor 5 ignore it, and Draft.js throws inside React and unmounts the page.
 *
 * In a contenteditable it makes a `<div>` of every line, whose empty ones `innerText` counts twice;
 * several lines therefore go in as `<br>`, in one step of undo, as Shift+Enter would have made them.
 */
export const native: Technique = {
  name: 'native',
  write(composer, text) {
    const document = composer.ownerDocument;
    if (isTextControl(composer) || !text.includes('\n')) return document.execCommand('insertText', false, text);
    return document.execCommand('insertHTML', false, asLineBreaks(text));
  },
};
