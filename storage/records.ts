import { z } from 'zod';
import { packSchema } from '../packs/format';

/**
 * The records that are kept in IndexedDB. Each is parsed with its schema when it is read, since it
 * may have been written by an older Chatside or damaged on disk. Times are epoch ms.
 */

const id = z.string().min(1).max(100);
const time = z.number().int().nonnegative();
/** Host name of the console, `practice` for the built-in practice shop. */
const site = z.string().min(1).max(253);
const line = (max: number) => z.string().max(max);

export const customerClasses = ['A', 'B', 'C', 'D'] as const;

export const customerSchema = z.object({
  id,
  site,
  /** The console's own key for this person; `site` and `key` together are unique. */
  key: z.string().min(1).max(500),
  /** As the console shows it. */
  name: line(500),
  contact: line(500).default(''),
  address: line(1000).default(''),
  product: line(500).default(''),
  customerClass: z.enum(customerClasses).nullable().default(null),
  tags: z.array(z.string().min(1).max(60)).max(50).default([]),
  createdAt: time,
  updatedAt: time,
});
export type CustomerFile = z.infer<typeof customerSchema>;

export const noteSchema = z.object({
  id,
  customerId: id,
  text: z.string().min(1).max(20_000),
  /** Who wrote it, as set in the settings; empty when nobody said. */
  author: line(100).default(''),
  createdAt: time,
  updatedAt: time,
});
export type Note = z.infer<typeof noteSchema>;

/** A finished wait, as `clock/wait.ts` defines its fields. */
export const waitRecordSchema = z.object({
  id: z.string().min(1).max(700),
  site,
  customerKey: z.string().max(500),
  customerName: z.string().max(500),
  since: time,
  endedAt: time,
  outcome: z.enum(['answered', 'unanswered']),
  first: z.boolean(),
  opener: z.enum(['customer', 'agent']),
  quietMs: time.nullable(),
  followUps: z.array(time).max(20),
  robotAfterMs: time.nullable(),
  exact: z.boolean(),
});
export type WaitRecord = z.infer<typeof waitRecordSchema>;

export const holdSchema = z.object({
  id,
  site,
  customerKey: z.string(),
  at: time,
  hits: z.array(
    z.object({ term: z.string(), category: z.string(), level: z.enum(['block', 'warn', 'advise']) }),
  ),
  /** `held`: the send was held; `sent-anyway`: the agent released it. */
  action: z.enum(['held', 'sent-anyway']),
  /** Why it was sent all the same. */
  why: z.string().max(500).default(''),
});
export type Hold = z.infer<typeof holdSchema>;

export const replyUseSchema = z.object({
  site,
  /** `<pack id>/<reply id>` */
  reply: z.string().min(1),
  count: z.number().int().positive(),
  lastUsed: time,
});
export type ReplyUse = z.infer<typeof replyUseSchema>;

/** Text that is being typed and not yet stored where it belongs. */
export const typedTextSchema = z.object({ field: z.string().min(1), text: z.string(), at: time });
export type TypedText = z.infer<typeof typedTextSchema>;

/**
 * A pack that was written, loaded or subscribed to here; the built-in ones are files. One with the
 * id of a built-in pack stands in its place, which is how a built-in pack is edited.
 */
export const storedPackSchema = z.object({
  id: packSchema.shape.id,
  origin: z.enum(['own', 'file', 'subscription']),
  /** False: kept, but not in use. */
  on: z.boolean(),
  addedAt: time,
  changedAt: time,
  pack: packSchema,
});
export type StoredPack = z.infer<typeof storedPackSchema>;

/** The clock of one site, kept so that a reload takes up where it was. */
export const clockStateSchema = z.object({ site, state: z.string(), at: time });
export type ClockStateRecord = z.infer<typeof clockStateSchema>;
