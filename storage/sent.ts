import { database } from './database';
import { parseRecords } from './parse';
import { sentMessageSchema } from './records-words';
import type { SentMessage } from './records-words';

/** How many of the latest sent messages are kept, to try a new word on. */
export const KEPT_MESSAGES = 1000;

/** Keeps a message that was sent, in place of the oldest beyond the last 1,000. They leave this computer in no export. */
export async function storeSent(site: string, text: string, at: number): Promise<void> {
  await database.transaction('rw', database.sentMessages, async () => {
    await database.sentMessages.add(sentMessageSchema.parse({ site, text, at }));
    const tooMany = (await database.sentMessages.count()) - KEPT_MESSAGES;
    if (tooMany > 0) await database.sentMessages.bulkDelete(await database.sentMessages.orderBy('id').limit(tooMany).primaryKeys());
  });
}

/** The messages that were sent last, latest first; at most 1,000. */
export async function sentMessages(): Promise<SentMessage[]> {
  return parseRecords('sentMessages', sentMessageSchema, await database.sentMessages.orderBy('id').reverse().toArray()).records;
}

/** Forgets all of them. */
export async function forgetSent(): Promise<void> {
  await database.sentMessages.clear();
}
