import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import { wordSettingsSchema } from '../banned-words/settings';
import { parseFingerprint } from '../packs/publishing/published';

/**
 * What an administrator set for a whole team through the browser's policies (docs/administrators.md).
 * Read-only to us. A field that does not fit is left out, the rest counts: a slip in a policy must
 * not take the team's packs away.
 */
const fingerprint = z.string().transform(parseFingerprint).pipe(z.string());
const subscription = z.object({ url: z.url({ protocol: /^https?$/ }).max(2000), fingerprint });

const settings = z.object({
  language: z.enum(['zh-CN', 'en']).optional().catch(undefined),
  shopName: z.string().max(100).optional().catch(undefined),
  targetMs: z.number().int().min(1000).max(86_400_000).optional().catch(undefined),
  targets: z.record(z.string().min(1).max(253), z.number().int().min(1000).max(86_400_000)).optional().catch(undefined),
  keepTimes: z.boolean().optional().catch(undefined),
  keepDays: z.number().int().min(1).max(3650).optional().catch(undefined),
  packsOff: z.array(z.string().max(80)).max(100).optional().catch(undefined),
  words: wordSettingsSchema.optional().catch(undefined),
});

const managedSchema = z.object({
  /** Packs that everybody gets; nobody can end these. */
  subscriptions: z.array(subscription.nullable().catch(null)).max(50).catch([]),
  /** Values that hold on every computer and cannot be changed there. */
  locked: settings.catch({}),
  /** Values until somebody sets their own. */
  defaults: settings.catch({}),
});

export interface Managed {
  subscriptions: { url: string; fingerprint: string }[];
  locked: ManagedSettings;
  defaults: ManagedSettings;
}
export type ManagedSettings = z.infer<typeof settings>;

const none: Managed = { subscriptions: [], locked: {}, defaults: {} };

/** What the browser last told: at its start it is silent for seconds, and nobody shall wait for it that long. */
const lastItem = storage.defineItem<unknown>('local:managed', { fallback: {} });

/**
 * What an administrator set, as the browser last told; empty where nobody did, and at the first start of all
 * until it is told. What has changed since is asked for on the way, and reported by {@link watchManaged}.
 */
export async function readManaged(): Promise<Managed> {
  // Not kept on a full disk: the next start asks again.
  asked ??= askManaged().catch(() => undefined);
  const parsed = managedSchema.safeParse(await lastItem.getValue());
  if (!parsed.success) return none;
  const { subscriptions, locked, defaults } = parsed.data;
  return { subscriptions: subscriptions.filter((one) => one !== null), locked: given(locked), defaults: given(defaults) };
}

let asked: Promise<void> | undefined;

/** Asks the browser what an administrator set, and keeps the answer. Chromium's takes 3 to 5 s after it has started. */
export async function askManaged(): Promise<void> {
  // Firefox rejects when there is no policy at all.
  const told: unknown = (await browser.storage.managed?.get().catch(() => null)) ?? {};
  if (JSON.stringify(told) !== JSON.stringify(await lastItem.getValue())) await lastItem.setValue(told);
}

function given(values: ManagedSettings): ManagedSettings {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Calls back at each change of the policy, until the returned function is called. */
export function watchManaged(onChange: () => void): () => void {
  const listener = (_: unknown, area: string) => {
    if (area === 'managed') void askManaged();
  };
  browser.storage.onChanged.addListener(listener);
  const end = lastItem.watch(onChange);
  return () => {
    browser.storage.onChanged.removeListener(listener);
    end();
  };
}
