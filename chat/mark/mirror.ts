import type { TextControl } from '../draft/control';
import type { Mark } from '../types';
import { frameOffset } from './frame';
import { decorationOf, type Painter } from './line';

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
    const scaleX = control.offsetWidth > 0 ? rect.width / control.offsetWidth : 1;
    const scaleY = control.offsetHeight > 0 ? rect.height / control.offsetHeight : 1;
    const x = rect.left + offset.x + control.clientLeft * scaleX;
    const y = rect.top + offset.y + control.clientTop * scaleY;
    frame.style.transform = `translate(${x}px,${y}px) scale(${scaleX},${scaleY})`;
    frame.style.width = `${control.clientWidth}px`;
    frame.style.height = `${control.clientHeight}px`;
    frame.style.visibility = rect.width === 0 || rect.height === 0 ? 'hidden' : 'visible';
    if (control.localName === 'textarea') sheet.style.width = `${control.clientWidth}px`;
    else this.centreLine();
    sheet.style.transform = `translate(${-control.scrollLeft}px,${-control.scrollTop}px)`;
  }

  /** An input shows its one line in the middle of its height. */
  private centreLine(): void {
    this.sheet.style.width = 'max-content';
    this.sheet.style.top = `${(this.control.clientHeight - this.sheet.offsetHeight) / 2}px`;
  }

  private copyStyle(): void {
    const window = this.control.ownerDocument.defaultView;
    if (!window) return;
    const style = window.getComputedStyle(this.control);
    for (const property of COPIED) this.sheet.style.setProperty(property, style.getPropertyValue(property));
    this.sheet.style.whiteSpace = this.control.localName === 'textarea' ? style.whiteSpace : 'pre';
  }

  rectsOf(mark: Mark): DOMRect[] {
    const found = this.spans.find((each) => each.mark === mark);
    return found ? [...found.span.getClientRects()] : [];
  }

  clear(): void {
    this.frame.remove();
  }
}
