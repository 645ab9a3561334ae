import { useCallback, useEffect, useRef, useState } from 'react';
import { advance, newShift, nextDue, type Happening, type Shift, type ShiftEvent, type ShiftOptions } from '@/practice/shift';
import type { SceneFile } from '@/practice/scenes';

/** Epoch ms that a change of the computer's clock cannot set back. */
export const pageClock = () => performance.timeOrigin + performance.now();

/** The longest delay a browser's timer takes, ms (2³¹ − 1). */
const LONGEST_TIMER = 2_147_483_647;

/** Runs a shift: sends events with the time, and comes back whenever something is due. */
export function useShift(onHappenings: (happenings: Happening[], shift: Shift) => void) {
  const [shift, setShift] = useState<Shift | null>(null);
  const current = useRef(shift);
  const listener = useRef(onHappenings);
  useEffect(() => {
    listener.current = onHappenings;
  });

  const set = useCallback((next: Shift) => {
    current.current = next;
    setShift(next);
  }, []);

  const send = useCallback(
    (event: ShiftEvent) => {
      if (!current.current) return;
      const { shift: next, happenings } = advance(current.current, event, pageClock());
      set(next);
      if (happenings.length > 0) listener.current(happenings, next);
    },
    [set],
  );

  const prepare = useCallback((file: SceneFile, options: ShiftOptions) => set(newShift(file, options)), [set]);

  useEffect(() => {
    const due = shift && nextDue(shift);
    if (due === null) return;
    const timer = setTimeout(() => send({ type: 'tick' }), Math.min(LONGEST_TIMER, Math.max(0, due - pageClock())));
    return () => clearTimeout(timer);
  }, [shift, send]);

  return { shift, send, prepare };
}
