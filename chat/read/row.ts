import type { OpenChat } from '../types';

/** One row of the list of open chats, with its element. */
export interface ChatRow extends OpenChat {
  element: HTMLElement;
}
