import { readDraft } from '../draft';

/** How long an editor may take to show any change, ms. */
const PATIENCE_MS = 1_000;
/** How long a change may still be under way once it has begun, ms. */
const SETTLE_MS = 250;

/** `written`: as asked; `other`: the page made something else of it; `unchanged`: nobody took it. */
export type WriteOutcome = 'written' | 'other' | 'unchanged';

/** Waits for what the page makes of a written text, by its changes to the DOM and its frames. */
export function outcomeOf(composer: Element, before: string, expected: string): Promise<WriteOutcome> {
  const window = composer.ownerDocument.defaultView;
  if (!window) return Promise.resolve('unchanged');
  return new Promise((resolve) => {
    const began = window.performance.now();
    let changedAt: number | null = null;
    let frame = 0;
    const finish = (outcome: WriteOutcome): void => {
      observer.disconnect();
      window.cancelAnimationFrame(frame);
      window.clearInterval(clock);
      resolve(outcome);
    };
    const look = (): void => {
      const now = window.performance.now();
      const text = readDraft(composer).text;
      if (text === expected) finish('written');
      else if (text === before) {
        if (now - began > PATIENCE_MS) finish('unchanged');
      } else {
        changedAt ??= now;
        if (now - changedAt > SETTLE_MS) finish(sameWords(text, expected) ? 'written' : 'other');
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(composer, { subtree: true, childList: true, characterData: true });
    const eachFrame = (): void => {
      frame = window.requestAnimationFrame(eachFrame);
      look();
    };
    // Frames stop in a hidden tab; the clock keeps the limits there.
    const clock = window.setInterval(look, SETTLE_MS);
    eachFrame();
  });
}

/** Equal but for white space, which editors normalise. */
function sameWords(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}
