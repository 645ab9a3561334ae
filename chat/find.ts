import { hasEditable } from './find/composer';
import { locate, stillThere, type Located } from './find/locate';
import { rootsOf } from './tree';
import type { SiteProfile } from './sites/profile';

export type Found = Located;

export interface Watch {
  document: Document;
  /** Profiles in order of preference: the shop's own before the built-in ones. */
  profiles: readonly SiteProfile[];
  signal: AbortSignal;
  /** A chat stands on the page. Called again, after `onLost`, when another takes its place. */
  onFound(found: Found): void;
  /** The chat that was found is gone. */
  onLost(): void;
}

/** Shortest pause between two looks at the page, in ms; it doubles while looks find nothing, up to the longest. */
const SHORTEST_PAUSE = 120;
const LONGEST_PAUSE = 2000;
/** How long a composer may be gone before the chat counts as lost, in ms: pages draw theirs anew. */
const GRACE = 1500;

/**
 * Watches a page for a chat until `signal` ends. One mutation observer, no polling: a look is
 * taken after the page added elements, was clicked or got the focus, at most once a pause and
 * in idle time. With a chat found it only listens for its end.
 */
export function watchForChat({ document, profiles, signal, onFound, onLost }: Watch): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  let found: Found | null = null;
  let pause = SHORTEST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let goneSince = 0;
  const observed = new WeakSet<Node>([document]);

  const look = (): void => {
    timer = undefined;
    if (signal.aborted || !document.documentElement) return;
    if (found) {
      if (stillThere(found.parts)) {
        goneSince = 0;
        return;
      }
      const again = locate(document, profiles, document.location.href);
      if (again && again.site === found.site) {
        found = again;
        goneSince = 0;
        return;
      }
      goneSince ||= Date.now();
      if (Date.now() - goneSince < GRACE) return ask(GRACE / 3);
      found = null;
      goneSince = 0;
      pause = SHORTEST_PAUSE;
      onLost();
      // What took its place may stand there already.
      return ask();
    }
    const roots = rootsOf(document);
    for (const root of roots) {
      if (!observed.has(root)) {
        observed.add(root);
        observer.observe(root, { childList: true, subtree: true });
      }
    }
    const located = hasEditable(roots) ? locate(document, profiles, document.location.href) : null;
    if (!located) {
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      return;
    }
    pause = SHORTEST_PAUSE;
    found = located;
    onFound(located);
  };

  const ask = (wait = pause): void => {
    if (timer !== undefined || signal.aborted) return;
    timer = setTimeout(() => whenIdle(view, look), wait);
  };
  const askSoon = (): void => {
    pause = SHORTEST_PAUSE;
    ask();
  };

  const observer = new MutationObserver((records) => {
    if (found ? !found.parts.composer.isConnected || !found.parts.list.isConnected : records.some(adds)) ask();
  });
  observer.observe(document, { childList: true, subtree: true });
  const heard = { signal, capture: true, passive: true } as const;
  document.addEventListener('focusin', askSoon, heard);
  document.addEventListener('click', askSoon, heard);
  document.addEventListener('DOMContentLoaded', askSoon, heard);
  view.addEventListener('load', askSoon, heard);
  view.addEventListener('resize', askSoon, heard);
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      observer.disconnect();
    },
    { once: true },
  );
  ask(0);
}

const adds = (record: MutationRecord): boolean => record.addedNodes.length > 0;

function whenIdle(view: Window, work: () => void): void {
  if ('requestIdleCallback' in view) view.requestIdleCallback(() => work(), { timeout: 500 });
  else setTimeout(work, 0);
}
