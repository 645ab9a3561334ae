import { describe, expect, it } from 'vitest';
import { isRelativeTime, isTime, readTime, timeInId } from '../../../chat/read/time';

/** A Tuesday, 15:30 local time. */
const NOW = new Date(2026, 10, 24, 15, 30).getTime();
const local = (...parts: [number, number, number, number?, number?, number?]): number => new Date(parts[0], parts[1] - 1, ...(parts.slice(2) as [number])).getTime();

describe('readTime', () => {
  it.each([
    ['15:04', local(2026, 11, 24, 15, 4)],
    ['15:04:09', local(2026, 11, 24, 15, 4, 9)],
    ['下午 3:04', local(2026, 11, 24, 15, 4)],
    ['3:04 PM', local(2026, 11, 24, 15, 4)],
    ['12:05 am', local(2026, 11, 24, 0, 5)],
    ['23:50', local(2026, 11, 23, 23, 50)],
    ['2026-11-20 09:08:07', local(2026, 11, 20, 9, 8, 7)],
    ['2026/11/20 09:08', local(2026, 11, 20, 9, 8)],
    ['2026年11月20日 09:08:07', local(2026, 11, 20, 9, 8, 7)],
    ['2026年11月20日', local(2026, 11, 20)],
    ['اليوم', local(2026, 11, 24)],
    ['Bugün 10:20', local(2026, 11, 24, 10, 20)],
    ['hôm qua', local(2026, 11, 23)],
    ['昨天 09:08', local(2026, 11, 23, 9, 8)],
    ['Yesterday at 9:08 AM', local(2026, 11, 23, 9, 8)],
    ['星期日 10:00', local(2026, 11, 22, 10, 0)],
    ['Monday', local(2026, 11, 23)],
    ['11-20 09:08', local(2026, 11, 20, 9, 8)],
    ['12月30日', local(2025, 12, 30)],
    ['Nov 20, 2026, 9:08 AM', local(2026, 11, 20, 9, 8)],
    ['Tue Nov 24 2026', local(2026, 11, 24)],
    ['Sept 20, 9:08', local(2026, 9, 20, 9, 8)],
    ['March 4', local(2026, 3, 4)],
    ['20 November', local(2026, 11, 20)],
    ['5分钟前', NOW - 300_000],
    ['2 hours ago', NOW - 7_200_000],
    ['刚刚', NOW],
    ['2026-11-20T09:08:07.000Z', Date.UTC(2026, 10, 20, 9, 8, 7)],
    ['1795000000123', 1795000000123],
    ['1795000000', 1795000000000],
  ])('%s', (text, at) => expect(readTime(text, NOW)?.at).toBe(at));

  it.each(['', 'hello', '好的', '25:00', '12:75', '现在 15:04 了', '1:1', '买 3', '3/4', '100', '2026', 'may', 'Marcia 10:19', 'Anna Orlova 10:19', 'May 10:19', '13800138000', '周'])('is no time: %s', (text) => {
    expect(readTime(text, NOW)).toBeNull();
  });

  it('puts a bare clock time on the day that the page named', () => {
    expect(readTime('09:08', NOW, local(2026, 11, 20))?.at).toBe(local(2026, 11, 20, 9, 8));
  });

  it('tells days from clock times', () => {
    expect(readTime('昨天', NOW)?.dated).toBe(true);
    expect(readTime('15:04', NOW)?.dated).toBe(false);
  });
});

describe('what a time is', () => {
  it('knows relative times', () => {
    expect(isRelativeTime('3 min ago')).toBe(true);
    expect(isRelativeTime('15:04')).toBe(false);
    expect(isTime('10:24')).toBe(true);
    expect(isTime('10:24 见')).toBe(false);
  });

  it('finds the moment that an id carries, and no other number', () => {
    expect(timeInId('middlePanel_list_1795000000000', local(2026, 11, 25))).toBe(1795000000000);
    expect(timeInId('order-48023', NOW)).toBeNull();
    expect(timeInId('0_12345678901234567890_x', NOW)).toBeNull();
  });
});
