import { z } from 'zod';
import { packSchema, replySchema } from '../packs/format';

/** Records of packs that were written, loaded or subscribed to here. Times are epoch ms. */

const packId = packSchema.shape.id;
const time = z.number().int().nonnegative();

/**
 * A pack; the built-in ones are files. One with the id of a built-in pack stands in its place,
 * which is how a built-in pack is edited. Read by `storedPacks`, `pack` is whole; in the database
 * the replies of packs that are edited here stand apart, on shelves.
 */
export const storedPackSchema = z.object({
  id: packId,
  origin: z.enum(['own', 'file', 'subscription']),
  /** False: kept, but not in use. */
  on: z.boolean(),
  addedAt: time,
  changedAt: time,
  /** In the bin since then. */
  binnedAt: time.optional(),
  pack: packSchema,
});
export type StoredPack = z.infer<typeof storedPackSchema>;

/** A reply in its place. */
export const replyRowSchema = z.object({
  reply: replySchema,
  /** Its place: rows are in the order of this number. */
  at: z.number(),
  /** Id of the step that wrote it last; empty for one that came with its pack. */
  rev: z.string().max(100),
  /** In the bin since then. */
  binnedAt: time.optional(),
});
export type ReplyRow = z.infer<typeof replyRowSchema>;

/**
 * A part of a pack's replies, by a hash of their ids. A pack of 20,000 in one record takes 60–110 ms
 * and 5 MB to write for each edit; as 20,000 records it takes 300–400 ms to read and 4 s to load.
 * As 64 shelves an edit writes one of them, in some ms (measured in Chromium 140, strict durability).
 */
export const replyShelfSchema = z.object({ pack: packId, shelf: z.number().int(), rows: z.array(replyRowSchema) });
export type ReplyShelf = z.infer<typeof replyShelfSchema>;

export const stepKinds = ['add', 'edit', 'move', 'group', 'tags', 'season', 'bin', 'restore', 'copy', 'transfer', 'load', 'pack'] as const;
export type StepKind = (typeof stepKinds)[number];

/** One thing that a person did to packs, to be shown and undone. */
export const packStepSchema = z.object({
  id: z.string().min(1).max(100),
  at: time,
  kind: z.enum(stepKinds),
  /** A title, a group or a file's name, for the eye. */
  detail: z.string().max(300),
  /** Replies that it touched. */
  count: z.number().int().nonnegative(),
  packs: z.array(packId),
  undone: z.boolean(),
});
export type PackStep = z.infer<typeof packStepSchema>;

/**
 * What a step did to the rows of one shelf; enough to take it back. Kept shelf by shelf, as the rows
 * are, so that a step on 50,000 replies is written and undone in small portions.
 */
export const stepRowsSchema = z.object({
  step: z.string().min(1).max(100),
  pack: packId,
  shelf: z.number().int(),
  /** Rows as they stood before. */
  before: z.array(replyRowSchema),
  /** Ids of rows that were not there before. */
  added: z.array(z.string()),
  /** Ids of rows that it took away for good. */
  removed: z.array(z.string()),
  /** The same rows as they stood after; filled in when the step is undone. */
  after: z.array(replyRowSchema).optional(),
});
export type StepRows = z.infer<typeof stepRowsSchema>;

/** The pack's own record, without replies, before a step that changed it; null: there was none. */
export const stepHeadSchema = z.object({
  step: z.string().min(1).max(100),
  pack: packId,
  before: storedPackSchema.nullable(),
  /** `changedAt` of the record that the step wrote: one that was changed since is left alone. */
  at: time,
  /** As it stood after; filled in when the step is undone. */
  after: storedPackSchema.nullable().optional(),
});
export type StepHead = z.infer<typeof stepHeadSchema>;
