import { onUnmounted, shallowRef } from 'vue';

/** The conversation as a ref: a new plain copy with every change. */
export function useConversation(talk) {
  const view = () => ({
    open: talk.open.name,
    lines: talk.open.lines,
    chats: talk.chats.map((chat) => ({ ...chat })),
    generation: talk.generation,
  });
  const current = shallowRef(view());
  onUnmounted(talk.subscribe(() => (current.value = view())));
  return current;
}
