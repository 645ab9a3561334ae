import { editableBody } from '../find/composer';
import { parentOf, queryAll, rootsOf } from '../tree';

export interface PointerOptions {
  document: Document;
  signal: AbortSignal;
  /** False once everything was picked: what is pressed then is the page's. */
  isActive(): boolean;
  /** True for an event in the picker's own element, or in the panel. */
  isOwn(event: Event): boolean;
  /** True while a control of the picker's own has the focus: Enter and arrows are its. */
  hasFocus(): boolean;
  /** From what is under the pointer to what is meant. */
  meantAt(element: Element): Element;
  /** Another element is pointed at. */
  onPoint(element: Element): void;
  onPick(element: Element): void;
  onEscape(): void;
  /** The page moved under the pointer. */
  onMoved(): void;
}

/** The events of one press, of which the page must see none: it is the press that picks. */
const PRESS = ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click', 'dblclick'] as const;

/**
 * Follows pointer and keyboard to one element after the other. The page's events stay its own, but
 * for the press that picks and the keys that the picker uses.
 */
export class Pointer {
  /** What is pointed at now. */
  current: Element | null = null;
  private under: Element | null = null;
  /** The way from `under` outwards, so that narrowing goes back the same way. */
  private narrower: Element[] = [];
  /** The key whose release belongs to the picker too. */
  private held = '';
  private pressed = false;

  constructor(private readonly options: PointerOptions) {
    const { document, signal } = options;
    const view = document.defaultView;
    if (!view) return;
    this.listen(view, null);
    // An editor that writes in a frame of its own is pointed at as that frame.
    for (const frame of queryAll(rootsOf(document), 'iframe') as HTMLIFrameElement[]) {
      if (editableBody(frame) && frame.contentWindow) this.listen(frame.contentWindow, frame);
    }
    view.addEventListener('scroll', options.onMoved, { signal, capture: true, passive: true });
    view.addEventListener('resize', options.onMoved, { signal });
  }

  /** Forgets what is pointed at. */
  forget(): void {
    this.current = null;
    this.under = null;
    this.narrower = [];
  }

  private listen(view: Window, frame: Element | null): void {
    const heard = { signal: this.options.signal, capture: true } as const;
    view.addEventListener('pointermove', (event) => this.point(event, frame), heard);
    view.addEventListener('focusin', (event) => this.point(event, frame), heard);
    view.addEventListener('keydown', (event) => this.onKey(event), heard);
    view.addEventListener('keyup', (event) => this.onKeyUp(event), heard);
    for (const type of PRESS) view.addEventListener(type, (event) => this.onPress(event, frame), { ...heard, passive: false });
  }

  private point(event: Event, frame: Element | null): void {
    const target = frame ?? event.composedPath()[0];
    if (!this.options.isActive() || this.options.isOwn(event) || !(target instanceof Element) || target === this.under) return;
    this.under = target;
    this.narrower = [];
    this.choose(this.options.meantAt(target));
  }

  private choose(element: Element): void {
    this.current = element;
    this.options.onPoint(element);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') this.options.onEscape();
    else if (!this.options.isActive() || this.options.hasFocus()) return;
    else if (event.key === 'Enter' && this.current) this.options.onPick(this.current);
    else if (!this.move(event.key)) return;
    this.held = event.key;
    swallow(event);
  }

  private onKeyUp(event: KeyboardEvent): void {
    if (event.key !== this.held) return;
    this.held = '';
    swallow(event);
  }

  /** Up widens, down narrows, left and right go to the neighbours. */
  private move(key: string): boolean {
    const { current } = this;
    if (!current || !key.startsWith('Arrow')) return false;
    if (key === 'ArrowUp') {
      const wider = parentOf(current);
      if (!wider || /^(body|html)$/.test(wider.localName)) return true;
      this.narrower.push(current);
      this.choose(wider);
    } else if (key === 'ArrowDown') {
      const inner = this.narrower.pop() ?? current.shadowRoot?.firstElementChild ?? current.firstElementChild;
      if (inner) this.choose(inner);
    } else {
      const next = key === 'ArrowLeft' ? current.previousElementSibling : current.nextElementSibling;
      this.narrower = [];
      if (next) this.choose(next);
    }
    return true;
  }

  private onPress(event: Event, frame: Element | null): void {
    if (this.options.isOwn(event) || ('button' in event && event.button !== 0)) return;
    if (/^(pointerdown|touchstart)$/.test(event.type)) {
      this.pressed = this.options.isActive();
      // A finger points and presses at once.
      this.point(event, frame);
    }
    if (!this.pressed) return;
    swallow(event);
    // A disabled button has no click. The rest of the press follows in the same turn, or in the next.
    if (event.type === 'pointerup' && this.current) this.options.onPick(this.current);
    if (event.type === 'click') this.pressed = false;
  }
}

function swallow(event: Event): void {
  if (event.cancelable) event.preventDefault();
  event.stopImmediatePropagation();
}
