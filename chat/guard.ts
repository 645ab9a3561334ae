import { readDraft } from './draft';
import { belongsToInputMethod, watchComposition } from './guard/composition';
import { Departure } from './guard/departure';
import { Foresight } from './guard/foresight';
import { Habits } from './guard/habits';
import { guardWorld } from './guard/world';
import type { Draft, HoldAbility, SendDecision } from './types';

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

export interface Guard {
  /** Starts to guard this chat; returns the way to stop. A second call replaces the first. */
  arm(hooks: GuardHooks): () => void;
  /** `shown-only` once a send was seen to get past a hold, or a page's listener to act before ours. */
  holdAbility(): HoldAbility;
  onAbilityChange(listener: (ability: HoldAbility) => void): () => void;
}

/** What was decided on a key or a press, for all the events that follow from it. */
type Verdict = 'let' | 'hold' | 'ours' | 'unasked' | 'input-method';

const POINTER_EVENTS = ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click'] as const;
/** A form's submit belongs to the gesture that was made at most this long before it, ms. */
const SAME_GESTURE_MS = 1_000;

/**
 * Holds sends back. Listens in the capture phase on `window`, so it must be installed before the
 * page's scripts run (document_start): it then sees every event first. Acts on trusted events only;
 * what a page's script dispatches passes by, and asks nothing.
 */
export function installGuard(window: Window, signal: AbortSignal): Guard {
  return new WindowGuard(window, signal);
}

class WindowGuard implements Guard {
  private hooks: GuardHooks | null = null;
  private ability: HoldAbility = 'holds';
  private readonly listeners = new Set<(ability: HoldAbility) => void>();
  private readonly guarded = new WeakSet<Document>();
  private readonly habits = new Habits();
  private readonly foresight = new Foresight();
  private readonly keys = new Map<string, Verdict>();
  private press: Verdict | null = null;
  private departure: Departure | null = null;
  /** The last stroke that may have been a new line, until it is known. */
  private stroke: { name: string; composer: Element; departure: Departure } | null = null;
  private lastGesture: { verdict: Verdict | null; at: number } = { verdict: null, at: Number.NEGATIVE_INFINITY };

  constructor(window: Window, private readonly signal: AbortSignal) {
    this.attach(window);
    const { beforeWrite } = guardWorld();
    const onWrite = (): void => this.settle();
    beforeWrite.add(onWrite);
    signal.addEventListener('abort', () => {
      beforeWrite.delete(onWrite);
      this.hooks = null;
    });
  }

  arm(hooks: GuardHooks): () => void {
    this.hooks = hooks;
    this.departure = null;
    this.foresight.forget();
    this.attachToComposer();
    return () => {
      if (this.hooks !== hooks) return;
      this.hooks = null;
      this.departure?.stop();
      this.departure = null;
    };
  }

  holdAbility(): HoldAbility {
    return this.ability;
  }

  onAbilityChange(listener: (ability: HoldAbility) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** An editor in an iframe has a window of its own. */
  private attachToComposer(): void {
    const window = this.hooks?.composer()?.ownerDocument.defaultView;
    if (window) this.attach(window);
  }

  private attach(window: Window): void {
    if (this.guarded.has(window.document)) return;
    this.guarded.add(window.document);
    watchComposition(window, this.signal);
    const on = <K extends keyof WindowEventMap>(type: K, handle: (event: WindowEventMap[K], hooks: GuardHooks) => void) =>
      window.addEventListener(
        type,
        (event) => {
          if (this.hooks && event.isTrusted) handle(event, this.hooks);
        },
        // Passive where a listener could slow scrolling: propagation can be stopped all the same.
        { capture: true, signal: this.signal, passive: type.startsWith('touch') },
      );
    on('keydown', (event, hooks) => this.onKeyDown(event, hooks));
    on('keypress', (event) => this.followKey(event));
    on('keyup', (event, hooks) => this.onKeyUp(event, hooks));
    on('beforeinput', (event, hooks) => this.onBeforeInput(event, hooks));
    on('input', (event, hooks) => this.foresight.note(hooks.composer(), event));
    on('submit', (event, hooks) => this.onSubmit(event, hooks));
    on('blur', () => this.attachToComposer());
    for (const type of POINTER_EVENTS) on(type, (event, hooks) => this.onPointer(event, hooks));
  }

  private onKeyDown(event: KeyboardEvent, hooks: GuardHooks): void {
    const key = keyOf(event);
    const composer = hooks.composer();
    if (composer && isWithin(event, composer)) {
      this.keys.set(key, this.judgeKey(event, composer, hooks));
    } else if (isWithin(event, hooks.sendButton()) && (event.key === 'Enter' || event.key === ' ')) {
      this.keys.set(key, event.repeat ? (this.keys.get(key) ?? 'let') : this.ask(event, hooks));
    } else {
      this.keys.delete(key);
      // Keys in our panel may mend the draft.
      this.settle();
    }
    this.followKey(event);
  }

  private judgeKey(event: KeyboardEvent, composer: Element, hooks: GuardHooks): Verdict {
    if (belongsToInputMethod(event, composer.ownerDocument)) return 'input-method';
    this.departure?.check();
    if (hooks.onKey(event)) {
      this.settle();
      return 'ours';
    }
    const stroke = this.habits.strokeOf(event);
    if (!stroke) return 'let';
    const before = this.keys.get(keyOf(event));
    // A key kept down: what was decided as it went down holds until it comes up.
    if (event.repeat && before) return before;
    return this.ask(event, hooks, stroke);
  }

  /** The events that follow from a key share its verdict. */
  private followKey(event: KeyboardEvent): void {
    const verdict = this.keys.get(keyOf(event));
    if (verdict === 'hold' || verdict === 'ours') swallow(event);
  }

  private onKeyUp(event: KeyboardEvent, hooks: GuardHooks): void {
    this.followKey(event);
    this.keys.delete(keyOf(event));
    const composer = hooks.composer();
    const stroke = this.habits.strokeOf(event);
    if (!composer) return;
    if (!stroke) this.foresight.note(composer, event);
    else if (this.departure && !this.departure.over) {
      this.stroke = { name: stroke, composer, departure: this.departure };
      // Pages that send as the key comes up do so after us.
      composer.ownerDocument.defaultView?.requestAnimationFrame(() => this.learnStroke());
    }
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

  /** The agent, or we, are about to change the draft: what the last gesture did shows now or never. */
  private settle(): void {
    this.learnStroke();
    this.departure?.end();
  }

  private onBeforeInput(event: InputEvent, hooks: GuardHooks): void {
    const composer = hooks.composer();
    if (!composer || !isWithin(event, composer)) return;
    const breaksLine = event.inputType === 'insertParagraph' || event.inputType === 'insertLineBreak';
    if (!breaksLine) {
      this.settle();
      return;
    }
    const enter = this.keys.get('Enter') ?? this.keys.get('NumpadEnter');
    // An on-screen keyboard's Enter may come without a key.
    const verdict = enter ?? (event.isComposing ? 'input-method' : this.ask(event, hooks, 'Enter'));
    if (verdict === 'hold' || verdict === 'ours') swallow(event);
  }

  private onPointer(event: Event, hooks: GuardHooks): void {
    const onButton = isWithin(event, hooks.sendButton());
    if (event.type === 'pointerdown') {
      const isMain = (event as PointerEvent).button === 0;
      this.press = onButton && isMain ? this.ask(event, hooks) : null;
      if (!onButton) this.leaveDraft(event, hooks);
    } else if (event.type === 'click' && onButton && this.press === null) {
      // By keyboard, or through a label: the key's verdict stands.
      this.press = this.keys.get('Enter') ?? this.keys.get('Space') ?? this.recentVerdict(event) ?? this.ask(event, hooks);
    }
    if (onButton && this.press === 'hold') swallow(event);
    if (event.type === 'click') this.press = null;
  }

  /** A press elsewhere may open another chat: what the composer holds then says nothing about a send. */
  private leaveDraft(event: Event, hooks: GuardHooks): void {
    this.settle();
    if (!isWithin(event, hooks.composer())) this.foresight.forget();
  }

  private onSubmit(event: SubmitEvent, hooks: GuardHooks): void {
    const form = event.target as Element | null;
    if (!form?.contains(hooks.composer())) return;
    const verdict = this.recentVerdict(event) ?? this.ask(event, hooks);
    if (verdict === 'hold') swallow(event);
  }

  private recentVerdict(event: Event): Verdict | null {
    return event.timeStamp - this.lastGesture.at < SAME_GESTURE_MS ? this.lastGesture.verdict : null;
  }

  /** Asks the product about a send that may be about to happen, and watches what becomes of the draft. */
  private ask(event: Event, hooks: GuardHooks, stroke?: string): Verdict {
    const composer = hooks.composer();
    if (!composer) return 'let';
    this.settle();
    const draft = readDraft(composer);
    const overtaken = this.foresight.overtaken(composer, draft.text);
    if (overtaken !== null) {
      this.setAbility('shown-only');
      hooks.onSent(overtaken);
    }
    const asked = draft.text.trim() !== '' && (!stroke || this.habits.maySend(stroke));
    const verdict: Verdict = asked ? hooks.onSend(draft) : draft.text.trim() === '' ? 'let' : 'unasked';
    this.lastGesture = { verdict, at: event.timeStamp };
    this.foresight.set(composer, draft.text);
    if (draft.text.trim() !== '') this.watch(draft.text, verdict, event.defaultPrevented, stroke, hooks);
    return verdict;
  }

  private watch(text: string, verdict: Verdict, actedOnBefore: boolean, stroke: string | undefined, hooks: GuardHooks): void {
    this.departure = new Departure({
      composer: () => hooks.composer(),
      text,
      signal: this.signal,
      onGone: () => {
        if (this.hooks !== hooks) return;
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
    for (const listener of this.listeners) listener(ability);
  }
}

function isWithin(event: Event, element: Element | null): boolean {
  return element !== null && event.composedPath().includes(element);
}

function keyOf(event: KeyboardEvent): string {
  return event.code || event.key;
}

function lines(text: string): number {
  return text.split('\n').length;
}

function swallow(event: Event): void {
  event.stopImmediatePropagation();
  if (event.cancelable) event.preventDefault();
}
