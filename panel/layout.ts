import type { ChatSession } from '../chat/types';
import { HOST_STYLE } from './host-style';
import { canMakeRoom, dockedBox, floatingBox, foldedBox, overlap, PANEL_WIDTH } from './place';
import type { Box } from './place';
import type { PanelStore } from './state';

/** What the folded tab takes, CSS px. */
const TAB = { width: 44, height: 96 };
/** A docked panel may overlap a control by this much, px², before room counts as not made: a border, a shadow. */
const TOUCH = 400;

/**
 * Keeps the panel beside the chat. Where the page is wide enough it is moved over and the panel
 * stands in the room; a page that does not move keeps its place, and the panel lies over it where
 * it covers the least, folded at first.
 */
export class Layout {
  corner = { x: 0, y: 0 };
  /** Where offers at the chat box stand, viewport CSS px. */
  atBox: { left: number; bottom: number; width: number } | null = null;
  private session: ChatSession | null = null;
  private room: 'left' | 'right' | null = null;
  private refusesRoom = false;
  private framed = 0;
  /** The page's own margin, to be put back. */
  private ownMargin: Record<'left' | 'right', string>;

  constructor(
    private readonly host: HTMLElement,
    private readonly store: PanelStore,
    signal: AbortSignal,
    private readonly onMoved: () => void,
  ) {
    const { style } = document.documentElement;
    this.ownMargin = { left: style.marginLeft, right: style.marginRight };
    host.style.cssText = HOST_STYLE;
    const size = new ResizeObserver(() => this.update());
    size.observe(document.documentElement);
    window.addEventListener('resize', () => this.resized(), { signal });
    signal.addEventListener('abort', () => {
      size.disconnect();
      cancelAnimationFrame(this.framed);
      this.leaveRoom();
    });
    store.subscribe((state, before) => {
      if (state.inPlace !== before.inPlace || state.phase !== before.phase || state.held !== before.held) this.update();
    });
  }

  /** Stands beside this chat from now on. */
  follow(session: ChatSession): void {
    this.session = session;
    this.update();
  }

  private resized(): void {
    this.refusesRoom = false;
    this.update();
  }

  /** Looks at the page once before the next frame and moves the panel where it belongs. */
  update(): void {
    cancelAnimationFrame(this.framed);
    this.framed = requestAnimationFrame(() => this.stand());
  }

  private stand(): void {
    const { placement } = this.store.getState();
    const viewport = { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight };
    const controls: Box[] = this.session?.controls() ?? [];
    const wantsRoom = !placement.at && !placement.folded && !this.refusesRoom && canMakeRoom(viewport);
    let box: Box;
    if (placement.folded) {
      this.leaveRoom();
      box = foldedBox(viewport, controls, placement.side, TAB);
    } else if (wantsRoom) {
      box = dockedBox(viewport, placement.side);
      if (this.room !== placement.side) {
        this.makeRoom(placement.side);
        // The page lays itself out anew; then we see whether it truly moved.
        this.update();
      } else if (controls.some((control) => overlap(control, box) > TOUCH)) {
        this.refusesRoom = true;
        this.leaveRoom();
        this.update();
      }
    } else {
      this.leaveRoom();
      box = floatingBox(viewport, controls, placement);
    }
    this.put(box);
  }

  private put(box: Box): void {
    const { style } = this.host;
    style.setProperty('--x', `${box.x}px`);
    style.setProperty('--y', `${box.y}px`);
    style.setProperty('--width', `${box.width}px`);
    style.setProperty('--height', `${box.height}px`);
    const composer = this.session?.composerRect() ?? null;
    const atBox = composer && {
      left: Math.max(4, Math.min(composer.x, window.innerWidth - 364)),
      bottom: Math.max(4, window.innerHeight - composer.y + 6),
      width: 360,
    };
    const moved = JSON.stringify([this.corner, this.atBox]) !== JSON.stringify([{ x: box.x, y: box.y }, atBox]);
    this.corner = { x: box.x, y: box.y };
    this.atBox = atBox;
    if (moved) this.onMoved();
  }

  private makeRoom(side: 'left' | 'right'): void {
    this.leaveRoom();
    this.room = side;
    document.documentElement.style.setProperty(`margin-${side}`, `${PANEL_WIDTH}px`, 'important');
  }

  private leaveRoom(): void {
    if (!this.room) return;
    document.documentElement.style.setProperty(`margin-${this.room}`, this.ownMargin[this.room]);
    this.room = null;
  }
}
