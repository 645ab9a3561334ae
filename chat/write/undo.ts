import { readDraft } from '../draft';
import { isTextControl } from '../draft/control';
import { keepsModel } from './editor';
import { windowOf } from './page-realm';
import { outcomeOf } from './verify';

/**
 * Takes a half-written text back: by the editor's own undo (its Ctrl+Z), and where nobody listens
 * to that, by the browser's. True when the draft is as it was before.
 */
export async function undo(composer: Element, before: string): Promise<boolean> {
  const now = readDraft(composer).text;
  const window = windowOf(composer);
  if (!window) return false;
  const isHeard = !isTextControl(composer) && pressUndo(window, composer);
  if (!isHeard && !keepsModel(composer)) composer.ownerDocument.execCommand('undo');
  return (await outcomeOf(composer, now, before)) === 'written';
}

/** True when the page took the key for itself. */
function pressUndo(window: Window & typeof globalThis, composer: Element): boolean {
  const command = /Mac/.test(window.navigator.platform) ? { metaKey: true } : { ctrlKey: true };
  const init = { key: 'z', code: 'KeyZ', keyCode: 90, bubbles: true, cancelable: true, composed: true, ...command };
  const isHeard = !composer.dispatchEvent(new window.KeyboardEvent('keydown', init));
  composer.dispatchEvent(new window.KeyboardEvent('keyup', init));
  return isHeard;
}
