import { readDraft } from '../draft';
import { isTextControl } from '../draft/control';
import { outcomeOf } from './verify';

/**
 * Takes a half-written text back: the browser's undo in a text control, the editor's own (its
 * Ctrl+Z) elsewhere. True when the draft is as it was before.
 */
export async function undo(composer: Element, before: string): Promise<boolean> {
  const now = readDraft(composer).text;
  const window = composer.ownerDocument.defaultView;
  if (isTextControl(composer)) {
    composer.ownerDocument.execCommand('undo');
    return readDraft(composer).text === before;
  }
  if (!window) return false;
  const init = { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: true, bubbles: true, cancelable: true, composed: true };
  composer.dispatchEvent(new window.KeyboardEvent('keydown', init));
  composer.dispatchEvent(new window.KeyboardEvent('keyup', init));
  return (await outcomeOf(composer, now, before)) === 'written';
}
