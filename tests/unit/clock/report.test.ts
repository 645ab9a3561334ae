import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toColumns } from '../../../clock/columns.ts';
import type { ReportWait } from '../../../clock/columns.ts';
import { periodOf } from '../../../clock/period.ts';
import type { Summary } from '../../../clock/report.ts';
import { binEnds, report } from '../../../clock/report.ts';
import { toEpoch, toLocal } from '../../../clock/zone.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 20);
const options = { targetMs: 20_000, timeZone: 'Asia/Shanghai' };

const wait: fc.Arbitrary<ReportWait> = fc
  .record({
    site: fc.constantFrom('a', 'b', 'c'),
    since: fc.oneof(fc.integer({ min: START, max: START + 5 * DAY }), fc.constantFrom(START + DAY, START + 4 * DAY - 1, START + 4 * DAY)),
    ms: fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom(...binEnds, 20_001, 70 * DAY)),
    outcome: fc.constantFrom('answered', 'answered', 'answered', 'unanswered', 'open'),
    first: fc.boolean(),
    exact: fc.constantFrom(true, true, true, false),
  })
  .map(({ ms, ...rest }) => ({ ...rest, endedAt: rest.outcome === 'open' ? null : rest.since + ms }) as ReportWait);

/** The summary as one would do it by hand. */
function plain(waits: ReportWait[]): Summary {
  const times = waits.filter(({ outcome }) => outcome === 'answered').map(({ since, endedAt }) => endedAt! - since).sort((a, b) => a - b);
  const at = (p: number) => {
    const rank = (times.length - 1) * p;
    return times[Math.floor(rank)]! + (times[Math.ceil(rank)]! - times[Math.floor(rank)]!) * (rank % 1);
  };
  const any = times.length > 0;
  return {
    n: waits.length,
    unanswered: waits.length - times.length,
    mean: any ? times.reduce((a, b) => a + b, 0) / times.length : null,
    median: any ? at(0.5) : null,
    p90: any ? at(0.9) : null,
    longest: any ? times.at(-1)! : null,
    within: waits.length > 0 ? times.filter((ms) => ms <= 20_000).length / waits.length : null,
  };
}

const near = (one: Summary) => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value === null ? null : expect.closeTo(value, 3)]));
const shanghaiHour = (at: number) => new Date(at + 8 * HOUR).getUTCHours();
const shanghaiDay = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 10);

describe('the report', () => {
  it('says what a plain count says', () => {
    fc.assert(
      fc.property(fc.array(wait, { maxLength: 60, size: 'max' }), fc.constantFrom(undefined, 'a', 'none'), (waits, site) => {
        const period = { from: START + DAY, to: START + 4 * DAY };
        const sum = report(toColumns(waits), period, { ...options, site });
        const usable = waits.filter(({ outcome, exact }) => outcome !== 'open' && exact);
        const chosen = usable.filter((one) => one.since >= period.from && one.since < period.to && (site === undefined || one.site === site));
        expect(toColumns(waits).leftOut).toBe(waits.length - usable.length);
        expect(sum.all).toEqual(near(plain(chosen)));
        expect(sum.first).toEqual(near(plain(chosen.filter(({ first }) => first))));
        expect(sum.following).toEqual(near(plain(chosen.filter(({ first }) => !first))));
        for (let hour = 0; hour < 24; hour += 1) expect(sum.hours[hour]).toEqual(near(plain(chosen.filter(({ since }) => shanghaiHour(since) === hour))));
        const days = [...new Set(chosen.map(({ since }) => shanghaiDay(since)))].sort();
        expect(sum.days).toEqual(days.map((day) => ({ day, summary: near(plain(chosen.filter(({ since }) => shanghaiDay(since) === day))) })));
        const sites = new Set(chosen.map((one) => one.site));
        expect(sum.sites.map((one) => one.site).sort()).toEqual([...sites].sort());
        for (const one of sum.sites) expect(one.summary).toEqual(near(plain(chosen.filter((row) => row.site === one.site))));
        const lengths = chosen.filter(({ outcome }) => outcome === 'answered').map(({ since, endedAt }) => endedAt! - since);
        const inBin = (index: number) => lengths.filter((ms) => ms > (binEnds[index - 1] ?? -1) && ms <= (binEnds[index] ?? Infinity)).length;
        expect(sum.bins).toEqual([...binEnds, null].map((upTo, index) => ({ upTo, n: inBin(index) })));
      }),
    );
  }, 30_000);
});

describe('periods', () => {
  const at = Date.UTC(2026, 10, 24, 2, 13); // Tuesday 10:13 in Shanghai
  const shanghai = 'Asia/Shanghai';
  const utc = (day: number, hour: number) => Date.UTC(2026, 10, day, hour);

  it('are local days and weeks from Monday', () => {
    expect(periodOf({ kind: 'day' }, at, shanghai)).toEqual({ from: utc(23, 16), to: utc(24, 16) });
    expect(periodOf({ kind: 'day' }, at, shanghai, -1)).toEqual({ from: utc(22, 16), to: utc(23, 16) });
    expect(periodOf({ kind: 'week' }, at, shanghai)).toEqual({ from: utc(22, 16), to: utc(29, 16) });
    expect(periodOf({ kind: 'week' }, utc(22, 15), shanghai).to).toBe(utc(22, 16));
  });

  it('are shifts, also over midnight', () => {
    expect(periodOf({ kind: 'shift', from: '09:00', to: '17:00' }, at, shanghai)).toEqual({ from: utc(24, 1), to: utc(24, 9) });
    expect(periodOf({ kind: 'shift', from: '18:00', to: '02:00' }, at, shanghai)).toEqual({ from: utc(23, 10), to: utc(23, 18) });
  });

  it('have 23 and 25 hours where clocks change', () => {
    const newYork = 'America/New_York';
    const hours = ({ from, to }: { from: number; to: number }) => (to - from) / HOUR;
    expect(hours(periodOf({ kind: 'day' }, Date.UTC(2026, 2, 8, 17), newYork))).toBe(23);
    expect(hours(periodOf({ kind: 'day' }, Date.UTC(2026, 10, 1, 17), newYork))).toBe(25);
  });

  it('come back to where they began, in any zone', () => {
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
      const [local, epoch] = [toLocal(zone), toEpoch(zone)];
      fc.assert(fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }), (moment) => local(epoch(local(moment))) === local(moment)));
    }
  });
});
