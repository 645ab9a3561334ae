import { Dexie } from 'dexie';
import { database } from './database';
import { parseRecords } from './parse';
import { sentReplySchema } from './records-replies';
import type { SentReply } from './records-replies';

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
