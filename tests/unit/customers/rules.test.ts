import { describe, expect, it } from 'vitest';
import { deadlinesOf, lacksToClose, nextDeadline, stateOf } from '../../../customers/complaint';
import { remindOfComplaint, remindOfFollowUp } from '../../../customers/due';
import { aQuarterAfter, boundsOf, quarterOf } from '../../../customers/quarter';
import { drawSecondLook } from '../../../customers/second-look';

const at = (text: string) => new Date(text).getTime();
const house = { noteDays: 0, answerHours: 24, closeDays: 3 };

describe('a complaint', () => {
  const received = at('2026-11-24T22:10:00');
  const { noteBy, answerBy, closeBy } = deadlinesOf(received, house);
  const fresh = { answerBy, closeBy, answeredAt: null, settledAt: null, calledBackAt: null, closedAt: null, snoozedUntil: null };

  it('is noted the same day, answered in 24 hours, settled in 3 days', () => {
    expect(noteBy).toBe(at('2026-11-24T23:59:59.999'));
    expect(answerBy).toBe(at('2026-11-25T22:10:00'));
    expect(closeBy).toBe(at('2026-11-27T22:10:00'));
    expect(deadlinesOf(received, { ...house, noteDays: 1 }).noteBy).toBe(at('2026-11-25T23:59:59.999'));
  });

  it('goes its way step by step, and needs a call-back to be closed', () => {
    const steps = [{ answeredAt: 1 }, { settledAt: 2 }, { calledBackAt: 3 }, { closedAt: 4 }];
    const way = steps.map((_, n) => Object.assign({}, fresh, ...steps.slice(0, n + 1)) as typeof fresh);
    expect([fresh, ...way].map(stateOf)).toEqual(['open', 'answered', 'settled', 'calledBack', 'closed']);
    expect([fresh, ...way].map(nextDeadline)).toEqual([answerBy, closeBy, closeBy, closeBy, null]);
    expect([fresh, ...way].map(lacksToClose)).toEqual(['settled', 'settled', 'callBack', null, null]);
  });

  it('is reminded of at its deadline, or when a snooze ends', () => {
    expect(remindOfComplaint(fresh)).toBe(answerBy);
    expect(remindOfComplaint({ ...fresh, snoozedUntil: 7 })).toBe(7);
    expect(remindOfComplaint({ ...fresh, snoozedUntil: 7, closedAt: 9 })).toBeNull();
    expect([null, 8].map((doneAt) => remindOfFollowUp({ dueAt: 5, doneAt, snoozedUntil: null }))).toEqual([5, null]);
    expect(remindOfFollowUp({ dueAt: 5, doneAt: null, snoozedUntil: 6 })).toBe(6);
  });
});

describe('the second look', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, n) => `complaint-${n}`);

  it.each([[0, 0], [1, 1], [5, 1], [6, 2], [100, 20]])('draws of %i settled ones %i', (count, drawn) => {
    expect(drawSecondLook(ids(count), '2026-Q4')).toHaveLength(drawn);
  });

  it('draws the same ones whatever their order, and others in another quarter', () => {
    const drawn = drawSecondLook(ids(50), '2026-Q4');
    expect(drawSecondLook(ids(50).toReversed(), '2026-Q4')).toEqual(drawn);
    expect(drawSecondLook(ids(50), '2027-Q1')).not.toEqual(drawn);
  });

  it('favours none', () => {
    const times = new Map<string, number>();
    for (let year = 2000; year < 2400; year += 1) for (const id of drawSecondLook(ids(50), `${year}-Q1`)) times.set(id, (times.get(id) ?? 0) + 1);
    // 400 draws of a fifth: 80 each, with a standard deviation of 8.
    for (const count of times.values()) expect(Math.abs(count - 80)).toBeLessThan(36);
    expect(times.size).toBe(50);
  });
});

it('counts calendar quarters', () => {
  expect([quarterOf(at('2026-12-31T23:59:59')), quarterOf(at('2027-01-01T00:00:00'))]).toEqual(['2026-Q4', '2027-Q1']);
  expect(boundsOf('2026-Q4')).toEqual({ from: at('2026-10-01T00:00:00'), to: at('2027-01-01T00:00:00') });
  expect(aQuarterAfter(at('2026-11-30T09:00:00'))).toBe(at('2027-02-28T09:00:00'));
  expect(aQuarterAfter(at('2026-12-01T09:00:00'))).toBe(at('2027-03-01T09:00:00'));
});
