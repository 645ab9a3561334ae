import { isComposing, readDraft, selectDraft } from '../draft';
import { isTextControl } from '../draft/control';
import { guardWorld } from '../guard/world';
import type { Draft, InsertOutcome } from '../types';
import { selectionLagOf, techniquesFor } from './editor';
import { focusComposer, selectionSettled } from './focus';
import type { Technique } from './technique';
import { undo } from './undo';
import { outcomeOf } from './verify';

interface Stretch {
  start: number;
  end: number;
}

/** Insertions into one composer take turns. */
const turns = new WeakMap<Element, Promise<unknown>>();

/**
 * Puts `text` at the caret as if typed, or over `range` (UTF-16 code units of the draft); never
 * sends. Line breaks become lines; in a single-line input, spaces. Writes once, waits for what the
 * page makes of it, and tries the next technique only when nothing at all has changed. Where the
 * page changed the text on its way in (a length limit), the draft is put back: `refused`.
 */
export function insertText(composer: Element, text: string, range?: Stretch): Promise<InsertOutcome> {
  const turn = (turns.get(composer) ?? Promise.resolve()).then(() => insert(composer, text, range));
  turns.set(composer, turn.catch(() => undefined));
  return turn;
}

async function insert(composer: Element, given: string, range?: Stretch): Promise<InsertOutcome> {
  if (!composer.isConnected || !isEditable(composer)) return { ok: false, reason: 'no-composer' };
  if (isComposing(composer)) return { ok: false, reason: 'composing' };
  const lines = given.replace(/\r\n?/g, '\n');
  const text = composer.localName === 'input' ? lines.replace(/\n+/g, ' ') : lines;
  if (text === '' && !range) return { ok: true, technique: 'none' };

  const asFound = readDraft(composer);
  let stretch = range ?? selectionOf(asFound);
  focusComposer(composer);
  await select(composer, stretch);

  const before = readDraft(composer);
  if (before.text !== asFound.text) {
    // Typed in the meantime: the caret has moved along, but a range is no longer the one that was meant.
    if (range) return { ok: false, reason: 'refused' };
    stretch = selectionOf(before);
  }
  if (!fits(composer, before, stretch, text)) return { ok: false, reason: 'refused' };
  const expected = before.text.slice(0, stretch.start) + text + before.text.slice(stretch.end);
  const caret = stretch.start + text.length;
  for (const hear of guardWorld().beforeWrite) hear();
  for (const technique of techniquesFor(composer)) {
    if (!tryWriting(technique, composer, text) && readDraft(composer).text === before.text) continue;
    const outcome = await outcomeOf(composer, before.text, expected);
    if (outcome === 'unchanged') continue;
    if (outcome === 'other') {
      await undo(composer, before.text);
      return { ok: false, reason: 'refused' };
    }
    const after = readDraft(composer);
    if (after.selectionStart !== caret || after.selectionEnd !== caret) await select(composer, { start: caret, end: caret });
    return { ok: true, technique: technique.name };
  }
  return { ok: false, reason: 'refused' };
}

/** A page that has put its own things in the place of the browser's can make a technique throw. */
function tryWriting(technique: Technique, composer: HTMLElement, text: string): boolean {
  try {
    return technique.write(composer, text);
  } catch {
    return false;
  }
}

function selectionOf(draft: Draft): Stretch {
  return { start: draft.selectionStart, end: draft.selectionEnd };
}

async function select(composer: Element, { start, end }: Stretch): Promise<void> {
  const settled = selectionSettled(composer, selectionLagOf(composer));
  selectDraft(composer, start, end);
  // The browser tells the page of a selection only in a later task, which a busy page may put off.
  if (!isTextControl(composer)) composer.ownerDocument.dispatchEvent(new Event('selectionchange'));
  await settled;
}

function isEditable(composer: Element): composer is HTMLElement {
  if (isTextControl(composer)) return !composer.disabled && !composer.readOnly;
  return 'isContentEditable' in composer && composer.isContentEditable === true;
}

/** A text control's `maxlength` would cut the text: better none than half. */
function fits(composer: Element, draft: Draft, { start, end }: Stretch, text: string): boolean {
  if (!isTextControl(composer) || composer.maxLength < 0) return true;
  return draft.text.length - (end - start) + text.length <= composer.maxLength;
}
