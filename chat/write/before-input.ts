import { activeSelection } from '../draft/selection';
import { replacementEvent, windowOf } from './page-realm';
import type { Technique } from './technique';

/**
 * The event that a spelling correction causes: Slate and its kin take its text over the target
 * range. The range is told with the event, since they follow `selectionchange` with a delay.
 */
export const beforeInput: Technique = {
  name: 'beforeinput',
  write(composer, text) {
    const window = windowOf(composer);
    if (!window) return false;
    return !composer.dispatchEvent(replacementEvent(window, text, activeSelection(composer)));
  },
};
