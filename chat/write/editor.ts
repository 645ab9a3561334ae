import { isTextControl } from '../draft/control';
import { beforeInput } from './before-input';
import { native } from './native';
import { paste, pasteLineBreaks, pasteParagraphs } from './paste';
import type { Technique } from './technique';
import { value } from './value';

interface Editor {
  name: string;
  selector: string;
  techniques: Technique[];
  /** How long after a `selectionchange` the editor may take to follow it, ms, where it is more than a task. */
  selectionLag?: number;
}

/**
 * Which techniques an editor takes, in the order to try them. Editors are told by attributes and
 * classes that their own code needs (seen in the npm releases that tests/editor-pages builds);
 * their JavaScript objects cannot be seen from a content script.
 */
const editors: Editor[] = [
  { name: 'slate', selector: '[data-slate-editor]', techniques: [beforeInput, paste] },
  { name: 'draft', selector: '.public-DraftEditor-content', techniques: [paste] },
  { name: 'lexical', selector: '[data-lexical-editor]', techniques: [paste, beforeInput] },
  // It follows the selection every 100 ms, and in Firefox hears no beforeinput that could tell it the range.
  { name: 'wangeditor', selector: '[data-w-e-textarea]', techniques: [beforeInput, paste], selectionLag: 120 },
  { name: 'ckeditor', selector: '.ck-editor__editable', techniques: [pasteLineBreaks, beforeInput] },
  { name: 'prosemirror', selector: '.ProseMirror', techniques: [pasteParagraphs, native] },
  { name: 'quill', selector: '.ql-editor', techniques: [paste, native] },
  { name: 'codemirror', selector: '.cm-content', techniques: [paste, native] },
  { name: 'tinymce', selector: '.mce-content-body', techniques: [pasteLineBreaks, native] },
];

/** An editor nobody named: its own handlers first, the browser's typing when it has none. */
const unknown: Technique[] = [paste, beforeInput, native];

export function techniquesFor(composer: Element): Technique[] {
  if (isTextControl(composer)) return [native, value];
  return editorOf(composer)?.techniques ?? unknown;
}

export function selectionLagOf(composer: Element): number {
  return editorOf(composer)?.selectionLag ?? 0;
}

/** True for an editor known to keep a model of its own, which the browser's own undo would bypass. */
export function keepsModel(composer: Element): boolean {
  return editorOf(composer) !== undefined;
}

function editorOf(composer: Element): Editor | undefined {
  return editors.find(({ selector }) => composer.matches(selector));
}
