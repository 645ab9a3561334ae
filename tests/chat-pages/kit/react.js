import { useSyncExternalStore } from 'react';

/** The conversation as React state: the component draws anew with every change. */
export function useConversation(talk) {
  useSyncExternalStore(talk.subscribe, () => talk.version);
  return talk;
}
