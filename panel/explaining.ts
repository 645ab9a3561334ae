import type { Hit } from '../banned-words';
import type { Draft, Mark } from '../chat/types';
import type { Desk } from './desk';
import type { Box } from './place';
import { besideWord } from './popover';
import type { PopoverPlace } from './popover';

/** How long the pointer rests on a word before it is explained, and is away before that goes, ms. */
const REST_MS = 150;
const LEAVE_MS = 250;

/** Explains a banned word right where it stands: under the pointer, or from word to word by keyboard. */
export class Explaining {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The pointer is in the explanation itself: it stays. */
  private inside = false;

  constructor(private readonly desk: Desk) {
    const { signal } = desk;
    signal.addEventListener('abort', () => this.close(), { once: true });
    window.addEventListener('resize', () => this.place(), { signal, passive: true });
    window.addEventListener('scroll', () => this.place(), { signal, passive: true, capture: true });
  }

  /** The next hit of the draft, or the first; with the focus in the explanation. */
  next(): void {
    const { hits, explained } = this.desk.store.getState();
    if (hits.length === 0) return;
    const index = explained?.byKeys ? (explained.index + 1) % hits.length : 0;
    const hit = hits[index] as Hit;
    this.desk.session.reveal(hit.start, hit.end);
    this.show(hit, true);
  }

  /** The pointer is over a marked stretch, or over none. */
  onHover(mark: Mark | null): void {
    const { hits, explained } = this.desk.store.getState();
    if (explained?.byKeys || this.inside) return;
    clearTimeout(this.timer);
    const hit = mark && hits.find(({ start, end }) => start === mark.start && end === mark.end);
    if (hit && hit !== explained?.hit) this.timer = setTimeout(() => this.show(hit, false), REST_MS);
    else if (!hit) this.closeSoon();
  }

  /** The pointer came into the explanation, or left it. */
  over(inside: boolean): void {
    this.inside = inside;
    clearTimeout(this.timer);
    if (!inside && !this.desk.store.getState().explained?.byKeys) this.closeSoon();
  }

  /** What is explained may have been written over. */
  onDraft({ text }: Draft): void {
    const { explained } = this.desk.store.getState();
    if (explained && explained.text !== text) this.close();
  }

  /** Ends it, and gives the chat box back with the selection it had. */
  back(): void {
    this.close();
    this.desk.session.focus();
  }

  close(): void {
    clearTimeout(this.timer);
    this.inside = false;
    if (this.desk.store.getState().explained) this.desk.store.setState({ explained: null });
  }

  private closeSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.close(), LEAVE_MS);
  }

  private show(hit: Hit, byKeys: boolean): void {
    const { hits } = this.desk.store.getState();
    const place = this.placeOf(hit);
    if (!place || !hits.includes(hit)) return;
    const { text } = this.desk.session.draft();
    this.desk.store.setState({ explained: { hit, index: hits.indexOf(hit), count: hits.length, byKeys, place, text } });
  }

  /** The page moved under it. */
  private place(): void {
    const { explained } = this.desk.store.getState();
    if (!explained) return;
    const place = this.placeOf(explained.hit);
    if (!place) this.close();
    else if (JSON.stringify(place) !== JSON.stringify(explained.place)) this.desk.store.setState({ explained: { ...explained, place } });
  }

  private placeOf(hit: Hit): PopoverPlace | null {
    const { session } = this.desk;
    const composer = session.composerRect();
    const word = session.rectsOf(hit.start, hit.end);
    if (!composer || word.length === 0) return null;
    const viewport = { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight };
    const { selectionEnd } = session.draft();
    const writing = session.rectsOf(Math.max(0, selectionEnd - 1), selectionEnd).at(-1) ?? null;
    return besideWord(viewport, word.map((box) => within(box, composer)), writing);
  }
}

/** As much of a box as is seen in another; where nothing is, the nearest edge. */
function within(box: Box, outer: Box): Box {
  const clamped = (value: number, from: number, size: number) => Math.max(from, Math.min(value, from + size));
  const x = clamped(box.x, outer.x, outer.width);
  const y = clamped(box.y, outer.y, outer.height);
  return {
    x,
    y,
    width: clamped(box.x + box.width, outer.x, outer.width) - x,
    height: clamped(box.y + box.height, outer.y, outer.height) - y,
  };
}
