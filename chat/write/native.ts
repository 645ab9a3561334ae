import type { Technique } from './technique';

/**
 * `execCommand('insertText')`: the browser's own typing, with its undo step and its `input` event.
 * For text controls and plain contenteditables. Never for editors that keep a model of their own:
 * Slate, wangEditor and CKEditor 5 ignore it, and Draft.js throws inside React and unmounts the page.
 */
export const native: Technique = {
  name: 'native',
  write(composer, text) {
    return composer.ownerDocument.execCommand('insertText', false, text);
  },
};
