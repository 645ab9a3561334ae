import { belongsToInputMethod, watchComposition } from './guard/composition';
import type { GuardHooks, Verdict } from './guard/hooks';
import { Sends } from './guard/sends';
import { guardWorld } from './guard/world';
import type { HoldAbility } from './types';

export type { GuardHooks } from './guard/hooks';

export interface Guard {
  /** Starts to guard this chat; returns the way to stop. A second call replaces the first. */
  arm(hooks: GuardHooks): () => void;
  /** `shown-only` once a send was seen to get past a hold, or a page's listener to act before ours. */
  holdAbility(): HoldAbility;
  /** Hears of a change of `holdAbility`; returns the way to stop. */
  onAbilityChange(listener: (ability: HoldAbility) => void): () => void;
}

const POINTER_EVENTS = ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click'] as const;

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
  private readonly guarded = new WeakSet<Document>();
  private readonly sends: Sends;
  private readonly keys = new Map<string, Verdict>();
  private press: Verdict | null = null;

  constructor(window: Window, private readonly signal: AbortSignal) {
    this.sends = new Sends(signal);
    this.attach(window);
    const { beforeWrite } = guardWorld();
    const onWrite = (): void => this.sends.settle();
    beforeWrite.add(onWrite);
    signal.addEventListener('abort', () => {
      beforeWrite.delete(onWrite);
      this.hooks = null;
    });
  }

  arm(hooks: GuardHooks): () => void {
    this.hooks = hooks;
    this.sends.forget();
    this.attachToComposer();
    return () => {
      if (this.hooks !== hooks) return;
      this.hooks = null;
      this.sends.forget();
    };
  }

  holdAbility(): HoldAbility {
    return this.sends.ability;
  }

  onAbilityChange(listener: (ability: HoldAbility) => void): () => void {
    this.sends.abilityListeners.add(listener);
    return () => this.sends.abilityListeners.delete(listener);
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
    on('input', (event, hooks) => this.sends.foresight.note(hooks.composer(), event));
    on('submit', (event, hooks) => this.onSubmit(event, hooks));
    // The focus may have gone into an editor's iframe that was not there before.
    on('blur', () => this.attachToComposer());
    for (const type of POINTER_EVENTS) on(type, (event, hooks) => this.onPointer(event, hooks));
  }

  private onKeyDown(event: KeyboardEvent, hooks: GuardHooks): void {
    const key = keyOf(event);
    const composer = hooks.composer();
    if (composer && isWithin(event, composer)) {
      this.keys.set(key, this.judgeKey(event, composer, hooks));
    } else if (isWithin(event, hooks.sendButton()) && (event.key === 'Enter' || event.key === ' ')) {
      this.keys.set(key, event.repeat ? (this.keys.get(key) ?? 'let') : this.sends.ask(event, hooks));
    } else {
      this.keys.set(key, 'elsewhere');
      // Keys in our panel may mend the draft.
      this.sends.settle();
      return;
    }
    this.followKey(event);
  }

  private judgeKey(event: KeyboardEvent, composer: Element, hooks: GuardHooks): Verdict {
    if (belongsToInputMethod(event, composer.ownerDocument)) return 'input-method';
    this.sends.check();
    const stroke = this.sends.habits.strokeOf(event);
    const before = this.keys.get(keyOf(event));
    // A key kept down: what was decided as it went down holds until it comes up. Enter that took a
    // reply in our panel must not send it from the composer.
    if (event.repeat && before && (stroke || before === 'ours')) return before;
    if (hooks.onKey(event)) {
      this.sends.settle();
      return 'ours';
    }
    return stroke ? this.sends.ask(event, hooks, stroke) : 'let';
  }

  /** The events that follow from a key share its verdict. */
  private followKey(event: KeyboardEvent): void {
    const verdict = this.keys.get(keyOf(event));
    const wanders = verdict === 'elsewhere' && event.key === 'Enter' && isWithin(event, this.hooks?.composer() ?? null);
    if (verdict === 'hold' || verdict === 'ours' || wanders) swallow(event);
  }

  private onKeyUp(event: KeyboardEvent, hooks: GuardHooks): void {
    this.followKey(event);
    const wentDown = this.keys.delete(keyOf(event));
    const composer = hooks.composer();
    if (!composer) return;
    const stroke = this.sends.habits.strokeOf(event);
    // A listener before ours may have kept the keydown from us.
    if (stroke && !wentDown) this.sends.noticeOvertaking(composer, hooks);
    else if (stroke) this.sends.strokeUp(stroke, composer);
    else this.sends.foresight.note(composer, event);
  }

  private onBeforeInput(event: InputEvent, hooks: GuardHooks): void {
    const composer = hooks.composer();
    if (!composer || !isWithin(event, composer)) return;
    if (event.inputType !== 'insertParagraph' && event.inputType !== 'insertLineBreak') {
      this.sends.settle();
      return;
    }
    const enter = this.keys.get('Enter') ?? this.keys.get('NumpadEnter');
    // An on-screen keyboard's Enter may come without a key.
    const verdict = enter ?? (event.isComposing ? 'input-method' : this.sends.ask(event, hooks, 'Enter'));
    if (verdict === 'hold' || verdict === 'ours') swallow(event);
  }

  private onPointer(event: Event, hooks: GuardHooks): void {
    const onButton = isWithin(event, hooks.sendButton());
    if (event.type === 'pointerdown') {
      const isMain = (event as PointerEvent).button === 0;
      this.press = onButton && isMain ? this.sends.ask(event, hooks) : null;
      if (!onButton) this.pressElsewhere(event, hooks);
    } else if (event.type === 'click' && onButton && this.press === null) {
      // By keyboard, through a label, or as the form's default button.
      this.press = this.sends.verdictBefore(event, hooks) ?? this.sends.ask(event, hooks);
    }
    if (onButton && this.press === 'hold') swallow(event);
    if (event.type === 'click') this.press = null;
  }

  /** A press elsewhere may open another chat: what the composer holds then says nothing about a send. */
  private pressElsewhere(event: Event, hooks: GuardHooks): void {
    this.sends.settle();
    if (!isWithin(event, hooks.composer())) this.sends.foresight.forget();
  }

  private onSubmit(event: SubmitEvent, hooks: GuardHooks): void {
    const form = event.target as Element | null;
    if (!form?.contains(hooks.composer())) return;
    const verdict = this.sends.verdictBefore(event, hooks) ?? this.sends.ask(event, hooks);
    if (verdict === 'hold') swallow(event);
  }
}

function isWithin(event: Event, element: Element | null): boolean {
  return element !== null && event.composedPath().includes(element);
}

function keyOf(event: KeyboardEvent): string {
  return event.code || event.key;
}

function swallow(event: Event): void {
  event.stopImmediatePropagation();
  if (event.cancelable) event.preventDefault();
}
