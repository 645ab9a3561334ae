/**
 * What the guard and the panel must both know. They are two scripts in the extension's one world of
 * the page, each with modules of its own, so what they share stands on that world's global object,
 * which the page's scripts cannot see.
 */
export interface GuardWorld {
  compositions: WeakMap<Document, CompositionState>;
  /** Called before we change a draft ourselves. */
  beforeWrite: Set<() => void>;
}

export interface CompositionState {
  composing: boolean;
  /** `timeStamp` of the last compositionend, ms. */
  endedAt: number;
}

const holder = globalThis as { chatsideGuardWorld?: GuardWorld };

export function guardWorld(): GuardWorld {
  holder.chatsideGuardWorld ??= { compositions: new WeakMap(), beforeWrite: new Set() };
  return holder.chatsideGuardWorld;
}
