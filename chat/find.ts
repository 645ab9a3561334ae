import { addressOf } from './address';
import { hasEditable } from './find/composer';
import { locate, stillThere, type Located } from './find/locate';
import { rootsOf } from './tree';
import type { SiteProfile } from './sites/profile';

export type Found = Located;

export interface Watch {
  document: Document;
  /** Profiles in order of preference: the user's own before the built-in ones. Asked for once the page has something to write in. */
  profiles(): Promise<readonly SiteProfile[]>;
  signal: AbortSignal;
  /** A chat stands on the page. Called again, after `onLost`, when another takes its place. */
  onFound(found: Found): void;
  /** The chat that was found is gone. */
  onLost(): void;
}

/** Shortest pause between two looks at the page, in ms; it doubles while looks find nothing, up to the longest. */
const SHORTEST_PAUSE = 120;
const LONGEST_PAUSE = 2000;
/** How often a page is looked at again on which a profile found nothing: it may not have been drawn whole. */
const SECOND_LOOKS = 4;
/** How long a composer may be gone before the chat counts as lost, in ms: pages draw theirs anew. */
const GRACE = 1500;

/**
 * Watches a page for a chat until `signal` ends. One mutation observer, no polling: a look is
 * taken after the page added elements, was clicked or got the focus, at most once a pause and
 * in idle time. With a chat found it only listens for its end.
 * @returns `renew` asks for the profiles anew and looks whether they find another chat, or in another way
 */
export function watchForChat({ document, profiles: readProfiles, signal, onFound, onLost }: Watch): { renew(): void } {
  const view = document.defaultView;
  if (!view || signal.aborted) return { renew: () => undefined };
  let profiles: readonly SiteProfile[] | null = null;
  /** The reading of profiles under way: only the latest one counts. */
  let reading: Promise<readonly SiteProfile[]> | null = null;
  let secondLooks = 0;
  let found: Found | null = null;
  let pause = SHORTEST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let goneSince = 0;
  const observed = new WeakSet<Node>([document]);

  const look = (): void => {
    timer = undefined;
    if (signal.aborted || !document.documentElement) return;
    if (found && profiles) {
      if (stillThere(found.parts)) {
        goneSince = 0;
        if (found.fallback && secondLooks < SECOND_LOOKS) lookAgain(profiles);
        return;
      }
      const again = locate(document, profiles, addressOf(document));
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
    const writable = hasEditable(roots);
    if (writable && !profiles) {
      if (!reading) void read();
      return;
    }
    const located = writable && profiles ? locate(document, profiles, addressOf(document)) : null;
    if (!located) {
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      return;
    }
    pause = SHORTEST_PAUSE;
    secondLooks = 0;
    take(located);
  };

  const take = (located: Found): void => {
    found = located;
    onFound(located);
    if (located.fallback) ask(LONGEST_PAUSE / 4);
  };

  /** Whether the profile that found nothing finds the chat by now. */
  const lookAgain = (known: readonly SiteProfile[]): void => {
    secondLooks++;
    const again = locate(document, known, addressOf(document));
    if (again?.profile) take(again);
    else ask((LONGEST_PAUSE / 4) * 2 ** secondLooks);
  };

  const read = async (): Promise<void> => {
    const mine = readProfiles();
    reading = mine;
    const known = await mine;
    if (mine !== reading || signal.aborted) return;
    reading = null;
    profiles = known;
    if (found) compare(found, known);
    else look();
  };

  /** Other profiles may find another chat, or the same one in another way. */
  const compare = (before: Found, known: readonly SiteProfile[]): void => {
    const again = locate(document, known, addressOf(document));
    if (again) {
      if (!isSame(again, before)) take(again);
      return;
    }
    found = null;
    onLost();
    askSoon();
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
  return { renew: () => void read() };
}

const isSame = (a: Found, b: Found): boolean =>
  a.parts.composer === b.parts.composer && a.parts.list === b.parts.list && JSON.stringify(a.profile) === JSON.stringify(b.profile);

const adds = (record: MutationRecord): boolean => record.addedNodes.length > 0;

function whenIdle(view: Window, work: () => void): void {
  if ('requestIdleCallback' in view) view.requestIdleCallback(() => work(), { timeout: 500 });
  else setTimeout(work, 0);
}
