import { browser } from 'wxt/browser';
import { readManaged, watchManaged } from '../storage/managed';
import { readSubscriptions, subscribe, unsubscribe } from '../storage/subscriptions';
import { follow } from './follow';

const ALARM = 'subscriptions';
/** An alarm that is due sooner than this is refused by the browser, in ms. */
const SOONEST_MS = 60_000;

/** Follows all subscriptions from now on: in the background, by alarm, over restarts. */
export function followSubscriptions(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void followDue();
  });
  watchManaged(() => void followDue());
  void followDue();
}

/** Asks for all that is due, then sets the alarm for what comes next. */
async function followDue(): Promise<void> {
  await takeManaged();
  const now = Date.now();
  for (const { url, nextAt } of await readSubscriptions()) if (nextAt <= now) await follow(url);
  await setAlarm();
}

/** Sets the alarm for the subscription that is to be asked for next; call it after one began or ended. */
export async function setAlarm(): Promise<void> {
  const next = Math.min(...(await readSubscriptions()).map(({ nextAt }) => nextAt));
  if (Number.isFinite(next)) await browser.alarms.create(ALARM, { when: Math.max(next, Date.now() + SOONEST_MS) });
  else await browser.alarms.clear(ALARM);
}

/** Begins what an administrator set, and ends what was set and is no more. */
async function takeManaged(): Promise<void> {
  const { subscriptions } = await readManaged();
  const known = await readSubscriptions();
  for (const { url, fingerprint } of subscriptions) {
    const same = known.find((one) => one.url === url);
    if (!same?.managed || same.fingerprint !== fingerprint) await subscribe(url, fingerprint, true);
  }
  for (const { url, managed } of known) {
    if (managed && !subscriptions.some((one) => one.url === url)) await unsubscribe(url);
  }
}
