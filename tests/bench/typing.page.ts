/**
 * What the typing bench measures in the shop's page. Bundled and run before the page's own scripts.
 * All times are of `performance.now()`, ms.
 */
interface Key {
  pressed: number;
  /** From the first listener of the `input` event to the last: the page's and ours. */
  inputMs: number;
  /** Time of the frame in which the character is drawn, and of that in which the underlines that it brought are. */
  drawn: number;
  underlined: number | null;
}

const keys: Key[] = [];
const frames: number[] = [];
const longFrames: { ms: number; ours: number }[] = [];
let began = 0;

const marksOf = (root: ShadowRoot) => root.querySelectorAll('[data-chatside="marks"] span').length;

window.addEventListener('keydown', (event) => keys.push({ pressed: event.timeStamp, inputMs: 0, drawn: 0, underlined: null }), true);
window.addEventListener('input', () => (began = performance.now()), true);
window.addEventListener('input', () => {
  const key = keys.at(-1);
  if (key) key.inputMs = performance.now() - began;
});

/** Follows the underlines: a key that changed their number brought one. */
function watchMarks(): void {
  const root = document.querySelector('chatside-panel')?.shadowRoot;
  if (!root) return;
  let shown = marksOf(root);
  new MutationObserver(() => {
    const now = marksOf(root);
    if (now === shown) return;
    shown = now;
    const key = keys.at(-1);
    requestAnimationFrame((time) => {
      if (key) key.underlined = time;
    });
  }).observe(root, { childList: true, subtree: true });
}

function everyFrame(time: number): void {
  frames.push(time);
  const key = keys.at(-1);
  if (key && !key.drawn && time >= key.pressed) key.drawn = time;
  requestAnimationFrame(everyFrame);
}

interface LongFrame extends PerformanceEntry {
  scripts?: { sourceURL: string; duration: number }[];
}

function start(): void {
  keys.length = frames.length = longFrames.length = 0;
  watchMarks();
  requestAnimationFrame(everyFrame);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LongFrame[]) {
      const ours = (entry.scripts ?? []).filter(({ sourceURL }) => sourceURL.startsWith('chrome-extension:'));
      longFrames.push({ ms: entry.duration, ours: ours.reduce((sum, { duration }) => sum + duration, 0) });
    }
  }).observe({ type: 'long-animation-frame' });
}

/** All that was begun is drawn, and the main thread has nothing left to do. */
async function idle(): Promise<void> {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await new Promise<void>((done) => requestIdleCallback(() => done()));
}

export interface Typed {
  keys: Key[];
  frames: number[];
  longFrames: { ms: number; ours: number }[];
}

Object.assign(globalThis, { typing: { start, idle, result: (): Typed => ({ keys, frames, longFrames }) } });
