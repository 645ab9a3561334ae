import { z } from 'zod';

/**
 * The sheet by which one shift hands over to the next: what is pending, point by point. The one who
 * leaves writes and signs it; the one who comes takes each point or sends it back. House rule:
 * nothing is taken over that is not clearly recorded. All times are epoch ms.
 */

const time = z.number().int().nonnegative();
const name = z.string().trim().min(1).max(100);

/** In the order in which they stand on the sheet. */
export const pointKinds = ['waiting', 'complaint', 'promise', 'followUp', 'question', 'note'] as const;
export type PointKind = (typeof pointKinds)[number];

/** What was done with a point after the sheet was signed. */
const markSchema = z.strictObject({
  /** `sentBack`: not clear, not taken; `rewritten`: written anew after that, and open again. */
  what: z.enum(['taken', 'sentBack', 'rewritten']),
  by: name,
  at: time,
  /** Why it was sent back. */
  why: z.string().max(500),
  /** The point's text as it stood then. */
  text: z.string().max(2000),
});
export type Mark = z.infer<typeof markSchema>;

export const pointSchema = z.strictObject({
  id: z.string().min(1).max(100),
  kind: z.enum(pointKinds),
  /** What it was filled from, the same each time; null when it was written by hand. */
  from: z.string().min(1).max(1500).nullable(),
  /** Whom it is about, and on which site; empty when nobody in particular. */
  customer: z.string().max(500),
  site: z.string().max(253),
  /** `waiting`: since when; otherwise when it is due; null when it has no time. */
  at: time.nullable(),
  text: z.string().max(2000),
  /** Written or changed by hand: filling leaves it alone. */
  edited: z.boolean(),
  /** Oldest first. */
  marks: z.array(markSchema).max(200),
});
export type Point = z.infer<typeof pointSchema>;

const stampSchema = z.strictObject({ name, at: time });
export type Stamp = z.infer<typeof stampSchema>;

export const sheetSchema = z.strictObject({
  id: z.string().min(1).max(100),
  /** The shift that ends. */
  shift: z.strictObject({ from: time, to: time }),
  points: z.array(pointSchema).max(1000),
  /** `from` of points that were struck off by hand, so that they are not filled in again. */
  struck: z.array(z.string().max(1500)).max(2000),
  /** By the one who leaves; null while it is a draft. */
  signed: stampSchema.nullable(),
  /** By the one who comes, once every point is taken. */
  taken: stampSchema.nullable(),
  createdAt: time,
  changedAt: time,
});
export type Sheet = z.infer<typeof sheetSchema>;

/** `open`: signed, and points wait for the one who comes; `back`: a point waits for the one who leaves. */
export type SheetState = 'draft' | 'open' | 'back' | 'taken';

/** An empty draft for a shift. */
export function newSheet(id: string, shift: Sheet['shift'], now: number): Sheet {
  return { id, shift, points: [], struck: [], signed: null, taken: null, createdAt: now, changedAt: now };
}

/** How a point stands: the last mark on it, `open` without one or after it was rewritten. */
export function standOf({ marks }: Point): 'open' | 'taken' | 'sentBack' {
  const last = marks.at(-1)?.what;
  return last === undefined || last === 'rewritten' ? 'open' : last;
}

/** How the sheet stands. */
export function stateOf({ signed, taken, points }: Sheet): SheetState {
  if (taken) return 'taken';
  if (!signed) return 'draft';
  return points.some((point) => standOf(point) === 'sentBack') ? 'back' : 'open';
}
