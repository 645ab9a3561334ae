import { isTextControl } from './draft/control';
import { BoxPainter } from './mark/boxes';
import { HighlightPainter } from './mark/highlight';
import type { Painter, Stretch } from './mark/line';
import { MirrorPainter } from './mark/mirror';
import type { Mark } from './types';

/** Underlines stretches of the draft where they stand, without touching the editor's own DOM. */
export interface Marker {
  /** Replaces what was marked before. Positions are those of the draft as it is now. */
  show(marks: Mark[]): void;
  /** The marked stretch at a viewport position, CSS px; null when there is none. */
  hitAtPoint(x: number, y: number): Mark | null;
  /** What a stretch of the draft covers on screen, in viewport CSS px; known only while something is marked. */
  rectsOf(stretch: Stretch): DOMRect[];
}

/**
 * Makes the marker of one composer. Text controls get an overlay in `mount`; rich editors are
 * painted by the browser's own highlights, or by an overlay where there are none. Ends with `signal`.
 */
export function createMarker(composer: Element, mount: ShadowRoot | HTMLElement, signal: AbortSignal): Marker {
  const window = mount.ownerDocument.defaultView;
  let painter: Painter | null = null;
  let shown: Mark[] = [];
  let frame = 0;

  /** Overlays follow the composer once a frame, but only while there is something to see. */
  const follow = (): void => {
    if (!painter || shown.length === 0 || !window) return;
    painter.place();
    frame = window.requestAnimationFrame(follow);
  };
  const clear = (): void => {
    window?.cancelAnimationFrame(frame);
    painter?.clear();
    painter = null;
    shown = [];
  };
  signal.addEventListener('abort', clear, { once: true });

  return {
    show(marks) {
      if (signal.aborted) return;
      if (marks.length === 0) {
        clear();
        return;
      }
      shown = marks;
      painter ??= createPainter(composer, mount);
      painter.paint(marks);
      window?.cancelAnimationFrame(frame);
      if (!(painter instanceof HighlightPainter)) frame = window?.requestAnimationFrame(follow) ?? 0;
    },
    hitAtPoint(x, y) {
      const contains = (rect: DOMRect) => rect.left <= x && x <= rect.right && rect.top <= y && y <= rect.bottom;
      return shown.find((mark) => painter?.rectsOf(mark).some(contains)) ?? null;
    },
    rectsOf({ start, end }) {
      // A mark that is shown is known to its painter.
      return painter?.rectsOf(shown.find((mark) => mark.start === start && mark.end === end) ?? { start, end }) ?? [];
    },
  };
}

function createPainter(composer: Element, mount: ShadowRoot | HTMLElement): Painter {
  if (isTextControl(composer)) return new MirrorPainter(composer, mount);
  return HighlightPainter.create(composer) ?? new BoxPainter(composer, mount);
}
