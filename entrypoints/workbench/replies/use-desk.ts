import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Desk } from './desk';
import type { DeskState } from './desk';

const LAST = 'chatside.pack';

/** The desk of this page, begun with the pack that was open last. */
export function useDesk(): { desk: Desk; state: DeskState } {
  const [desk] = useState(() => new Desk());
  const state = useStore(desk.store);
  useEffect(() => {
    desk.start(sessionStorage.getItem(LAST));
    return () => desk.end();
  }, [desk]);
  useEffect(() => {
    if (state.open) sessionStorage.setItem(LAST, state.open);
  }, [state.open]);
  return { desk, state };
}

const writes = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/** Ctrl+Z and Ctrl+Y (Ctrl+Shift+Z) for steps, except where one writes: there they are the field's own. */
export function useUndoKeys(desk: Desk): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (event.target as Element | null)?.matches(writes)) return;
      // A dialog has a business of its own.
      if (document.querySelector('dialog[open]')) return;
      const key = event.key.toLowerCase();
      const redo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!redo && key !== 'z') return;
      event.preventDefault();
      void (redo ? desk.redo() : desk.undo());
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [desk]);
}
