import { useEffect, useState } from 'react';

/** A length of time in ms as `m:ss`, from an hour on as `h:mm:ss`; whole seconds that have passed. */
export function elapsedText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/**
 * The present, epoch ms, renewed as the oldest of `sinces` completes a second; one timer for all.
 * Read from the clock each time, so that a throttled tab or a sleep only makes it late, never wrong.
 */
export function useNow(sinces: number[]): number {
  const [now, setNow] = useState(() => Date.now());
  const oldest = sinces.length > 0 ? Math.min(...sinces) : null;
  useEffect(() => {
    if (oldest === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const present = Date.now();
      setNow(present);
      const intoSecond = (((present - oldest) % 1000) + 1000) % 1000;
      timer = setTimeout(tick, 1000 - intoSecond);
    };
    tick();
    return () => clearTimeout(timer);
  }, [oldest]);
  return now;
}
