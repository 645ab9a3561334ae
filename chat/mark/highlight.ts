import { rangeOf } from '../draft';
import { readRich } from '../draft/rich';
import type { Mark } from '../types';
import { frameOffset } from './frame';
import { decorationOf, type Painter, type Stretch } from './line';

const LEVELS: Mark['level'][] = ['advise', 'warn', 'block'];

function nameOf(level: Mark['level']): string {
  return `chatside-${level}`;
}

/** Marks in a rich editor by the CSS Custom Highlight API: the browser paints them with the text itself. */
export class HighlightPainter implements Painter {
  private ranges: { mark: Mark; range: Range }[] = [];

  private constructor(
    private readonly composer: Element,
    private readonly window: Window & typeof globalThis,
    private readonly root: Document | ShadowRoot,
    private readonly sheet: CSSStyleSheet,
  ) {}

  /** Null where the browser cannot, or does not let us adopt a style sheet. */
  static create(composer: Element): HighlightPainter | null {
    const window = composer.ownerDocument.defaultView;
    const root = composer.getRootNode() as Document | ShadowRoot;
    if (!window || !('highlights' in window.CSS) || !window.CSS.supports('selector(::highlight(a))')) return null;
    try {
      const sheet = new window.CSSStyleSheet();
      sheet.replaceSync(
        LEVELS.map((level) => `::highlight(${nameOf(level)}){text-decoration:${decorationOf(level)}}`).join(''),
      );
      root.adoptedStyleSheets.push(sheet);
      return new HighlightPainter(composer, window, root, sheet);
    } catch {
      return null;
    }
  }

  paint(marks: Mark[]): void {
    const rich = readRich(this.composer);
    this.ranges = marks.map((mark) => ({ mark, range: rangeOf(this.composer, mark.start, mark.end, rich) }));
    for (const [priority, level] of LEVELS.entries()) {
      const ranges = this.ranges.filter(({ mark }) => mark.level === level).map(({ range }) => range);
      const highlight = new this.window.Highlight(...ranges);
      highlight.priority = priority;
      this.window.CSS.highlights.set(nameOf(level), highlight);
    }
  }

  place(): void {
    // Painted with the text, they are where it is.
  }

  rectsOf(stretch: Stretch): DOMRect[] {
    const range = this.ranges.find(({ mark }) => mark === stretch)?.range ?? rangeOf(this.composer, stretch.start, stretch.end);
    const { x, y } = frameOffset(this.composer);
    return [...range.getClientRects()].map((rect) => new DOMRect(rect.x + x, rect.y + y, rect.width, rect.height));
  }

  clear(): void {
    for (const level of LEVELS) this.window.CSS.highlights.delete(nameOf(level));
    this.root.adoptedStyleSheets = this.root.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }
}
