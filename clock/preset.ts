import { z } from 'zod';
import { localTextSchema } from '../packs/format.ts';

/**
 * A measure as a platform (or a lead) defines it. Whatever a preset says stays an estimate: the
 * platform counts from its own records. All durations are ms.
 */

/** `HH:MM`, 00:00 to 24:00. */
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const duration = z.number().int().positive().max(366 * 86_400_000);

const hoursSchema = z.strictObject({
  from: clockTime,
  /** First minute that is outside. Earlier than `from` means the hours run past midnight. */
  to: clockTime,
  /** 0 is Sunday. All days when left out. The day is the one on which the hours begin. */
  weekdays: z.array(z.number().int().min(0).max(6)).min(1).max(7).optional(),
  /** What falls on these local dates is outside. */
  holidays: z.array(day).max(366).optional(),
  /** `wait`: waits that begin outside are left out; `session`: so are whole sessions that begin outside; `clock`: nothing is left out, but time outside does not count. */
  by: z.enum(['wait', 'session', 'clock']),
});
export type Hours = z.infer<typeof hoursSchema>;

const statisticSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mean') }),
  /** Interpolated between ranks, as PERCENTILE.INC of a spreadsheet; 50 is the median. */
  z.strictObject({ kind: z.literal('percentile'), percentile: z.number().min(0).max(100) }),
  /** Share answered within this time, the limit included. */
  z.strictObject({ kind: z.literal('rate'), withinMs: duration }),
]);

/** Whether this runtime knows the time zone. */
function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

export const presetSchema = z
  .strictObject({
    id: z.string().regex(/^[\w.:-]{1,80}$/),
    name: localTextSchema,
    statistic: statisticSchema,
    /** What is counted: each wait, the first wait of each session, each customer message, or each customer once a local day (its worst wait). */
    counts: z.enum(['waits', 'firstWaits', 'messages', 'customerDays']),
    hours: hoursSchema.nullable(),
    /** IANA name in which hours and days are read; `local` is the reader's own. */
    timeZone: z.string().refine((name) => name === 'local' || isTimeZone(name), 'unknown time zone'),
    /** A longer wait counts as this long. */
    capMs: duration.nullable(),
    /** An unanswered wait: `cap` counts as `capMs` and misses a rate, `miss` misses a rate and is left out of means, `leaveOut` is left out. */
    unanswered: z.enum(['cap', 'miss', 'leaveOut']),
    /** A robot's line: `ignore` is nothing, `answer` answers, `excuse` leaves out a wait that only a robot answered. */
    robots: z.enum(['ignore', 'answer', 'excuse']),
    /** A longer silence begins a new session. */
    sessionGapMs: duration,
    /** Sessions whose first message was the agent's. */
    sellerBegun: z.enum(['count', 'leaveOut']),
    /** The days that the platform looks back over; for people and for the report's default. */
    windowDays: z.number().int().positive().max(366).nullable(),
    /** What the platform asks for: ms at most for means, share at least for rates. */
    target: z.number().nonnegative().nullable(),
    /** Where the definition was found. */
    source: z.string().min(1).max(300),
    /** Year, month or day of the source; of reading it, when it bears none. */
    sourceDate: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
    certainty: z.enum(['own', 'official', 'secondary', 'weak']),
    /** What the platform's definition has that this cannot tell. */
    limits: localTextSchema.optional(),
  })
  .refine(({ unanswered, capMs }) => unanswered !== 'cap' || capMs !== null, {
    path: ['capMs'],
    message: 'unanswered: cap needs a capMs',
  });
export type Preset = z.infer<typeof presetSchema>;

/** A lead's own measure to begin with: this one under an id of its own, with the source that it came from. */
export function ownCopyOf(preset: Preset, taken: string[], now: number): Preset {
  if (preset.certainty === 'own' && taken.includes(preset.id)) return preset;
  let id = `own-${preset.id}`.slice(0, 76);
  for (let count = 2; taken.includes(id); count += 1) id = `own-${preset.id}`.slice(0, 76) + `-${count}`;
  const sourceDate = new Date(now).toISOString().slice(0, 10);
  return { ...preset, id, source: `After ${preset.id}: ${preset.source}`.slice(0, 300), sourceDate, certainty: 'own' };
}
