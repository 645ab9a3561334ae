import type { ChatSession } from '../chat/types';
import { ask } from '../messaging/ask';
import { faultOf } from '../locales/fault';
import type { Answer, Name, Request } from '../messaging/protocol';
import type { LoadedReplies } from './load-replies';
import type { PanelStore, Said } from './state';

export type Begin = Answer<'panel.begin'> & Answer<'panel.packs'> & LoadedReplies;

/** What the panel's parts share while one chat is attached. */
export interface Desk {
  session: ChatSession;
  store: PanelStore;
  begin: Begin;
  /** Ends when the chat is lost, or the extension is. */
  signal: AbortSignal;
}

/** Says something in the panel's status line. */
export function say(store: PanelStore, said: Said | null): void {
  store.setState({ said });
}

/**
 * Asks the background; a fault is said in the status line.
 * @returns undefined when it failed
 */
export async function askOrSay<N extends Name>(
  store: PanelStore,
  name: N,
  request: Request<N>,
): Promise<Answer<N> | undefined> {
  try {
    return await ask(name, request);
  } catch (error) {
    say(store, { kind: 'fault', fault: faultOf(error) });
    return undefined;
  }
}
