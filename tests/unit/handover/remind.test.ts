import { describe, expect, it } from 'vitest';
import { shiftEnding } from '@/handover/remind';

const at = (time: string, day = 24) => Date.parse(`2026-11-${day}T${time}:00Z`);
const ask = (from: string, to: string, now: number) => {
  const { ending, next } = shiftEnding({ from, to }, now, 'UTC');
  return [ending && new Date(ending.to).toISOString().slice(5, 16), new Date(next).toISOString().slice(5, 16)];
};

describe('the end of a shift', () => {
  it.each([
    ['in the middle', '12:00', [null, '11-24T17:45']],
    ['a minute before the reminder', '17:44', [null, '11-24T17:45']],
    ['at the reminder', '17:45', ['11-24T18:00', '11-24T20:00']],
    ['after the end', '19:59', ['11-24T18:00', '11-24T20:00']],
    ['long after', '20:00', [null, '11-25T17:45']],
    ['before the next', '08:00', [null, '11-24T17:45']],
  ])('%s', (_, time, expected) => expect(ask('09:00', '18:00', at(time))).toEqual(expected));

  it('of a night shift lies on the next day', () => {
    expect(ask('22:00', '06:00', at('05:50'))).toEqual(['11-24T06:00', '11-24T08:00']);
    expect(ask('22:00', '06:00', at('23:00'))).toEqual([null, '11-25T05:45']);
  });
});
