/** How the agent is told of late waits, over all tabs: pure rules, plain data. All times are epoch ms. */

/** At most one tone and one new notification in this time, ms. */
export const ALERT_GAP_MS = 30_000;
/** Those who become late this soon, ms, after the last one belong to the same burst: fifty chats on a slow machine are read over seconds. */
export const BURST_MS = 10_000;

/** Somebody who waits too long. */
export interface LateWait {
  customerKey: string;
  customerName: string;
  since: number;
}

/** What the agent has been told so far. */
export interface Alerts {
  /** When a tone and a notification were last made; 0 when never. */
  at: number;
  /** When somebody was last told of, by those or added to the notification; 0 when never. */
  lateAt: number;
  /** Everybody in the last notification, in the order in which they became late. */
  names: string[];
  /** By site and customer: when the agent was last told of a wait. */
  told: [string, number][];
}

export const noAlerts: Alerts = { at: 0, lateAt: 0, names: [], told: [] };

export interface Telling {
  alerts: Alerts;
  /** Keys of those that the agent has been told of by now, here or in another tab. */
  told: string[];
  /** `anew`: a tone and a notification; `more`: the same notification, silently, now holds these too; null: nothing to say now. */
  how: 'anew' | 'more' | null;
  /** Ask again after this time, ms, for those not told of; null when there are none. */
  againMs: number | null;
}

const MAX_TOLD = 500;

/**
 * Tells of those who are `late` on `site`. One burst makes one tone and one notification: whoever becomes
 * late while it lasts is added to it. Whoever becomes late after it, but within the gap, is told of at
 * the gap's end together with the others. A wait that another tab told of is not told of again.
 */
export function tell(given: Alerts, site: string, late: LateWait[], now: number): Telling {
  // A clock set back must not silence the alerts.
  const alerts = given.lateAt > now ? { ...noAlerts, names: given.names } : given;
  const known = new Map(alerts.told);
  const idOf = ({ customerKey }: LateWait) => `${site}\n${customerKey}`;
  const fresh = late.filter((wait) => wait.since > (known.get(idOf(wait)) ?? -Infinity));
  const all = late.map(({ customerKey }) => customerKey);
  if (fresh.length === 0) return { alerts, told: all, how: null, againMs: null };
  const gone = now - alerts.at;
  if (gone < ALERT_GAP_MS && now - alerts.lateAt >= BURST_MS) {
    const waiting = new Set(fresh);
    const told = late.filter((wait) => !waiting.has(wait)).map(({ customerKey }) => customerKey);
    return { alerts, told, how: null, againMs: ALERT_GAP_MS - gone };
  }
  const how = gone < ALERT_GAP_MS ? 'more' : 'anew';
  for (const wait of fresh) {
    known.delete(idOf(wait));
    known.set(idOf(wait), now);
  }
  const names = [...(how === 'more' ? alerts.names : []), ...fresh.map(({ customerName }) => customerName)].slice(0, MAX_TOLD);
  return {
    alerts: { at: how === 'anew' ? now : alerts.at, lateAt: now, names, told: [...known].slice(-MAX_TOLD) },
    told: all,
    how,
    againMs: null,
  };
}
