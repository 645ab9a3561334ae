import { readDraft } from '../draft';

/** How long a page may take to empty the composer after a send gesture, ms. */
const PATIENCE_MS = 10_000;
/** How long to look once a frame: a text control emptied by script tells nobody. Later only the page's changes make us look. */
const LOOK_EACH_FRAME_MS = 2_000;

export interface DepartureOptions {
  /** The composer as it is now: pages replace it as they send. */
  composer(): Element | null;
  /** The draft's text as the gesture was made. */
  text: string;
  /** Called once when the text left the composer without the agent having edited it. */
  onGone(): void;
  signal: AbortSignal;
}

/** Watches whether a draft leaves the composer after a gesture. Ends by itself. */
export class Departure {
  private readonly ending = new AbortController();

  constructor(private readonly options: DepartureOptions) {
    const composer = options.composer();
    const window = composer?.ownerDocument.defaultView;
    if (!composer || !window || options.signal.aborted) {
      this.ending.abort();
      return;
    }
    const signal = this.ending.signal;
    options.signal.addEventListener('abort', () => this.ending.abort(), { signal });
    const began = window.performance.now();
    const look = (): void => {
      if (signal.aborted) return;
      this.check();
      if (window.performance.now() - began < LOOK_EACH_FRAME_MS) window.requestAnimationFrame(look);
    };
    window.requestAnimationFrame(look);
    const observer = new MutationObserver(() => this.check());
    observer.observe(composer.ownerDocument, { subtree: true, childList: true, characterData: true });
    const timer = window.setTimeout(() => this.ending.abort(), PATIENCE_MS);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      window.clearTimeout(timer);
    });
  }

  /** The draft's text as the gesture was made. */
  get text(): string {
    return this.options.text;
  }

  get over(): boolean {
    return this.ending.signal.aborted;
  }

  /** Looks now; the agent's next edit must not hide what happened before it. */
  check(): void {
    if (this.over) return;
    const composer = this.options.composer();
    if (!composer || !hasLeft(this.options.text, readDraft(composer).text)) return;
    this.ending.abort();
    this.options.onGone();
  }

  /** Looks once more and gives up: from here on the agent changes the draft. */
  end(): void {
    this.check();
    this.stop();
  }

  stop(): void {
    this.ending.abort();
  }
}

/** True when `before` is no longer what the composer holds: it is empty, or holds another text. */
export function hasLeft(before: string, now: string): boolean {
  const sent = squeeze(before);
  const left = squeeze(now);
  if (left === '') return sent !== '';
  if (left.includes(sent)) return false;
  let common = 0;
  while (common < sent.length && sent[common] === left[common]) common++;
  // A completion or an emoji code turned into a picture changes the end; a new draft changes all.
  return common < sent.length / 2;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
