import { advance, newShift, nextDue, type Happening, type Shift, type ShiftEvent, type ShiftOptions } from '@/practice/shift';
import type { SceneFile } from '@/practice/scenes';

/** Epoch time in whole ms that a change of the computer's clock cannot set back. */
export const pageClock = () => Math.floor(performance.timeOrigin + performance.now());

/** The longest delay a browser's timer takes, ms (2³¹ − 1). */
const LONGEST_TIMER = 2_147_483_647;

type Listener = (happenings: Happening[], shift: Shift) => void;

export interface Desk {
  shift(): Shift;
  send(event: ShiftEvent): void;
  /** Leaves the shift for a fresh one. */
  renew(options: ShiftOptions): void;
  /** The desk runs while somebody listens. Returns the way to stop. */
  listen(listener: Listener): () => void;
}

/** Runs shifts in the page: hands the machine its events with the time, and wakes it when something is due. */
export function openDesk(file: SceneFile, options: ShiftOptions, start: boolean): Desk {
  const listeners = new Set<Listener>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shift = newShift(file, options);
  if (start) shift = advance(shift, { type: 'start' }, pageClock()).shift;

  const wake = () => {
    clearTimeout(timer);
    const due = nextDue(shift);
    if (due === null || listeners.size === 0) return;
    timer = setTimeout(() => send({ type: 'tick' }), Math.min(LONGEST_TIMER, Math.max(0, due - pageClock())));
  };
  const set = (next: Shift, happenings: Happening[]) => {
    shift = next;
    listeners.forEach((listener) => listener(happenings, next));
    wake();
  };
  const send = (event: ShiftEvent) => {
    const { shift: next, happenings } = advance(shift, event, pageClock());
    set(next, happenings);
  };
  return {
    shift: () => shift,
    send,
    renew(fresh) {
      set(newShift(file, fresh), []);
      send({ type: 'start' });
    },
    listen(listener) {
      listeners.add(listener);
      wake();
      return () => {
        listeners.delete(listener);
        wake();
      };
    },
  };
}
