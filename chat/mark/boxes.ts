import { rangeOf } from '../draft';
import { readRich } from '../draft/rich';
import type { Mark } from '../types';
import { frameOffset, zoomOf } from './frame';
import { decorationOf, type Painter, type Stretch } from './line';

/** Marks in a rich editor where the browser cannot highlight: lines in our own mount, laid over the text. */
export class BoxPainter implements Painter {
  private readonly layer: HTMLElement;
  private ranges: { mark: Mark; range: Range }[] = [];

  constructor(private readonly composer: Element, mount: ShadowRoot | HTMLElement) {
    this.layer = mount.ownerDocument.createElement('div');
    this.layer.setAttribute('aria-hidden', 'true');
    this.layer.dataset.chatside = 'marks';
    this.layer.style.cssText =
      'all:initial;position:fixed;left:0;top:0;overflow:hidden;pointer-events:none;z-index:2147483646';
    mount.append(this.layer);
  }

  paint(marks: Mark[]): void {
    const rich = readRich(this.composer);
    this.ranges = marks.map((mark) => ({ mark, range: rangeOf(this.composer, mark.start, mark.end, rich) }));
    this.place();
  }

  place(): void {
    const clip = this.composer.getBoundingClientRect();
    const offset = frameOffset(this.composer);
    const view = this.composer.ownerDocument.defaultView;
    // In an iframe the composer is the whole page; what is seen of it is the frame.
    const inFrame = view !== null && this.composer.localName === 'body' && view !== this.layer.ownerDocument.defaultView;
    const left = inFrame ? 0 : clip.left;
    const top = inFrame ? 0 : clip.top;
    const { style } = this.layer;
    // The layer is placed in px of the viewport, whatever zoom our mount stands under.
    const around = zoomOf(this.layer) / (Number(style.zoom) || 1);
    if (Math.abs(zoomOf(this.layer) - 1) > 1e-6) style.zoom = String(1 / around);
    style.transform = `translate(${left + offset.x}px,${top + offset.y}px)`;
    style.width = `${inFrame ? view.innerWidth : clip.width}px`;
    style.height = `${inFrame ? view.innerHeight : clip.height}px`;
    const boxes = this.ranges.flatMap(({ mark, range }) =>
      [...range.getClientRects()].map((rect) => this.box(mark, rect, left, top)),
    );
    this.layer.replaceChildren(...boxes);
  }

  /** A box as wide as the text, filled with blanks that carry the same underline as everywhere. */
  private box(mark: Mark, rect: DOMRect, left: number, top: number): HTMLElement {
    const box = this.layer.ownerDocument.createElement('div');
    box.style.cssText =
      `position:absolute;overflow:hidden;white-space:pre;font:16px/16px sans-serif;color:transparent;` +
      `left:${rect.left - left}px;top:${rect.bottom - top - 15}px;width:${rect.width}px;height:20px;` +
      `text-decoration:${decorationOf(mark.level)}`;
    box.textContent = '\u00A0'.repeat(Math.ceil(rect.width / 3) + 1);
    return box;
  }

  rectsOf(stretch: Stretch): DOMRect[] {
    const range = this.ranges.find(({ mark }) => mark === stretch)?.range ?? rangeOf(this.composer, stretch.start, stretch.end);
    const { x, y } = frameOffset(this.composer);
    return [...range.getClientRects()].map((rect) => new DOMRect(rect.x + x, rect.y + y, rect.width, rect.height));
  }

  clear(): void {
    this.layer.remove();
  }
}
