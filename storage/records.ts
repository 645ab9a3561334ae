import { z } from 'zod';
import type { Columns } from '../clock/columns';
import { sealedSchema } from '../secrecy/seal';
import { id, line, site, time } from './fields';

export { storedPackSchema } from './records-packs';
export type { StoredPack } from './records-packs';

/**
 * The records that are kept in IndexedDB; those on customers, words, packs, replies, sites and the vault
 * are in records-*.ts. Each is parsed with its schema when it is read, since it may have been
 * written by an older Chatside or damaged on disk. Times are epoch ms.
 */

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
  /** Who sent it, as set in the settings. */
  author: line(100).default(''),
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

/** Text that is being typed and not yet stored where it belongs; empty where it is sealed. */
export const typedTextSchema = z.object({ field: z.string().min(1), text: z.string(), sealed: sealedSchema.optional(), at: time });
export type TypedText = z.infer<typeof typedTextSchema>;

const changes = z.object({ added: z.number(), changed: z.number(), removed: z.number(), names: z.array(z.string()) });

/** A pack that is fetched from an address, and how the last question went. */
export const subscriptionSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  /** SHA-256 of the public key that signs, 64 hex digits. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  /** Set by an administrator: the agent cannot end it. */
  managed: z.boolean().default(false),
  packId: z.string().nullable().default(null),
  /** Number and SHA-256 of the publication in use; 0 and empty before the first. */
  serial: z.number().int().nonnegative().default(0),
  sha256: z.string().default(''),
  publishedAt: z.string().default(''),
  etag: z.string().default(''),
  askedAt: time.nullable().default(null),
  nextAt: time,
  changedAt: time.nullable().default(null),
  /** What the publication in use brought. */
  changes: z.object({ replies: changes, words: changes }).nullable().default(null),
  /** Questions in a row that failed, and why the last one did. */
  failures: z.number().int().nonnegative().default(0),
  fault: z.object({ code: z.string(), detail: z.string() }).nullable().default(null),
});
export type Subscription = z.infer<typeof subscriptionSchema>;

/** What a customer asked with a wait, masked; `id` is the wait's. */
export const questionSchema = z.object({
  id: waitRecordSchema.shape.id,
  site,
  /** When the wait began. */
  at: time,
  text: z.string().min(1).max(200),
});
export type QuestionRecord = z.infer<typeof questionSchema>;

/** The clock of one page, kept so that a reload takes up where it was. */
export const keptClockSchema = z.object({
  site,
  tab: z.number().int(),
  frame: z.number().int(),
  /** Which run of the browser the tab's number belongs to. */
  session: z.string().max(100),
  state: z.string(),
  at: time,
});
export type KeptClock = z.infer<typeof keptClockSchema>;

/** Uses of a reply in a quarter of an hour, for the report of a period. */
export const replyTimeSchema = z.object({
  /** Beginning of the quarter of an hour. */
  at: time,
  site,
  /** `<pack id>/<reply id>` */
  reply: z.string().min(1),
  count: z.number().int().positive(),
});
export type ReplyTime = z.infer<typeof replyTimeSchema>;

/** The clock of one site, as version 1 of the database kept it. */
export const clockStateSchema = z.object({ site, state: z.string(), at: time });
export type ClockStateRecord = z.infer<typeof clockStateSchema>;

/**
 * The waits of whole past days as the report reads them: a year of a busy agent is half a million rows, of
 * which reading takes seconds, and 365 of these. Made of `waits` when a long report first wants them, and
 * forgotten with each change of a wait of their day; no part of a backup.
 */
export interface WaitDay extends Columns {
  /** Whole days since 1970, UTC. */
  day: number;
}
