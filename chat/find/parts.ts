import type { SendButton } from './send';

/** The elements of one chat on the page. Never leaves `chat/`. */
export interface ChatParts {
  composer: HTMLElement;
  /** Stands for the composer in the layout of this document: itself, or the frame that an editor keeps it in. */
  anchor: HTMLElement;
  /** Holds the messages; scrolls where the page lets it. */
  list: HTMLElement;
  sendButton: SendButton | null;
}
