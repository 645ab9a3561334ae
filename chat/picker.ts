import { listsOf } from './find/list';
import { measureAnew } from './read/bubbles';
import { segmentsOf } from './read/segments';
import { messageElements, profileFromPicks, type Picks } from './sites/from-picks';
import type { SiteProfile } from './sites/profile';
import { labelOf, parentOf } from './tree';

/** What is pointed at, in this order. */
export const pickSteps = ['composer', 'send', 'customer', 'agent'] as const;
export type PickStep = (typeof pickSteps)[number];

/** What would be picked now, as proof that the right thing is meant. */
export interface PickProof {
  step: PickStep;
  /** What was read there: the draft, the button's name, the message. Page text: show it as text only. */
  text: string;
  /** False when this can hardly be it: nothing to write in, nothing to press, no message. */
  fits: boolean;
}

export interface PickerOptions {
  document: Document;
  /** Holds the frame that is drawn round the element; must not take pointer events. */
  frame: HTMLElement;
  signal: AbortSignal;
  /** Another element is under the pointer, or it was widened or narrowed. */
  onProof(proof: PickProof): void;
  /** An element was picked; the next step is asked for, null when there is none. */
  onStep(step: PickStep | null): void;
  /** Escape was pressed. */
  onCancel(): void;
}

export interface Picker {
  readonly step: PickStep | null;
  /** Goes on without picking: a page may have no send button, or no message yet. */
  skip(): void;
  /** The profile of what was picked; null before the composer and a list of messages are known. `today` as YYYY-MM-DD. */
  profile(name: string, today: string): SiteProfile | null;
}

const EDITABLE = 'textarea, input:not([type]), input[type="text"], [contenteditable]:not([contenteditable="false"])';
const PRESSABLE = 'button, [role="button"], input[type="submit"], input[type="button"], a';
/** What the page must not have while somebody points. */
const SWALLOWED = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu', 'touchstart', 'touchend', 'keyup', 'keypress'] as const;

/** Lets somebody point at the parts of a chat: pointer or arrows choose, click or Enter picks, Escape ends. */
export function startPicker(options: PickerOptions): Picker {
  return new PagePicker(options);
}

class PagePicker implements Picker {
  private at = 0;
  private readonly picks: Partial<Picks> = {};
  private under: Element | null = null;
  private current: Element | null = null;
  /** The way from `under` outwards, so that narrowing goes back the same way. */
  private narrower: Element[] = [];

  constructor(private readonly options: PickerOptions) {
    const { document, signal, frame } = options;
    const view = document.defaultView;
    if (!view) return;
    const heard = { signal, capture: true } as const;
    view.addEventListener('pointermove', (event) => this.point(event), heard);
    view.addEventListener('keydown', (event) => this.onKey(event), heard);
    view.addEventListener('scroll', () => this.draw(), { ...heard, passive: true });
    view.addEventListener('resize', () => this.draw(), heard);
    for (const type of SWALLOWED) view.addEventListener(type, (event) => this.onPointer(event), { ...heard, passive: false });
    signal.addEventListener('abort', () => frame.style.setProperty('display', 'none'), { once: true });
    frame.style.setProperty('display', 'none');
  }

  get step(): PickStep | null {
    return pickSteps[this.at] ?? null;
  }

  skip(): void {
    this.at++;
    this.choose(null);
    const { step } = this;
    if (step) this.options.onStep(step);
    // The events that follow from the last press are still kept from the page.
    else setTimeout(() => this.options.onStep(null), 0);
  }

  profile(name: string, today: string): SiteProfile | null {
    const { composer } = this.picks;
    const list = composer ? this.listOf(composer) : null;
    return composer && list ? profileFromPicks({ ...this.picks, composer }, list, name, today) : null;
  }

  /** The list that holds the picked messages, else the likeliest one near the composer. */
  private listOf(composer: HTMLElement): HTMLElement | null {
    measureAnew();
    const lists = [...listsOf(composer)];
    const message = this.picks.customer ?? this.picks.agent;
    const holding = message ? lists.filter((list) => list.element.contains(message)) : lists;
    return holding.reduce<(typeof lists)[number] | null>((best, list) => (best && best.score >= list.score ? best : list), null)?.element ?? null;
  }

  private isOurs(event: Event): boolean {
    const path = event.composedPath();
    return path.includes(this.options.frame) || path.some((node) => node instanceof Element && node.localName === 'chatside-panel');
  }

  private point(event: PointerEvent): void {
    const target = event.composedPath()[0];
    if (this.isOurs(event) || !(target instanceof Element) || target === this.under) return;
    this.under = target;
    this.choose(this.snap(target));
  }

  /** To the thing that is meant: the whole box, the button around its icon, the message around its text. */
  private snap(element: Element): Element {
    if (this.step === 'composer') return outermostEditable(element) ?? element;
    if (this.step === 'send') return element.closest(PRESSABLE) ?? element.closest('svg') ?? element;
    const list = this.picks.composer ? this.listOf(this.picks.composer) : null;
    const message = list && messageElements(list, this.picks.composer!).find((one) => one.contains(element));
    return message ?? element;
  }

  private choose(element: Element | null): void {
    this.current = element;
    this.narrower = [];
    this.show();
  }

  private onKey(event: KeyboardEvent): void {
    if (this.isOurs(event) && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') this.options.onCancel();
    else if (event.key === 'Enter') this.pick();
    else if (event.key === 'ArrowUp' && this.current) {
      const wider = parentOf(this.current);
      if (!wider || wider.localName === 'body' || wider.localName === 'html') return;
      this.narrower.push(this.current);
      this.current = wider;
      this.show();
    } else if (event.key === 'ArrowDown') {
      const inner = this.narrower.pop() ?? this.current?.firstElementChild;
      if (inner) this.current = inner;
      this.show();
    }
  }

  private onPointer(event: Event): void {
    if (this.isOurs(event)) return;
    if (event.cancelable) event.preventDefault();
    event.stopImmediatePropagation();
    // A disabled button has no click.
    if (event.type === 'pointerup') this.pick();
  }

  private pick(): void {
    const { step, current } = this;
    if (!step || !current) return;
    if (step === 'send') this.picks.send = current;
    else if (current instanceof HTMLElement) this.picks[step] = current;
    else return;
    this.skip();
  }

  private show(): void {
    this.draw();
    if (this.step && this.current) this.options.onProof(proofOf(this.step, this.current));
  }

  private draw(): void {
    const { frame } = this.options;
    if (!this.current?.isConnected) {
      frame.style.setProperty('display', 'none');
      return;
    }
    const box = this.current.getBoundingClientRect();
    frame.style.cssText += `;display:block;position:fixed;pointer-events:none;left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px`;
  }
}

function outermostEditable(element: Element): HTMLElement | null {
  let editable = element.closest<HTMLElement>(EDITABLE) ?? element.querySelector<HTMLElement>(EDITABLE);
  while (editable?.parentElement?.isContentEditable) editable = editable.parentElement;
  return editable;
}

function proofOf(step: PickStep, element: Element): PickProof {
  if (step === 'composer') {
    const editable = element.matches(EDITABLE);
    return { step, text: (element as HTMLTextAreaElement).value ?? element.textContent ?? '', fits: editable };
  }
  const text = segmentsOf(element).map((segment) => segment.text).join('\n');
  if (step === 'send') return { step, text: text || element.textContent?.trim() || labelOf(element), fits: element.getBoundingClientRect().height < 120 };
  return { step, text, fits: text !== '' };
}
