const MINUTE = 60_000;

/** How often a host is asked when all is well, in ms. A 304 costs it next to nothing. */
export const USUAL_MS = 30 * MINUTE;
/** After faults at most this long, in ms. */
export const LONGEST_MS = 12 * 60 * MINUTE;

/**
 * How long to wait before the next question, in ms: the usual time, or after faults 2, 4, 8 …
 * minutes. Spread by a quarter to either side, so that a team whose host came back does not ask all
 * at once.
 * @param failures questions in a row that failed
 * @param random 0 to 1
 */
export function pause(failures: number, random: number): number {
  const base = failures === 0 ? USUAL_MS : Math.min(LONGEST_MS, MINUTE * 2 ** Math.min(failures, 20));
  return Math.round(base * (0.75 + random / 2));
}
