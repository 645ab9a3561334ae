import { makeEvent, windowOf } from './page-realm';
import type { Technique } from './technique';

/** The event that a spelling correction causes: Slate and its kin take its text over the target range. */
export const beforeInput: Technique = {
  name: 'beforeinput',
  write(composer, text) {
    const window = windowOf(composer);
    if (!window) return false;
    const event = makeEvent(window, 'InputEvent', 'beforeinput', text, { inputType: 'insertReplacementText' });
    return !composer.dispatchEvent(event);
  },
};
