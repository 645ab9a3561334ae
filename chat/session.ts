import { addressOf } from './address';
import { isComposing, readDraft, selectDraft } from './draft';
import { revealIn } from './draft/reveal';
import { DraftWatch } from './draft/watch';
import { locate, stillThere, type Located } from './find/locate';
import { sendButtonOf } from './find/send';
import type { Found } from './find';
import type { Guard } from './guard';
import { createMarker, type Marker } from './mark';
import { frameOffset } from './mark/frame';
import { HoverWatch } from './mark/hover';
import { press } from './press';
import { Memory, Reader } from './read/reader';
import type { SiteProfile } from './sites/profile';
import type { ChatListeners, ChatSession, ChatSnapshot, Deal, Draft, InsertOutcome, Mark, PictureOutcome } from './types';
import { insertText } from './write';
import { focusComposer } from './write/focus';
import { insertPicture } from './write/picture';

/** How long composer or messages may be missing before the chat counts as lost, in ms: pages draw theirs anew. */
const GRACE = 1500;

/**
 * Opens a chat that was found: reads it, guards its sends, writes into it, until `signal` ends or
 * the page takes the chat away. `mount` is where marks over a text field are drawn.
 */
export function openSession(
  found: Found, guard: Guard, listeners: ChatListeners, signal: AbortSignal, mount: ShadowRoot | HTMLElement,
): ChatSession {
  return new PageSession(found, guard, listeners, signal, mount);
}

class PageSession implements ChatSession {
  private located: Located;
  private readonly memory = new Memory();
  private readonly own = new AbortController();
  private reader!: Reader;
  private readerLife = new AbortController();
  private marker: { composer: Element; marker: Marker; life: AbortController } | null = null;
  private readonly draftWatch: DraftWatch;
  private goneTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly document: Document;
  /** Hears of a chat that is put out of sight without being removed. */
  private readonly sizes = new ResizeObserver(() => this.checkPresence());

  constructor(
    found: Found,
    private readonly guard: Guard,
    private readonly listeners: ChatListeners,
    signal: AbortSignal,
    private readonly mount: ShadowRoot | HTMLElement,
  ) {
    this.located = found;
    this.document = found.parts.list.ownerDocument;
    this.draftWatch = new DraftWatch(() => this.composer(), (draft) => this.listeners.onDraft(draft));
    signal.addEventListener('abort', () => this.own.abort(), { once: true, signal: this.own.signal });
    if (signal.aborted) this.own.abort();
    this.own.signal.addEventListener('abort', () => this.takeDown(), { once: true });
    this.read();
    const disarm = this.guard.arm({
      composer: () => this.composer(),
      sendButton: () => this.sendButton(),
      onSend: (draft) => this.listeners.onSend(draft),
      onSent: (text) => {
        this.reader.expectOwn(text);
        this.listeners.onSent(text);
        this.draftWatch.tell();
      },
      onKey: (event) => this.listeners.onKey(event),
    });
    this.own.signal.addEventListener('abort', disarm, { once: true });
    const hoverWatch = new HoverWatch(() => this.marker, (mark) => this.listeners.onHover(mark));
    for (const document of new Set([this.document, found.parts.composer.ownerDocument])) {
      this.draftWatch.listen(document, this.own.signal);
      hoverWatch.listen(document, this.own.signal);
      document.addEventListener('focusin', (event) => this.onFocus(event), { signal: this.own.signal, capture: true, passive: true });
    }
    const presence = new MutationObserver(() => {
      if (!this.located.parts.composer.isConnected || !this.located.parts.list.isConnected) this.checkPresence();
    });
    presence.observe(this.document, { childList: true, subtree: true });
    this.own.signal.addEventListener('abort', () => presence.disconnect(), { once: true });
    this.own.signal.addEventListener('abort', () => this.sizes.disconnect(), { once: true });
  }

  get site(): string {
    return this.located.site;
  }

  get holdAbility() {
    return this.guard.holdAbility();
  }

  snapshot(): ChatSnapshot {
    return this.reader.snapshot();
  }

  deal(): Deal {
    return this.reader.deal();
  }

  draft(): Draft {
    const composer = this.composer();
    return composer ? readDraft(composer) : { text: '', selectionStart: 0, selectionEnd: 0 };
  }

  composing(): boolean {
    const composer = this.composer();
    return composer !== null && isComposing(composer);
  }

  async insert(text: string, range?: { start: number; end: number }): Promise<InsertOutcome> {
    const composer = this.composer();
    if (!composer) return { ok: false, reason: 'no-composer' };
    const outcome = await insertText(composer, text, range);
    this.draftWatch.tell();
    return outcome;
  }

  async insertPicture(file: File, size: { width: number; height: number }): Promise<PictureOutcome> {
    const composer = this.composer();
    return composer ? insertPicture(composer, file, size) : { ok: false, reason: 'no-composer' };
  }

  select(start: number, end: number): void {
    const composer = this.composer();
    if (composer) selectDraft(composer, start, end);
  }

  focus(): void {
    const composer = this.composer();
    if (!composer) return;
    const { selectionStart, selectionEnd } = readDraft(composer);
    focusComposer(composer);
    // Set anew, a selection would lose its direction.
    const now = readDraft(composer);
    if (now.selectionStart !== selectionStart || now.selectionEnd !== selectionEnd) selectDraft(composer, selectionStart, selectionEnd);
  }

  openChat(key: string): void {
    const row = this.reader.rowOf(key);
    if (row) press(row);
  }

  mark(marks: Mark[]): void {
    const composer = this.composer();
    if (!composer) return;
    if (this.marker?.composer !== composer) {
      this.marker?.life.abort();
      const life = new AbortController();
      this.marker = { composer, marker: createMarker(composer, this.mount, life.signal), life };
    }
    this.marker.marker.show(marks);
  }

  rectsOf(start: number, end: number): DOMRect[] {
    return this.marker?.marker.rectsOf({ start, end }) ?? [];
  }

  reveal(start: number, end: number): void {
    const [rect] = this.rectsOf(start, end);
    const composer = this.composer();
    if (!rect || !composer) return;
    const { y } = frameOffset(composer);
    revealIn(composer, { top: rect.top - y, bottom: rect.bottom - y });
  }

  composerRect(): DOMRect | null {
    const { anchor } = this.located.parts;
    const box = anchor.isConnected ? anchor.getBoundingClientRect() : null;
    return box && box.width > 0 && box.height > 0 ? box : null;
  }

  controls(): DOMRect[] {
    const { anchor, list } = this.located.parts;
    return [anchor, this.sendButton(), list, this.reader.chatListElement()]
      .filter((element) => element !== null && element.isConnected)
      .map((element) => element!.getBoundingClientRect())
      .filter((box) => box.width > 0 && box.height > 0);
  }

  private composer(): HTMLElement | null {
    if (!this.located.parts.composer.isConnected) this.relocate();
    return this.located.parts.composer.isConnected ? this.located.parts.composer : null;
  }

  /** Looked up at each use unless its name is sure: many pages show the button only once there is something to send. */
  private sendButton(): Element | null {
    const { parts, profile } = this.located;
    const known = parts.sendButton;
    if (known?.named && known.element.isConnected && known.element.getClientRects().length > 0) return known.element;
    const byProfile = profile ? (this.locateAgain()?.parts.sendButton ?? null) : null;
    parts.sendButton = byProfile ?? sendButtonOf(parts.anchor, parts.list);
    return parts.sendButton?.element ?? null;
  }

  private read(): void {
    this.readerLife.abort();
    this.readerLife = new AbortController();
    this.sizes.disconnect();
    this.sizes.observe(this.located.parts.anchor);
    this.sizes.observe(this.located.parts.list);
    this.reader = new Reader(
      this.located,
      this.memory,
      {
        onRead: (snapshot, fresh) => {
          if (fresh.length > 0) this.listeners.onMessages(fresh);
          this.listeners.onSnapshot(snapshot);
          this.draftWatch.tellIfChanged();
        },
      },
      this.readerLife.signal,
    );
  }

  /** Pages with several chats side by side: the one that gets the focus is the one that is served. */
  private onFocus(event: FocusEvent): void {
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLElement) || target === this.located.parts.composer || this.located.parts.composer.contains(target)) return;
    if (!target.isContentEditable && !(target instanceof HTMLTextAreaElement)) return;
    const again = this.locateAgain();
    if (again && again.parts.composer !== this.located.parts.composer && again.parts.composer.contains(target)) this.moveTo(again);
  }

  private checkPresence(): void {
    if (this.isPresent()) return;
    if (this.relocate() || this.goneTimer !== undefined) return;
    this.goneTimer = setTimeout(() => {
      this.goneTimer = undefined;
      if (this.own.signal.aborted || stillThere(this.located.parts) || this.relocate()) return;
      this.own.abort();
      this.listeners.onLost();
    }, GRACE);
  }

  /** Connected, and not hidden behind another chat that is mounted beside it. */
  private isPresent(): boolean {
    const { composer, anchor, list } = this.located.parts;
    return composer.isConnected && list.isConnected && anchor.getClientRects().length > 0;
  }

  private locateAgain(): Located | null {
    const profiles: SiteProfile[] = this.located.profile ? [this.located.profile] : [];
    return locate(this.document, profiles, addressOf(this.document));
  }

  private relocate(): boolean {
    const again = this.locateAgain();
    if (!again) return false;
    this.moveTo(again);
    return true;
  }

  private moveTo(located: Located): void {
    const { composer, list } = this.located.parts;
    this.located = { ...located, site: this.located.site };
    if (located.parts.list !== list || located.parts.composer !== composer) this.read();
    this.draftWatch.tellIfChanged();
  }

  private takeDown(): void {
    clearTimeout(this.goneTimer);
    this.readerLife.abort();
    this.marker?.life.abort();
  }
}
