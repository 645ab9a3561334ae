import { isTextControl } from '../draft/control';
import { windowOf } from './page-realm';
import type { Technique } from './technique';

/**
 * `setRangeText` and an `input` event, for a text control on which `execCommand` does nothing. The
 * page's framework sees it; the browser's undo does not.
 */
export const value: Technique = {
  name: 'value',
  write(composer, text) {
    const window = windowOf(composer);
    if (!window || !isTextControl(composer) || composer.selectionStart === null) return false;
    composer.setRangeText(text, composer.selectionStart, composer.selectionEnd ?? composer.selectionStart, 'end');
    composer.dispatchEvent(
      new window.InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }),
    );
    return true;
  },
};
