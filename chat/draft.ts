import type { Draft } from './types';
import { isTextControl, type TextControl } from './draft/control';
import { readRich, type RichText } from './draft/rich';
import { activeSelection } from './draft/selection';

export { isComposing } from './guard/composition';

/**
 * The draft: the composer's text as the agent sees it, with its selection. Works on text controls
 * and on every kind of contenteditable, through open shadow roots and in iframes of the same origin
 * (where `instanceof` of this window says nothing: elements are told apart by their names).
 *
 * All positions are UTF-16 code units of `Draft.text`.
 */

/** The selection that a composer had when it was last seen to have one. */
const remembered = new WeakMap<Element, { start: number; end: number }>();

/**
 * Reads text and selection. Blocks and `<br>` count as `\n`; the filler characters, filler breaks
 * and placeholders of editors are left out. While the selection is elsewhere (in our panel), the
 * composer's last one is given; before there was any, the end of the text.
 */
export function readDraft(composer: Element): Draft {
  if (isTextControl(composer)) return readControl(composer);
  const rich = readRich(composer);
  const live = activeSelection(composer);
  const length = rich.text.length;
  let selection = remembered.get(composer) ?? { start: length, end: length };
  if (live) {
    selection = {
      start: rich.offsetOf(live.startContainer, live.startOffset),
      end: rich.offsetOf(live.endContainer, live.endOffset),
    };
    remembered.set(composer, selection);
  }
  return {
    text: rich.text,
    selectionStart: Math.min(selection.start, length),
    selectionEnd: Math.min(selection.end, length),
  };
}

function readControl(control: TextControl): Draft {
  const text = control.value;
  // Inputs of type email or number have no selection to read.
  const start = control.selectionStart ?? text.length;
  return { text, selectionStart: start, selectionEnd: control.selectionEnd ?? start };
}

/** The DOM range of a stretch of a rich composer's draft. Ends beyond the text are drawn in. */
export function rangeOf(composer: Element, start: number, end: number, rich: RichText = readRich(composer)): Range {
  const range = composer.ownerDocument.createRange();
  const collapsed = start === end;
  const from = rich.pointAt(start, collapsed ? 'caret' : 'start');
  const to = collapsed ? from : rich.pointAt(end, 'end');
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** Sets the composer's selection. The focus is left where it is, except that browsers move it along in rich editors. */
export function selectDraft(composer: Element, start: number, end: number): void {
  if (isTextControl(composer)) {
    composer.setSelectionRange(start, end);
    return;
  }
  const range = rangeOf(composer, start, end);
  remembered.set(composer, { start, end });
  composer.ownerDocument
    .getSelection()
    ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}
