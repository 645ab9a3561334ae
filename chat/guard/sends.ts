import { readDraft } from '../draft';
import type { HoldAbility } from '../types';
import { Departure } from './departure';
import { Foresight } from './foresight';
import { Habits } from './habits';
import type { GuardHooks, Verdict } from './hooks';

/** A click or a form's submit belongs to the gesture that was made at most this long before it, ms. */
const SAME_GESTURE_MS = 1_000;

/** Asks about sends that may be about to happen, watches what becomes of them, and learns from it. */
export class Sends {
  readonly habits = new Habits();
  readonly foresight = new Foresight();
  readonly abilityListeners = new Set<(ability: HoldAbility) => void>();
  ability: HoldAbility = 'holds';
  private departure: Departure | null = null;
  /** The last stroke that may have been a new line, until it is known. */
  private stroke: { name: string; composer: Element; departure: Departure } | null = null;
  private last: { verdict: Verdict; at: number; text: string } | null = null;

  constructor(private readonly signal: AbortSignal) {}

  /** The verdict on a send gesture: a `stroke` in the composer, or a press on the send button. */
  ask(event: Event, hooks: GuardHooks, stroke?: string): Verdict {
    const composer = hooks.composer();
    if (!composer) return 'let';
    this.settle();
    const draft = readDraft(composer);
    this.noticeOvertaking(composer, hooks);
    this.foresight.set(composer, draft.text);
    if (draft.text.trim() === '') return 'let';
    const verdict = !stroke || this.habits.maySend(stroke) ? hooks.onSend(draft) : 'unasked';
    this.last = { verdict, at: event.timeStamp, text: draft.text };
    this.watch(draft.text, verdict, event.defaultPrevented, stroke, hooks);
    return verdict;
  }

  /** A gesture that finds the draft gone: a listener of the page came before ours and has sent it. */
  noticeOvertaking(composer: Element, hooks: GuardHooks): void {
    const overtaken = this.foresight.overtaken(composer, readDraft(composer).text);
    if (overtaken === null) return;
    this.foresight.forget();
    this.setAbility('shown-only');
    hooks.onSent(overtaken);
  }

  /** The verdict of the gesture that this event follows from; null when it stands alone. */
  verdictBefore(event: Event, hooks: GuardHooks): Verdict | null {
    const composer = hooks.composer();
    if (!composer || !this.last || this.last.verdict === 'unasked') return null;
    if (event.timeStamp - this.last.at > SAME_GESTURE_MS) return null;
    return readDraft(composer).text === this.last.text ? this.last.verdict : null;
  }

  /** A stroke came up again: did it break the line? Pages that send on keyup do so after us. */
  strokeUp(name: string, composer: Element): void {
    if (!this.departure || this.departure.over) return;
    this.stroke = { name, composer, departure: this.departure };
    composer.ownerDocument.defaultView?.requestAnimationFrame(() => this.learnStroke());
  }

  /** Looks at the draft now, before a key changes it. */
  check(): void {
    this.departure?.check();
  }

  /** The agent, or we, are about to change the draft: what the last gesture did shows now or never. */
  settle(): void {
    this.learnStroke();
    this.departure?.end();
  }

  /** Another chat, or none: what was known of the draft is over. */
  forget(): void {
    this.departure?.stop();
    this.departure = null;
    this.stroke = null;
    this.last = null;
    this.foresight.forget();
  }

  /** A stroke that left the draft with one more line, and nothing gone, is the page's new line. */
  private learnStroke(): void {
    const made = this.stroke;
    this.stroke = null;
    if (!made) return;
    made.departure.check();
    if (!made.departure.over && lines(readDraft(made.composer).text) > lines(made.departure.text)) {
      this.habits.brokeLine(made.name);
    }
  }

  private watch(text: string, verdict: Verdict, actedOnBefore: boolean, stroke: string | undefined, hooks: GuardHooks): void {
    this.departure = new Departure({
      composer: () => hooks.composer(),
      text,
      signal: this.signal,
      onGone: () => {
        if (stroke) this.habits.sent(stroke);
        this.foresight.forget();
        // Gone although held, or sent by a stroke that somebody acted on before it came to us.
        if (verdict === 'hold' || actedOnBefore) this.setAbility('shown-only');
        hooks.onSent(text);
      },
    });
  }

  private setAbility(ability: HoldAbility): void {
    if (this.ability === ability) return;
    this.ability = ability;
    for (const listener of this.abilityListeners) listener(ability);
  }
}

function lines(text: string): number {
  return text.split('\n').length;
}
