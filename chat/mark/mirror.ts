import type { TextControl } from '../draft/control';
import type { Mark } from '../types';
import { frameOffset, zoomOf } from './frame';
import { decorationOf, type Painter, type Stretch } from './line';

/** Everything that decides where a character stands in a text control. */
const COPIED = [
  'direction', 'font-family', 'font-size', 'font-size-adjust', 'font-stretch', 'font-style', 'font-variant',
  'font-weight', 'font-feature-settings', 'font-kerning', 'hyphens', 'letter-spacing', 'line-break', 'line-height',
  'overflow-wrap', 'padding-bottom', 'padding-left', 'padding-right', 'padding-top', 'tab-size', 'text-align',
  'text-align-last', 'text-indent', 'text-rendering', 'text-transform', 'text-wrap', 'word-break', 'word-spacing',
  'writing-mode',
] as const;

/**
 * Marks in a text control: a transparent copy of its text laid over it, in our own mount, that wraps
 * and scrolls as the control does and shows nothing but the underlines.
 */
export class MirrorPainter implements Painter {
  private readonly frame: HTMLElement;
  private readonly sheet: HTMLElement;
  private spans: { mark: Mark; span: HTMLElement }[] = [];

  constructor(private readonly control: TextControl, mount: ShadowRoot | HTMLElement) {
    const document = mount.ownerDocument;
    this.frame = document.createElement('div');
    this.sheet = document.createElement('div');
    this.frame.setAttribute('aria-hidden', 'true');
    this.frame.dataset.chatside = 'marks';
    this.frame.style.cssText =
      'all:initial;position:fixed;left:0;top:0;overflow:hidden;pointer-events:none;transform-origin:0 0;z-index:2147483646';
    this.sheet.style.cssText = 'position:absolute;left:0;top:0;box-sizing:border-box;color:transparent;margin:0;border:0';
    this.frame.append(this.sheet);
    mount.append(this.frame);
  }

  paint(marks: Mark[]): void {
    const document = this.sheet.ownerDocument;
    const text = this.control.value;
    this.spans = [];
    const parts: Node[] = [];
    let at = 0;
    for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
      const start = Math.max(at, mark.start);
      if (mark.end <= start) continue;
      const span = document.createElement('span');
      span.style.cssText = `text-decoration:${decorationOf(mark.level)};text-decoration-skip-ink:none`;
      span.textContent = text.slice(start, mark.end);
      parts.push(document.createTextNode(text.slice(at, start)), span);
      this.spans.push({ mark, span });
      at = mark.end;
    }
    // A last empty line has no height without something on it.
    parts.push(document.createTextNode(`${text.slice(at)}\u200B`));
    this.sheet.replaceChildren(...parts);
    this.copyStyle();
    this.place();
  }

  place(): void {
    const { control, frame, sheet } = this;
    const rect = control.getBoundingClientRect();
    const offset = frameOffset(control);
    const inner = innerBox(control);
    // Laid out under the control's own zoom, so that its lines break where the control's do.
    const zoom = zoomOf(control);
    const around = zoomOf(frame) / (Number(frame.style.zoom) || 1);
    if (Math.abs(zoomOf(frame) - zoom) > 1e-6) frame.style.zoom = String(zoom / around);
    const scaleX = control.offsetWidth > 0 ? rect.width / zoom / control.offsetWidth : 1;
    const scaleY = control.offsetHeight > 0 ? rect.height / zoom / control.offsetHeight : 1;
    const x = (rect.left + offset.x) / zoom + inner.left * scaleX;
    const y = (rect.top + offset.y) / zoom + inner.top * scaleY;
    frame.style.transform = `translate(${x}px,${y}px) scale(${scaleX},${scaleY})`;
    frame.style.width = `${inner.width}px`;
    frame.style.height = `${inner.height}px`;
    frame.style.visibility = rect.width === 0 || rect.height === 0 ? 'hidden' : 'visible';
    if (control.localName === 'textarea') sheet.style.width = `${inner.width}px`;
    // An input shows its one line in the middle of its height.
    else sheet.style.top = `${(inner.height - sheet.offsetHeight) / 2}px`;
    sheet.style.transform = `translate(${-control.scrollLeft}px,${-control.scrollTop}px)`;
  }

  private copyStyle(): void {
    const window = this.control.ownerDocument.defaultView;
    if (!window) return;
    const style = window.getComputedStyle(this.control);
    for (const property of COPIED) this.sheet.style.setProperty(property, style.getPropertyValue(property));
    const isArea = this.control.localName === 'textarea';
    this.sheet.style.whiteSpace = isArea ? style.whiteSpace : 'pre';
    if (!isArea) this.sheet.style.width = 'max-content';
  }

  rectsOf(stretch: Stretch): DOMRect[] {
    const span = this.spans.find(({ mark }) => mark === stretch)?.span;
    if (span) return [...span.getClientRects()];
    const range = this.sheet.ownerDocument.createRange();
    const [from, to] = [this.pointAt(stretch.start), this.pointAt(stretch.end)];
    if (!from || !to) return [];
    range.setStart(...from);
    range.setEnd(...to);
    return [...range.getClientRects()];
  }

  /** Where a position of the text lies in the copy. */
  private pointAt(offset: number): [Node, number] | null {
    let rest = offset;
    for (const part of this.sheet.childNodes) {
      const text = part.firstChild ?? part;
      const { length } = text.nodeValue ?? '';
      if (rest <= length) return [text, rest];
      rest -= length;
    }
    return null;
  }

  clear(): void {
    this.frame.remove();
  }
}

/** The box inside a control's border, relative to its border box, without its scroll bars. */
function innerBox(control: TextControl): { left: number; top: number; width: number; height: number } {
  const style = control.ownerDocument.defaultView?.getComputedStyle(control);
  if (control.localName === 'textarea' || !style) {
    return { left: control.clientLeft, top: control.clientTop, width: control.clientWidth, height: control.clientHeight };
  }
  // Firefox's client box of an input is the box inside its padding.
  const left = Number.parseFloat(style.borderLeftWidth);
  const top = Number.parseFloat(style.borderTopWidth);
  return {
    left,
    top,
    width: control.offsetWidth - left - Number.parseFloat(style.borderRightWidth),
    height: control.offsetHeight - top - Number.parseFloat(style.borderBottomWidth),
  };
}
