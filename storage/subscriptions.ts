import { originPattern } from '../access/origins';
import { database } from './database';
import { touchPacks } from './packs';
import { parseRecords } from './parse';
import { storedPackSchema, subscriptionSchema } from './records';
import type { StoredPack, Subscription } from './records';

/** All subscriptions, by address. */
export async function readSubscriptions(): Promise<Subscription[]> {
  return parseRecords('subscriptions', subscriptionSchema, await database.subscriptions.toArray()).records;
}

/** The subscription of an address, or null. */
export async function readSubscription(url: string): Promise<Subscription | null> {
  const parsed = subscriptionSchema.safeParse(await database.subscriptions.get(url));
  return parsed.success ? parsed.data : null;
}

/** Whether a subscribed pack comes from this origin (a match pattern). */
export async function givesPacks(origin: string): Promise<boolean> {
  return (await readSubscriptions()).some(({ url }) => originPattern(url) === origin);
}

/** The stored pack with this id, or null. */
export async function storedPack(id: string): Promise<StoredPack | null> {
  const parsed = storedPackSchema.safeParse(await database.packs.get(id));
  return parsed.success ? parsed.data : null;
}

/** Begins to subscribe; the same address again only changes whose key is expected. */
export async function subscribe(url: string, fingerprint: string, managed = false): Promise<void> {
  await database.transaction('rw', database.subscriptions, async () => {
    const known = await readSubscription(url);
    await database.subscriptions.put(subscriptionSchema.parse({ ...known, url, fingerprint, managed, nextAt: 0 }));
  });
}

/** Stores what became of a question; nothing when the subscription was ended meanwhile. */
export async function storeSubscription(subscription: Subscription): Promise<void> {
  await database.transaction('rw', database.subscriptions, async () => {
    if (await database.subscriptions.get(subscription.url)) await database.subscriptions.put(subscription);
  });
}

/** Puts a verified pack in use, with its subscription, in one transaction: both or neither. */
export async function storePublished(subscription: Subscription, pack: StoredPack): Promise<void> {
  await database.transaction('rw', database.subscriptions, database.packs, async () => {
    if (!(await database.subscriptions.get(subscription.url))) return;
    await database.packs.put(pack);
    await database.subscriptions.put(subscription);
  });
  await touchPacks();
}

/** Ends a subscription; its pack goes with it. */
export async function unsubscribe(url: string): Promise<void> {
  await database.transaction('rw', database.subscriptions, database.packs, async () => {
    const known = await database.subscriptions.get(url);
    if (known?.packId) await database.packs.delete(known.packId);
    await database.subscriptions.delete(url);
  });
  await touchPacks();
}
