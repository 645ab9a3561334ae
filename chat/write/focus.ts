import { isTextControl } from '../draft/control';

/** Gives the composer the focus, also in an iframe or a shadow root, without scrolling the page. */
export function focusComposer(composer: Element): void {
  const root = composer.getRootNode() as Document | ShadowRoot;
  if (root.activeElement === composer && composer.ownerDocument.hasFocus()) return;
  (composer as HTMLElement).focus({ preventScroll: true });
}

/**
 * Resolves once editors that keep a model of the selection have heard of the new one. Call before
 * the selection is set: they listen to `selectionchange`, which comes in a task of its own, or
 * never when the selection did not change. `lag` is how long the editor takes after that, ms.
 */
export function selectionSettled(composer: Element, lag: number): Promise<void> {
  const document = composer.ownerDocument;
  const window = document.defaultView;
  if (isTextControl(composer) || !window) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      document.removeEventListener('selectionchange', heard);
      window.clearTimeout(timer);
      resolve();
    };
    // Behind the listeners of the page, which may have been added after ours.
    const heard = (): void => void window.setTimeout(done, lag);
    document.addEventListener('selectionchange', heard);
    const timer = window.setTimeout(done, SELECTION_PATIENCE_MS + lag);
  });
}

/** How long to wait for a `selectionchange` that may not come, ms: browsers send it within a frame. */
const SELECTION_PATIENCE_MS = 50;
