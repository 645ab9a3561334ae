import { Kept } from './picker/kept';
import { Pointer } from './picker/pointer';
import { meantAt, pickSteps, proofOf } from './picker/steps';
import type { PickProof, PickStep } from './picker/steps';
import { listFromPicks, messagesOf, profileFromPicks } from './sites/from-picks';
import type { Picks } from './sites/from-picks';
import type { SiteProfile } from './sites/profile';

export { pickSteps } from './picker/steps';
export type { PickProof, PickStep } from './picker/steps';

export interface PickerOptions {
  document: Document;
  /** Holds the frame that is drawn round the element; must not take pointer events. */
  frame: HTMLElement;
  signal: AbortSignal;
  /** True for an event in the picker's own element, or in the panel. */
  isOwn(event: Event): boolean;
  /** True while a control of the picker's own has the focus: Enter and arrows are its. */
  hasFocus(): boolean;
  /** Another element is pointed at, by pointer, focus or arrow key. */
  onProof(proof: PickProof): void;
  /** The next step is asked for; null when there is none. */
  onStep(step: PickStep | null): void;
  /** Escape was pressed. */
  onCancel(): void;
}

export interface Picker {
  readonly step: PickStep | null;
  /** Goes on without picking: a page may have no send button, or no message yet. */
  skip(): void;
  /** Goes back to the step before, and forgets what was picked there. */
  back(): void;
  /** The profile of what was picked; null before the composer and a list of messages are known. `today` as YYYY-MM-DD. */
  profile(name: string, today: string): SiteProfile | null;
}

/** Lets somebody point at the parts of a chat: pointer or arrows choose, click or Enter picks, Escape ends. */
export function startPicker(options: PickerOptions): Picker {
  return new PagePicker(options);
}

class PagePicker implements Picker {
  private at = 0;
  private readonly kept = new Map<PickStep, Kept>();
  private readonly pointer: Pointer;
  /** The messages that can be told apart, while one is asked for. */
  private messages: HTMLElement[] = [];

  constructor(private readonly options: PickerOptions) {
    const { document, signal, frame, isOwn, hasFocus, onCancel } = options;
    signal.addEventListener('abort', () => frame.style.setProperty('display', 'none'), { once: true });
    frame.style.setProperty('display', 'none');
    this.pointer = new Pointer({
      document,
      signal,
      isOwn,
      hasFocus,
      isActive: () => this.step !== null,
      meantAt: (element) => this.meantAt(element),
      onPoint: () => this.show(),
      onPick: (element) => this.pick(element),
      onEscape: onCancel,
      onMoved: () => this.draw(),
    });
  }

  get step(): PickStep | null {
    return pickSteps[this.at] ?? null;
  }

  skip(): void {
    this.go(this.at + 1);
  }

  back(): void {
    this.go(Math.max(0, this.at - 1));
    if (this.step) this.kept.delete(this.step);
  }

  profile(name: string, today: string): SiteProfile | null {
    const picks = this.picks();
    const list = picks && listFromPicks(picks);
    return picks && list ? profileFromPicks(picks, list, name, today) : null;
  }

  /** What was picked, as it stands now; null before the composer. */
  private picks(): Picks | null {
    const [composer, send, customer, agent] = pickSteps.map((step) => this.kept.get(step)?.now() ?? undefined);
    if (!(composer instanceof HTMLElement)) return null;
    const message = (one: Element | undefined) => (one instanceof HTMLElement ? one : undefined);
    return { composer, send, customer: message(customer), agent: message(agent) };
  }

  private go(to: number): void {
    this.at = to;
    this.pointer.forget();
    this.draw();
    const picks = this.step === 'customer' || this.step === 'agent' ? this.picks() : null;
    const list = picks && listFromPicks(picks);
    this.messages = list ? messagesOf(list, picks.composer).map(({ element }) => element) : [];
    this.options.onStep(this.step);
  }

  /** The message around its text, where messages can be told apart. */
  private meantAt(element: Element): Element {
    const { step } = this;
    if (!step) return element;
    return this.messages.find((message) => message.contains(element)) ?? meantAt(step, element);
  }

  private pick(element: Element): void {
    if (!this.step || (this.step !== 'send' && !(element instanceof HTMLElement))) return;
    this.kept.set(this.step, new Kept(element));
    this.skip();
  }

  private show(): void {
    this.draw();
    const { current } = this.pointer;
    if (this.step && current) this.options.onProof(proofOf(this.step, current));
  }

  private draw(): void {
    const { frame } = this.options;
    const current = this.step && this.pointer.current;
    if (!current?.isConnected) {
      frame.style.setProperty('display', 'none');
      return;
    }
    const box = current.getBoundingClientRect();
    frame.style.cssText = `display:block;left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px`;
  }
}
