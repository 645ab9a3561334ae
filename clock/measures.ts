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

/** One thing that counts: how long it took; null when it was never answered. */
interface Case {
  wait: Wait;
  at: number;
  ms: number | null;
}

/** What `preset` says of these waits; a wait may be given in any order, but once. */
export function measure(preset: Preset, waits: Wait[]): Measurement {
  const hours = openHours(preset.hours, preset.timeZone);
  const by = preset.hours?.by;
  // Where only first waits count, a session begins with the wait itself.
  const looksBack = by === 'session' && preset.counts !== 'firstWaits';
  const sessionAt = looksBack ? sessionBeginnings(preset.sessionGapMs) : (wait: Wait) => wait.since;
  const left = new Map<LeftOutReason, number>();
  const cases: Case[] = [];
  for (const wait of looksBack ? inOrder(waits) : waits) {
    const inside = by === 'clock' || hours.includes(sessionAt(wait));
    const reason = reasonToLeaveOut(wait, inside);
    if (reason) {
      left.set(reason, (left.get(reason) ?? 0) + 1);
      continue;
    }
    const end = answeredAt(wait, preset);
    const starts = preset.counts === 'messages' ? [0, ...wait.followUps] : [0];
    for (const after of starts) {
      const at = wait.since + after;
      const ms = end === null ? null : by === 'clock' ? hours.between(at, end) : Math.max(0, end - at);
      cases.push({ wait, at, ms });
    }
  }
  const counted = preset.counts === 'customerDays' ? worstOfDay(cases, preset.timeZone) : cases.map(({ ms }) => ms);
  const leftOut = [...left].map(([reason, n]) => ({ reason, n })).sort((a, b) => b.n - a.n);
  return { ...evaluate(preset, counted), leftOut };

  function reasonToLeaveOut(wait: Wait, inside: boolean): LeftOutReason | null {
    if (wait.outcome === 'open') return 'open';
    if (!wait.exact) return 'inexact';
    if (preset.counts === 'firstWaits' && !beginsSession(wait, preset.sessionGapMs)) return 'following';
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

/** A silence longer than `gapMs`, or none known before, begins a session. */
function beginsSession({ quietMs }: Wait, gapMs: number): boolean {
  return quietMs === null || quietMs > gapMs;
}

/** Tells, wait by wait in order of time, when its session began (epoch ms), as far as these waits show. */
function sessionBeginnings(gapMs: number): (wait: Wait) => number {
  const latest = new Map<string, Map<string, number>>();
  return (wait) => {
    let ofSite = latest.get(wait.site);
    if (!ofSite) latest.set(wait.site, (ofSite = new Map()));
    const began = ofSite.get(wait.customerKey);
    const at = began === undefined || beginsSession(wait, gapMs) ? wait.since : began;
    if (at !== began) ofSite.set(wait.customerKey, at);
    return at;
  };
}

function inOrder(waits: Wait[]): Wait[] {
  const isSorted = waits.every((wait, index) => index === 0 || wait.since >= waits[index - 1]!.since);
  return isSorted ? waits : waits.toSorted((a, b) => a.since - b.since);
}

/** The longest wait of each customer and local day; one that was never answered is the longest. */
function worstOfDay(cases: Case[], timeZone: string): (number | null)[] {
  const local = toLocal(timeZone);
  const worst = new Map<string, number | null>();
  for (const { wait, at, ms } of cases) {
    const day = `${Math.floor(local(at) / DAY)}\n${wait.site}\n${wait.customerKey}`;
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
