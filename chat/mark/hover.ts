import type { Mark } from '../types';
import type { Marker } from '../mark';
import { frameOffset } from './frame';

/** Tells which mark the pointer is over, as it comes and goes. */
export class HoverWatch {
  private frame = 0;
  private over: Mark | null = null;

  constructor(
    private readonly marked: () => { composer: Element; marker: Marker } | null,
    private readonly onHover: (mark: Mark | null) => void,
  ) {}

  /** Listens in one document until `signal` ends. */
  listen(document: Document, signal: AbortSignal): void {
    const view = document.defaultView;
    if (!view) return;
    document.addEventListener(
      'pointermove',
      (event) => {
        if (!event.isTrusted || event.buttons || !this.marked()) return;
        view.cancelAnimationFrame(this.frame);
        this.frame = view.requestAnimationFrame(() => this.look(event));
      },
      { signal, capture: true, passive: true },
    );
    document.addEventListener('pointerleave', () => this.tell(null), { signal, passive: true });
    signal.addEventListener('abort', () => view.cancelAnimationFrame(this.frame), { once: true });
  }

  private look({ clientX, clientY }: PointerEvent): void {
    const marked = this.marked();
    if (!marked) return this.tell(null);
    // Text that is scrolled out of the box is under nobody's pointer.
    const box = marked.composer.getBoundingClientRect();
    const inside = box.left <= clientX && clientX <= box.right && box.top <= clientY && clientY <= box.bottom;
    const { x, y } = frameOffset(marked.composer);
    this.tell(inside ? marked.marker.hitAtPoint(clientX + x, clientY + y) : null);
  }

  private tell(mark: Mark | null): void {
    if (mark?.start === this.over?.start && mark?.end === this.over?.end) return;
    this.over = mark;
    this.onHover(mark);
  }
}
