import { guardWorld, type CompositionState } from './world';

/**
 * Whose key it is: while an input method composes, Enter, `/` and the digits are its own.
 * `isComposing` of the event and keyCode 229 say so (UI Events, "composition events"); an input
 * method that ends the composition just before it hands on the keydown of the same stroke is told
 * by the time stamps, which are equal then.
 */

/** A new stroke cannot follow a composition's end within this time, ms; the same stroke's keydown does. */
const SAME_STROKE_MS = 1;

function stateOf(document: Document): CompositionState {
  const { compositions } = guardWorld();
  let state = compositions.get(document);
  if (!state) compositions.set(document, (state = { composing: false, endedAt: Number.NEGATIVE_INFINITY }));
  return state;
}

/** Follows the compositions in a window until the signal. */
export function watchComposition(window: Window, signal: AbortSignal): void {
  const state = stateOf(window.document);
  const options = { capture: true, signal };
  window.addEventListener('compositionstart', (event) => {
    if (event.isTrusted) state.composing = true;
  }, options);
  window.addEventListener('compositionend', (event) => {
    // Chromium's own is not trusted (seen in 156). A page that makes one up gains nothing: keys tell for themselves.
    state.composing = false;
    state.endedAt = event.timeStamp;
  }, options);
  // An element that is taken away while it composes ends without an event of its own.
  window.addEventListener('focusout', () => {
    state.composing = false;
  }, options);
}

/** True while an input method composes in the composer's document. */
export function isComposing(composer: Element): boolean {
  return stateOf(composer.ownerDocument).composing;
}

/** True when a key event is the input method's, not the page's nor ours. */
export function belongsToInputMethod(event: KeyboardEvent, document: Document): boolean {
  const state = stateOf(document);
  if (event.isComposing || event.keyCode === 229 || state.composing) return true;
  return Math.abs(event.timeStamp - state.endedAt) < SAME_STROKE_MS;
}
