import { Dexie } from 'dexie';
import { z } from 'zod';
import { database } from './database';
import { site, time } from './fields';
import { parseRecords } from './parse';

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

/** Stores that a customer was sent a reply. */
export function storeSentReply({ site, customerKey, reply, at }: Omit<SentReply, 'count'>): Promise<void> {
  return database.transaction('rw', database.sentReplies, async () => {
    const known = await database.sentReplies.get([site, customerKey, reply]);
    await database.sentReplies.put(sentReplySchema.parse({ site, customerKey, reply, count: (known?.count ?? 0) + 1, at }));
  });
}

/** The replies that a customer has had on a site. */
export async function repliesSentTo(site: string, customerKey: string): Promise<SentReply[]> {
  const found = await database.sentReplies
    .where('[site+customerKey+reply]')
    .between([site, customerKey, Dexie.minKey], [site, customerKey, Dexie.maxKey])
    .toArray();
  return parseRecords('sentReplies', sentReplySchema, found).records;
}

/** Forgets what was last sent before `before`, epoch ms. */
export async function pruneSentReplies(before: number): Promise<void> {
  await database.sentReplies.where('at').below(before).delete();
}
