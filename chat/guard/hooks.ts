import type { Draft, SendDecision } from '../types';

/** What the guard asks and tells while it is armed. */
export interface GuardHooks {
  composer(): Element | null;
  sendButton(): Element | null;
  /** A send is about to happen. `hold` keeps the draft exactly as it is. */
  onSend(draft: Draft): SendDecision;
  /** The draft left the composer after a send gesture, also where it could not be held. */
  onSent(text: string): void;
  /** A key went down in the composer; true = ours, the page never sees it. */
  onKey(event: KeyboardEvent): boolean;
}

/**
 * What was decided on a key or a press, for all the events that follow from it. `unasked`: taken
 * for a new line; `elsewhere`: the key went down outside the composer.
 */
export type Verdict = 'let' | 'hold' | 'ours' | 'unasked' | 'input-method' | 'elsewhere';
