import { describe, expect, it } from 'vitest';
import { openHours } from '../../../clock/hours.ts';
import { measure, percentile } from '../../../clock/measures.ts';
import type { Preset } from '../../../clock/preset.ts';
import { presetSchema } from '../../../clock/preset.ts';
import { presets } from '../../../clock/presets.ts';
import type { Wait } from '../../../clock/wait.ts';
import { toLocal } from '../../../clock/zone.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
/** A moment of 24 November 2026 (a Tuesday) in Shanghai, which is UTC+8 all year. */
const shanghai = (h: number, m = 0, s = 0) => Date.UTC(2026, 10, 24, h - 8, m, s);
const preset = (id: string) => presets.find((one) => one.id === id)!;

let serial = 0;
/** A wait of `ms`, answered; null is one that was closed unanswered after a minute. */
function wait(since: number, ms: number | null, over: Partial<Wait> = {}): Wait {
  serial += 1;
  return {
    id: `w${serial}`, site: 'test', customerKey: `c${serial}`, customerName: '', since,
    endedAt: since + (ms ?? 60 * SECOND), outcome: ms === null ? 'unanswered' : 'answered',
    first: true, opener: 'customer', quietMs: null, followUps: [], robotAfterMs: null, exact: true, ...over,
  };
}
const own = (over: Partial<Preset>): Preset => presetSchema.parse({ ...preset('house-20s'), id: 'own', timeZone: 'Asia/Shanghai', ...over });

describe('the built-in presets', () => {
  it.each(presets.map((one) => [one.id, one] as const))('%s is well formed', (_, one) => {
    expect(presetSchema.parse(one)).toEqual(one);
  });

  it('have ids of their own', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  });

  it('are refused with an unknown zone, or a cap that is missing', () => {
    expect(presetSchema.safeParse({ ...preset('house-20s'), timeZone: 'Mars/Base' }).success).toBe(false);
    expect(presetSchema.safeParse({ ...preset('qianniu-mean'), capMs: null }).success).toBe(false);
  });
});

describe('the house rule', () => {
  it('counts 20.000 s as in time, and an unanswered wait as missed', () => {
    const waits = [wait(0, 20 * SECOND), wait(0, 20 * SECOND + 1), wait(0, null), wait(0, 0)];
    expect(measure(preset('house-20s'), waits)).toEqual({ value: 0.5, unit: 'share', n: 4, leftOut: [] });
  });

  it('leaves out what is open or not exact, and says so', () => {
    const waits = [wait(0, 1), wait(0, 1, { exact: false }), wait(0, 1, { exact: false }), wait(0, null, { outcome: 'open', endedAt: null })];
    expect(measure(preset('house-20s'), waits)).toMatchObject({ value: 1, n: 1, leftOut: [{ reason: 'inexact', n: 2 }, { reason: 'open', n: 1 }] });
  });

  it('has no value without waits', () => {
    expect(measure(preset('house-20s'), [])).toEqual({ value: null, unit: 'share', n: 0, leftOut: [] });
  });
});

describe('Qianniu', () => {
  it('caps at 600 s, counts unanswered as 600 s, and looks from 08:00 to before 23:00', () => {
    const waits = [wait(shanghai(8), 30 * SECOND), wait(shanghai(22, 59, 59), 900 * SECOND), wait(shanghai(12), null), wait(shanghai(7, 59, 59), 1), wait(shanghai(23), 1)];
    expect(measure(preset('qianniu-mean'), waits)).toEqual({ value: 410 * SECOND, unit: 'ms', n: 3, leftOut: [{ reason: 'outsideHours', n: 2 }] });
  });

  it('counts rounds within three minutes', () => {
    const waits = [wait(shanghai(9), 180 * SECOND), wait(shanghai(9), 181 * SECOND), wait(shanghai(9), null), wait(shanghai(9), 1)];
    expect(measure(preset('qianniu-3min'), waits)).toMatchObject({ value: 0.5, n: 4 });
  });
});

describe('JD', () => {
  it('counts the first wait of a session; back within 10 minutes is the same session', () => {
    const amy = { customerKey: 'amy' };
    const waits = [
      wait(shanghai(10), 30 * SECOND, amy),
      wait(shanghai(10, 5), 300 * SECOND, { ...amy, quietMs: 270 * SECOND }),
      wait(shanghai(11), 31 * SECOND, { ...amy, quietMs: 50 * 60 * SECOND }),
    ];
    expect(measure(preset('jd-first-30s'), waits)).toEqual({ value: 0.5, unit: 'share', n: 2, leftOut: [{ reason: 'following', n: 1 }] });
  });

  it('leaves out a session begun at 08:56 though it was answered at 09:01', () => {
    expect(measure(preset('jd-first-30s'), [wait(shanghai(8, 56), 300 * SECOND), wait(shanghai(23), 1)])).toMatchObject({ n: 0, leftOut: [{ reason: 'outsideHours', n: 2 }] });
  });

  it('by session: a following wait inside the hours goes with its session', () => {
    const bo = { customerKey: 'bo' };
    const all = own({ counts: 'waits', hours: { from: '09:00', to: '23:00', by: 'session' } });
    const waits = [wait(shanghai(9, 2), 1, { ...bo, quietMs: 60 * SECOND }), wait(shanghai(8, 58), 180 * SECOND, bo)];
    expect(measure(all, waits)).toMatchObject({ n: 0, leftOut: [{ reason: 'outsideHours', n: 2 }] });
  });
});

describe('other platforms', () => {
  it('Douyin counts each message', () => {
    const waits = [wait(shanghai(9), 200 * SECOND, { followUps: [10 * SECOND, 20 * SECOND, 190 * SECOND] }), wait(shanghai(9), 1)];
    // 200 and 190 s are over three minutes, 180 and 10 s are not.
    expect(measure(preset('douyin-3min'), waits)).toMatchObject({ value: 3 / 5, n: 5 });
  });

  it('Pinduoduo counts each buyer once a day, by the worst wait', () => {
    const [amy, bo] = [{ customerKey: 'amy' }, { customerKey: 'bo' }];
    const waits = [wait(shanghai(9), 1, amy), wait(shanghai(10), 200 * SECOND, amy), wait(shanghai(33), 1, amy), wait(shanghai(9), null, bo), wait(shanghai(10), 1, bo)];
    expect(measure(preset('pinduoduo-3min'), waits)).toMatchObject({ value: 1 / 3, n: 3 });
  });

  it('TikTok leaves out what the shop began and what a robot solved', () => {
    const waits = [wait(0, 24 * HOUR), wait(0, 24 * HOUR + 1), wait(0, 1, { opener: 'agent' }), wait(0, null, { robotAfterMs: 1 }), wait(0, null)];
    expect(measure(preset('tiktok-us-24h'), waits)).toEqual({ value: 1 / 3, unit: 'share', n: 3, leftOut: [{ reason: 'sellerBegun', n: 1 }, { reason: 'robot', n: 1 }] });
  });

  it('Zendesk takes the median of first replies', () => {
    const waits = [wait(0, 1000), wait(0, 3000), wait(0, 100_000), wait(0, 1, { quietMs: 10 }), wait(0, null)];
    expect(measure(preset('zendesk-first-reply'), waits)).toMatchObject({ value: 3000, unit: 'ms', n: 3 });
  });
});

describe('a preset of one’s own', () => {
  it('lets a robot answer', () => {
    const mean = own({ statistic: { kind: 'mean' }, unanswered: 'leaveOut', robots: 'answer' });
    expect(measure(mean, [wait(0, 9000, { robotAfterMs: 1000 }), wait(0, null, { robotAfterMs: 3000 }), wait(0, null)])).toMatchObject({ value: 2000, n: 2, leftOut: [{ reason: 'unanswered', n: 1 }] });
  });

  it('stops the clock outside business hours, at weekends and on holidays', () => {
    const hours = { from: '09:00', to: '18:00', weekdays: [1, 2, 3, 4, 5], holidays: ['2026-11-25'], by: 'clock' } as const;
    const mean = own({ statistic: { kind: 'mean' }, hours: { ...hours, weekdays: [...hours.weekdays], holidays: [...hours.holidays] }, unanswered: 'leaveOut' });
    // Tuesday 17:00 to Thursday 10:00, Wednesday being a holiday: an hour and an hour.
    expect(measure(mean, [wait(shanghai(17), 41 * HOUR)]).value).toBe(2 * HOUR);
    // Friday 17:30 to Monday 09:15.
    const friday = shanghai(17, 30) + 3 * 24 * HOUR;
    expect(measure(mean, [wait(friday, 63.75 * HOUR)]).value).toBe(0.75 * HOUR);
  });

  it('has hours that run past midnight', () => {
    const night = openHours({ from: '20:00', to: '04:00', by: 'wait' }, 'Asia/Shanghai');
    expect([19, 20, 27, 28].map((h) => night.includes(shanghai(h)))).toEqual([false, true, true, false]);
  });

  it('reads hours in its own zone, over the change to summer time', () => {
    const hours = openHours({ from: '08:00', to: '09:00', by: 'wait' }, 'America/New_York');
    // 2026-03-08 02:00 became 03:00: 08:30 is 13:30 UTC on the 7th, 12:30 UTC on the 8th.
    expect(hours.includes(Date.UTC(2026, 2, 7, 13, 30))).toBe(true);
    expect(hours.includes(Date.UTC(2026, 2, 8, 13, 30))).toBe(false);
    expect(hours.includes(Date.UTC(2026, 2, 8, 12, 30))).toBe(true);
  });
});

describe('zones', () => {
  it.each(['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'])('%s reads a year as Intl does', (zone) => {
    const local = toLocal(zone);
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 2 * 3_600_000 + 7919) {
      if (new Date(local(at)).toISOString().slice(0, 19).replace('T', ' ') !== format.format(at)) expect([at, local(at)]).toBe(format.format(at));
    }
  });
});

describe('percentiles', () => {
  it('are those of a spreadsheet', () => {
    // PERCENTILE.INC of 1, 2, 3, 4: 0.5 is 2.5, 0.9 is 3.7.
    expect([0, 50, 90, 100].map((p) => percentile([1, 2, 3, 4], p))).toEqual([1, 2.5, 3.7, 4]);
    expect(percentile([7], 90)).toBe(7);
    expect(percentile([], 50)).toBeNaN();
  });
});
