import base from '../components/base.css?inline';
import clock from '../components/clock/clock.css?inline';
import css from './panel.css?inline';

declare const __OPEN_SHADOW__: boolean;

/** The panel's one element on the page. */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** Where React draws. */
  stage: HTMLElement;
}

/**
 * Puts `<chatside-panel>` on the page, outside its body so that no framework there owns it, and
 * puts it back whenever the page takes it away. One that an earlier Chatside left behind goes.
 * @param isAlive false once this extension was reloaded: then the host stays away
 * @param onGone a newer Chatside has taken the host's place
 */
export function createHost(signal: AbortSignal, isAlive: () => boolean, onGone: () => void): Host {
  for (const old of document.querySelectorAll('chatside-panel')) old.remove();
  const element = document.createElement('chatside-panel');
  const root = element.attachShadow({ mode: __OPEN_SHADOW__ ? 'open' : 'closed' });
  const style = document.createElement('style');
  style.textContent = base + css + clock;
  const stage = document.createElement('div');
  stage.className = 'stage';
  root.append(style, stage);
  keepKeysIn(root, signal);
  document.documentElement.append(element);
  const watch = new MutationObserver(() => {
    // The page may have put another root in the place of the one that was watched.
    if (document.documentElement) watch.observe(document.documentElement, { childList: true });
    if (element.isConnected) return;
    if (isAlive()) document.documentElement?.append(element);
    else onGone();
  });
  // The document itself, in case the page replaces its whole root element.
  watch.observe(document, { childList: true });
  watch.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => {
    watch.disconnect();
    element.remove();
  });
  return { element, root, stage };
}

/** What is typed in our own element is none of the page's business: its shortcuts must not fire. */
export function keepKeysIn(root: ShadowRoot, signal: AbortSignal): void {
  for (const type of ['keydown', 'keypress', 'keyup', 'input', 'beforeinput', 'paste', 'copy', 'cut', 'focusin', 'focusout'])
    root.addEventListener(type, (event) => event.stopPropagation(), { signal });
}
