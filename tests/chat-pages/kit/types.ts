/** Who speaks. The person typing in the page's composer is always `agent`. */
export type Side = 'customer' | 'agent' | 'system' | 'robot';

/** One message as the page holds it. */
export interface Line {
  /** Unique in the page. */
  id: string;
  side: Side;
  text: string;
  /** The speaker's name, for pages that show one. */
  name: string;
  /** When it was written, epoch ms. */
  at: number;
}

/** One row of the page's list of chats. */
export interface ChatRow {
  name: string;
  /** Messages since the chat was last open. */
  unread: number;
  active: boolean;
}

/**
 * The driver that every chat page puts on `window.fixture` for the tests. It lives in the page's own world, so an
 * extension's content script cannot see it.
 */
export interface Fixture {
  /** A message arrives in the open chat (or in that of `chat`) through the library's own interface. */
  receive(text: string, options?: { name?: string; at?: number; side?: Side; chat?: string }): void;
  /** What the page's own send handler was given, oldest first. */
  sent(): string[];
  /** The open chat's messages, oldest first. */
  messages(): { side: Side; text: string }[];
  /** Loads `count` older messages in front. Left out where the library cannot. */
  prepend?(count: number): void;
  /** The page draws its chat anew, with new elements. */
  rerender?(): void;
  /** Opens the chat of that name as the page's own list would. Left out where there is no list. */
  switchTo?(name: string): void;
  chats?(): ChatRow[];
  /** On pages whose chat comes and goes: it leaves the page, and comes back. */
  leave?(): void;
  enter?(): void;
}

declare global {
  interface Window {
    fixture: Fixture;
  }
}
