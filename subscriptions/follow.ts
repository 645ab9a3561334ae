import { browser } from 'wxt/browser';
import { originPattern } from '../access/origins';
import { packChanges } from '../packs/publishing/changes';
import { PublishFault } from '../packs/publishing/faults';
import { readPublished } from '../packs/publishing/published';
import type { Verified } from '../packs/publishing/published';
import type { Subscription } from '../storage/records';
import { readSubscription, storePublished, storeSubscription, storedPack } from '../storage/subscriptions';
import { getFile } from './get';
import { pause } from './schedule';

/**
 * Asks the host of one subscription for something new and, when it is signed, newer and whole, puts
 * it in place of the last good one. Whatever goes wrong, that one stays in use; what it was stands
 * in the subscription. One at a time over all pages and the worker.
 */
export function follow(url: string, now = Date.now()): Promise<void> {
  return navigator.locks.request('chatside.subscriptions', async () => {
    const subscription = await readSubscription(url);
    if (subscription) await ask(subscription, now);
  });
}

async function ask(subscription: Subscription, now: number): Promise<void> {
  const well = { askedAt: now, failures: 0, fault: null, nextAt: now + pause(0, Math.random()) };
  try {
    const got = await getFile(subscription.url, subscription.etag);
    const verified = got.fresh ? await readPublished(got.text, subscription) : null;
    if (!got.fresh || !verified || verified.serial === subscription.serial) {
      // Also when a cut or wrong file had come before: this one is the one in use.
      await storeSubscription({ ...subscription, ...well, etag: got.fresh ? got.etag : subscription.etag });
      return;
    }
    await take(subscription, verified, { ...well, etag: got.etag }, now);
  } catch (error) {
    if (!(error instanceof PublishFault)) throw error;
    const failures = subscription.failures + 1;
    const fault = await reasonOf(error, subscription.url);
    await storeSubscription({ ...subscription, askedAt: now, failures, fault, nextAt: now + pause(failures, Math.random()) });
  }
}

/** A host that may not be read and one that is down look the same to a fetch: tell them apart. */
async function reasonOf({ code, detail }: PublishFault, url: string): Promise<{ code: string; detail: string }> {
  const origin = originPattern(url);
  const refused = code === 'unreachable' && origin && !(await browser.permissions.contains({ origins: [origin] }));
  return refused ? { code: 'not-allowed', detail: new URL(url).host } : { code, detail };
}

async function take(subscription: Subscription, verified: Verified, well: Partial<Subscription>, now: number): Promise<void> {
  const { pack, serial, sha256 } = verified;
  if (subscription.packId && subscription.packId !== pack.id) throw new PublishFault('other-pack', pack.id);
  const before = await storedPack(pack.id);
  if (before && subscription.packId !== pack.id) throw new PublishFault('id-taken', pack.id);
  await storePublished(
    {
      ...subscription,
      ...well,
      packId: pack.id,
      serial,
      sha256,
      publishedAt: verified.publishedAt,
      changedAt: now,
      changes: packChanges(before?.pack ?? null, pack),
    },
    { id: pack.id, origin: 'subscription', on: before?.on ?? true, addedAt: before?.addedAt ?? now, changedAt: now, pack },
  );
}
