import { z } from 'zod';
import { pictureHeadSchema } from '../packs/picture';
import type { ReplyIndex } from '../replies/reply-index';
import { site, time } from './fields';

/** Records of what belongs to replies: pictures, the search index, who was sent what, and how they do. Times are epoch ms. */

/**
 * Pictures of replies, one record each and apart from the packs, so that reading a pack does not
 * read them. A reply names them by id (`Reply.pictures`); one that no reply names does no harm.
 */
export const storedPictureSchema = z.object({
  pack: z.string().min(1).max(80),
  ...pictureHeadSchema.shape,
  blob: z.instanceof(Blob),
  /** A small copy for the list of offers, made at the first need; null: none could be made. */
  thumbnail: z.instanceof(Blob).nullable().optional(),
  addedAt: time,
});
export type StoredPicture = z.infer<typeof storedPictureSchema>;

/**
 * How replies do, by day: what a lead's table of a pack rests on. Days are the agent's local ones.
 * Pruned with the times, and not kept at all when no times are kept.
 */
export const replyCountSchema = z.object({
  /** `<pack id>/<reply id>` */
  reply: z.string().min(1).max(200),
  /** YYYY-MM-DD */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Times it was put into a chat box. */
  used: z.number().int().nonnegative(),
  /** Messages of it that went out: as it was put in, but for slots that were filled. */
  sent: z.number().int().nonnegative(),
  /** Messages of it that went out changed. */
  edited: z.number().int().nonnegative(),
  /** Sends held back or asked about for a word while it stood in the box; once for each time it was put in. */
  held: z.number().int().nonnegative(),
});
export type ReplyCount = z.infer<typeof replyCountSchema>;
export const replyEvents = ['used', 'sent', 'edited', 'held'] as const;
export type ReplyEvent = (typeof replyEvents)[number];

/** Which replies a customer has had. Kept as long as times are (`keepDays`), and not at all when no times are kept. */
export const sentReplySchema = z.object({
  site,
  customerKey: z.string().min(1).max(500),
  /** `<pack id>/<reply id>` */
  reply: z.string().min(1).max(200),
  /** How often, and when last, epoch ms. */
  count: z.number().int().positive(),
  at: time,
});
export type SentReply = z.infer<typeof sentReplySchema>;

/** A search index as it was last built, so that pinyin is read once in the life of a text. May be lost at any time. */
export interface KeptIndex {
  language: string;
  /** Version of the extension that built it. */
  version: string;
  index: ReplyIndex;
}
