/** Local days and times of day of a time zone, fast enough for hundreds of thousands of moments. */

const QUARTER = 15 * 60_000;
export const DAY = 86_400_000;

/** The zone's offset from UTC at `at`, in ms, asked of Intl. */
function askOffset(format: Intl.DateTimeFormat, at: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const local = Date.UTC(part['year']!, part['month']! - 1, part['day']!, part['hour']!, part['minute']!, part['second']!);
  return local - Math.floor(at / 1000) * 1000;
}

/**
 * `at` (epoch ms) to local ms: the number whose UTC reading is the zone's wall clock. Offsets change
 * on quarter hours at most, and few days have a change, so Intl is asked about twice a day.
 * Throws RangeError for an unknown zone.
 */
export function toLocal(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    ...(timeZone !== 'local' && { timeZone }),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const asked = new Map<number, number>();
  const offsetAt = (at: number) => {
    const known = asked.get(at);
    if (known !== undefined) return known;
    const offset = askOffset(format, at);
    asked.set(at, offset);
    return offset;
  };
  // Moments mostly come in order: the last day without a change is kept at hand.
  let steadyDay = NaN;
  let steadyOffset = 0;
  return (at) => {
    const day = Math.floor(at / DAY) * DAY;
    if (day === steadyDay) return at + steadyOffset;
    const offset = offsetAt(day);
    if (offset !== offsetAt(day + DAY)) return at + offsetAt(Math.floor(at / QUARTER) * QUARTER);
    steadyDay = day;
    steadyOffset = offset;
    return at + offset;
  };
}

/**
 * Local ms (as `toLocal` gives) to epoch ms. A local time that is skipped in spring reads as if the
 * change had not come yet; one that comes twice in autumn is the earlier.
 */
export function toEpoch(timeZone: string): (local: number) => number {
  const local = toLocal(timeZone);
  return (wanted) => {
    const [before, after] = [wanted - DAY, wanted + DAY].map((at) => wanted - (local(at) - at));
    return local(before!) === wanted || local(after!) !== wanted ? before! : after!;
  };
}

/** `HH:MM` as ms after midnight. */
export function timeOfDay(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}
