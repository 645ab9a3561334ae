/**
 * Content script of the test extension: gives a test the pieces of `chat/` in the isolated world in
 * which the product runs them. Calls come and answers go as attributes of <html>, which works alike
 * in Chromium and Firefox. Never part of the product.
 */
import { readDraft, selectDraft } from '../../../chat/draft';
import { installGuard } from '../../../chat/guard';
import { createMarker, type Marker } from '../../../chat/mark';
import type { Mark } from '../../../chat/types';
import { insertText } from '../../../chat/write';

const editable = 'textarea, input, [contenteditable]:not([contenteditable="false"])';
const log: string[] = [];
const guard = installGuard(window, new AbortController().signal);
guard.onAbilityChange((ability) => log.push(`ability ${ability}`));

let deepRoot: (() => ParentNode | null) | null = null;
let marker: Marker | null = null;

function composer(): HTMLElement | null {
  const host = deepRoot ? deepRoot() : document.querySelector('#composer');
  const frame = host?.querySelector('iframe');
  if (frame?.contentDocument?.body?.isContentEditable) return frame.contentDocument.body;
  return host?.querySelector<HTMLElement>(editable) ?? null;
}

function need(): HTMLElement {
  const found = composer();
  if (!found) throw new Error('no composer');
  return found;
}

function markLayer(): HTMLElement {
  const host = document.createElement('div');
  host.id = 'test-marks';
  document.documentElement.append(host);
  return host;
}

const calls = {
  insert: (text: string, range?: { start: number; end: number }) => insertText(need(), text, range),
  draft: () => readDraft(need()),
  select: (start: number, end: number) => selectDraft(need(), start, end),
  inShadow: () => {
    deepRoot = () => document.querySelector('#shadow-host')?.shadowRoot ?? null;
  },
  /** Holds every draft with 坏; F9 in the composer is ours. */
  arm: () =>
    void guard.arm({
      composer,
      sendButton: () => document.querySelector('#send'),
      onSend(draft) {
        const decision = draft.text.includes('坏') ? 'hold' : 'let';
        log.push(`${decision} ${JSON.stringify(draft.text)}`);
        return decision;
      },
      onSent: (text) => void log.push(`sent ${JSON.stringify(text)}`),
      onKey(event) {
        log.push(`key ${event.key}`);
        return event.key === 'F9';
      },
    }),
  log: () => log,
  ability: () => guard.holdAbility(),
  mark(marks: Mark[]) {
    marker ??= createMarker(need(), markLayer(), new AbortController().signal);
    const began = performance.now();
    marker.show(marks);
    return performance.now() - began;
  },
  /** Left, top, right and bottom of what a stretch covers, a list a line. */
  rects: (start: number, end: number) => marker?.rectsOf({ start, end }).map(({ left, top, right, bottom }) => [left, top, right, bottom]) ?? [],
  hit: (x: number, y: number) => marker?.hitAtPoint(x, y) ?? null,
};

export type Calls = typeof calls;

/** Answers each call with an event, the result as JSON in an attribute. */
document.addEventListener('chatside-test-call', () => {
  const root = document.documentElement;
  const { name, args } = JSON.parse(root.getAttribute('data-test-call') ?? '{}') as {
    name: keyof Calls;
    args: unknown[];
  };
  const answer = (result: unknown): void => {
    root.setAttribute('data-test-answer', JSON.stringify(result ?? null));
    document.dispatchEvent(new Event('chatside-test-answer'));
  };
  const call = calls[name] as (...given: unknown[]) => unknown;
  Promise.resolve()
    .then(() => call(...args))
    .then((value) => answer({ value: value ?? null }), (error: unknown) => answer({ error: String(error) }));
});
