import { openHours } from './hours.ts';
import type { Preset } from './preset.ts';
import type { Wait } from './wait.ts';
import { DAY, toLocal } from './zone.ts';

/** Why something was not counted. */
export type LeftOutReason = 'open' | 'inexact' | 'outsideHours' | 'sellerBegun' | 'following' | 'unanswered' | 'robot';

export interface Measurement {
  /** Ms for means and percentiles, 0 to 1 for rates; null when nothing counts. */
  value: number | null;
  unit: 'ms' | 'share';
  /** How many waits, messages or customer days the value rests on. */
  n: number;
  /** Waits left out, by reason, most frequent first. */
  leftOut: { reason: LeftOutReason; n: number }[];
}

/** A wait within its session, as the preset draws sessions. */
interface Placed {
  wait: Wait;
  firstOfSession: boolean;
  sessionAt: number;
}

/** One thing that counts: how long it took; null when it was never answered. */
interface Case {
  customer: string;
  at: number;
  ms: number | null;
}

/** What `preset` says of these waits; a wait may be given in any order, but once. */
export function measure(preset: Preset, waits: Wait[]): Measurement {
  const hours = openHours(preset.hours, preset.timeZone);
  const byClock = preset.hours?.by === 'clock';
  const left = new Map<LeftOutReason, number>();
  const cases: Case[] = [];
  for (const { wait, firstOfSession, sessionAt } of placeInSessions(waits, preset.sessionGapMs)) {
    const reason = reasonToLeaveOut(wait, firstOfSession, byClock || hours.includes(preset.hours?.by === 'session' ? sessionAt : wait.since));
    if (reason) {
      left.set(reason, (left.get(reason) ?? 0) + 1);
      continue;
    }
    const end = answeredAt(wait, preset);
    const starts = preset.counts === 'messages' ? [wait.since, ...wait.followUps.map((after) => wait.since + after)] : [wait.since];
    for (const at of starts) {
      const ms = end === null ? null : byClock ? hours.between(at, end) : Math.max(0, end - at);
      cases.push({ customer: `${wait.site}\n${wait.customerKey}`, at, ms });
    }
  }
  const counted = preset.counts === 'customerDays' ? worstOfDay(cases, preset.timeZone) : cases.map(({ ms }) => ms);
  const leftOut = [...left].map(([reason, n]) => ({ reason, n })).sort((a, b) => b.n - a.n);
  return { ...evaluate(preset, counted), leftOut };

  function reasonToLeaveOut(wait: Wait, isFirst: boolean, inside: boolean): LeftOutReason | null {
    if (wait.outcome === 'open') return 'open';
    if (!wait.exact) return 'inexact';
    if (preset.counts === 'firstWaits' && !isFirst) return 'following';
    if (!inside) return 'outsideHours';
    if (preset.sellerBegun === 'leaveOut' && wait.opener === 'agent') return 'sellerBegun';
    if (answeredAt(wait, preset) !== null) return null;
    if (preset.robots === 'excuse' && wait.robotAfterMs !== null) return 'robot';
    const misses = preset.unanswered === 'miss' && preset.statistic.kind === 'rate';
    return preset.unanswered === 'cap' || misses ? null : 'unanswered';
  }
}

/** When the wait ended by the preset's rules, epoch ms; null when nobody answered. */
function answeredAt(wait: Wait, { robots }: Preset): number | null {
  const byAgent = wait.outcome === 'answered' ? wait.endedAt : null;
  const byRobot = robots === 'answer' && wait.robotAfterMs !== null ? wait.since + wait.robotAfterMs : null;
  if (byAgent === null || byRobot === null) return byAgent ?? byRobot;
  return Math.min(byAgent, byRobot);
}

/** Waits by customer and time; a silence longer than `gapMs`, or none known before, begins a session. */
function placeInSessions(waits: Wait[], gapMs: number): Placed[] {
  const sessionAt = new Map<string, number>();
  return waits
    .toSorted((a, b) => a.since - b.since)
    .map((wait) => {
      const customer = `${wait.site}\n${wait.customerKey}`;
      const began = sessionAt.get(customer);
      // The session's beginning may lie before the waits that were given.
      const firstOfSession = wait.quietMs === null || wait.quietMs > gapMs;
      const at = firstOfSession || began === undefined ? wait.since : began;
      sessionAt.set(customer, at);
      return { wait, firstOfSession, sessionAt: at };
    });
}

/** The longest wait of each customer and local day; one that was never answered is the longest. */
function worstOfDay(cases: Case[], timeZone: string): (number | null)[] {
  const local = toLocal(timeZone);
  const worst = new Map<string, number | null>();
  for (const { customer, at, ms } of cases) {
    const day = `${Math.floor(local(at) / DAY)}\n${customer}`;
    const other = worst.get(day);
    worst.set(day, other === null || ms === null ? null : Math.max(other ?? 0, ms));
  }
  return [...worst.values()];
}

function evaluate({ statistic, capMs }: Preset, counted: (number | null)[]): Omit<Measurement, 'leftOut'> {
  const n = counted.length;
  const unit = statistic.kind === 'rate' ? 'share' : 'ms';
  if (n === 0) return { value: null, unit, n };
  if (statistic.kind === 'rate') {
    return { value: counted.filter((ms) => ms !== null && ms <= statistic.withinMs).length / n, unit, n };
  }
  // Only `unanswered: cap` lets a null through to a mean, and then there is a cap.
  const times = counted.map((ms) => Math.min(ms ?? Infinity, capMs ?? Infinity));
  const value = statistic.kind === 'mean' ? times.reduce((sum, ms) => sum + ms, 0) / n : percentile(Float64Array.from(times).sort(), statistic.percentile);
  return { value, unit, n };
}

/** The p-th percentile of ascending numbers, interpolated as PERCENTILE.INC does; NaN of none. */
export function percentile(ascending: ArrayLike<number>, p: number): number {
  const rank = ((ascending.length - 1) * p) / 100;
  const low = ascending[Math.floor(rank)] ?? NaN;
  const high = ascending[Math.ceil(rank)] ?? NaN;
  return low + (high - low) * (rank - Math.floor(rank));
}
