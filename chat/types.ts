/**
 * What `chat/` hands on: plain data, never an element. All text positions are UTF-16 code units
 * of the text as the agent sees it; all times are epoch milliseconds.
 */

export type Side = 'customer' | 'agent' | 'system' | 'robot';

/** One message of the open chat, handed on once. */
export interface IncomingMessage {
  /** Stable for this message across re-rendering, virtualising and reloading of history. */
  id: string;
  /** The chat it belongs to: `ChatSnapshot.customer.key` at that time. */
  customerKey: string;
  side: Side;
  text: string;
  /** When it was written, epoch ms. */
  at: number;
  /** `page`: the page shows the time; `seen`: the time at which we first saw it. */
  atSource: 'page' | 'seen';
  /** True when it was already there as the chat was opened, or was loaded as history. */
  history: boolean;
}

/** One row of the console's list of open chats. */
export interface OpenChat {
  key: string;
  name: string;
  active: boolean;
  /** Unread messages as the page shows them; 1 when it shows only a mark. */
  unread: number;
  preview?: string;
}

/** The page's chat as last read. */
export interface ChatSnapshot {
  /** Id of the profile in use, or `auto`. */
  site: string;
  /** Who the open chat is with. `key` is stable for this customer on this site. */
  customer: { key: string; name: string };
  messages: IncomingMessage[];
  openChats: OpenChat[];
}

/** What the open chat is about, as far as the page shows it; empty where it does not. */
export interface Deal {
  /** Number of the order. */
  order: string;
  /** Title of the item. */
  item: string;
}

/** The composer's text. */
export interface Draft {
  text: string;
  selectionStart: number;
  selectionEnd: number;
}

/** What became of an insertion; when it is not `ok`, the draft is as it was. */
export type InsertOutcome =
  | { ok: true; technique: string }
  | { ok: false; reason: 'no-composer' | 'composing' | 'refused' };

/** What became of a picture: `ok` once the page was seen to show it. */
export type PictureOutcome = { ok: true } | { ok: false; reason: 'no-composer' | 'composing' | 'refused' };

/** Whether a send can be held on this page. */
export type HoldAbility = 'holds' | 'shown-only';

/** A stretch of the draft to mark, in UTF-16 code units of `Draft.text`. */
export interface Mark {
  start: number;
  end: number;
  level: 'block' | 'warn' | 'advise';
}

/** What the product asked for a send that is about to happen. */
export type SendDecision = 'let' | 'hold';

/** Callbacks through which the product hears of the page. */
export interface ChatListeners {
  /** The open chat, its messages or the list changed. At most once a frame. */
  onSnapshot(snapshot: ChatSnapshot): void;
  /** New messages, each once over the life of the session; history that was forgotten may come again as history. */
  onMessages(messages: IncomingMessage[]): void;
  /** The draft's text or selection changed. Synchronous with the input event. */
  onDraft(draft: Draft): void;
  /** A send is about to happen. Must answer at once; `hold` keeps the draft as it is. */
  onSend(draft: Draft): SendDecision;
  /** The agent sent this draft: it was let through and left the composer. */
  onSent(text: string): void;
  /** A key was pressed in the composer, before the page sees it; true = it is ours, the page must not have it. */
  onKey(event: KeyboardEvent): boolean;
  /** The pointer came over a marked stretch of the draft, or left it (null). At most once a frame. */
  onHover(mark: Mark | null): void;
  /** The chat is gone from the page; the session is over and has cleaned up. */
  onLost(): void;
}

/** A chat that was found on the page. Ends with the `AbortSignal` it was opened with. */
export interface ChatSession {
  /** Id of the profile in use, or `auto`. */
  readonly site: string;
  readonly holdAbility: HoldAbility;
  snapshot(): ChatSnapshot;
  deal(): Deal;
  draft(): Draft;
  /** True while an input method composes in the composer. */
  composing(): boolean;
  /** Puts `text` at the caret as if typed; over `range` of the draft when given. Never sends. */
  insert(text: string, range?: { start: number; end: number }): Promise<InsertOutcome>;
  /** Pastes a picture into the composer, once. Never sends. `size` in CSS px. */
  insertPicture(file: File, size: { width: number; height: number }): Promise<PictureOutcome>;
  /** Sets the composer's selection. */
  select(start: number, end: number): void;
  /** Gives the composer the focus back, with the selection it had. */
  focus(): void;
  /** Opens another chat of the list, as a click on its row would. */
  openChat(key: string): void;
  /** Underlines these stretches of the draft where they stand; replaces what was marked before. */
  mark(marks: Mark[]): void;
  /**
   * Viewport rectangles of a stretch of the draft, in CSS px, one a line; none while nothing is marked,
   * and empty ones where it is not drawn. They may lie outside the composer, when it is scrolled.
   */
  rectsOf(start: number, end: number): DOMRect[];
  /** Scrolls the composer so far that a stretch of the draft is seen. */
  reveal(start: number, end: number): void;
  /** Viewport rectangle of the composer, in CSS px, for placing the panel; null when it is not shown. */
  composerRect(): DOMRect | null;
  /** Viewport rectangles of everything that the panel must not cover: composer, send button, message list, chat list. */
  controls(): DOMRect[];
}
