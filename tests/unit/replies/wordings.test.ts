import { describe, expect, it } from 'vitest';
import { firstBubble, nextBubble } from '../../../replies/bubbles';
import { inSeason, onOffer, pickBubbles } from '../../../replies/wordings';

const occasion = { site: 'qianniu', shop: '云朵家居', customerKey: 'c1', now: new Date(2026, 10, 11) };
const day = (month: number, date: number, year = 2026) => new Date(year, month - 1, date, 23, 59);

describe('seasons', () => {
  it('hold both ends, each year or once', () => {
    const yearly = { from: '10-20', to: '11-14' };
    expect([day(10, 19), day(10, 20), day(11, 14), day(11, 15)].map((at) => inSeason(yearly, at))).toEqual([false, true, true, false]);
    const once = { from: '2026-10-20', to: '2026-11-14' };
    expect(inSeason(once, day(11, 1))).toBe(true);
    expect(inSeason(once, day(11, 1, 2027))).toBe(false);
  });

  it('run over New Year', () => {
    const winter = { from: '12-28', to: '02-28' };
    expect([day(12, 27), day(12, 28), day(1, 5), day(2, 28), day(3, 1)].map((at) => inSeason(winter, at))).toEqual([false, true, true, true, false]);
    expect(inSeason({ from: '2026-12-01', to: '2026-01-01' }, day(12, 15))).toBe(false);
  });

  it('say when a reply is on offer', () => {
    expect(onOffer({}, day(6, 1))).toBe(true);
    expect(onOffer({ seasons: [{ from: '11-01', to: '11-12' }] }, day(6, 1))).toBe(false);
  });
});

describe('wordings', () => {
  const reply = {
    id: 'r',
    bubbles: ['own'],
    wordings: [
      { bubbles: ['spring'], season: { from: '03-01', to: '05-31' } },
      { bubbles: ['autumn'], season: { from: '09-01', to: '11-30' } },
      { bubbles: ['site'], sites: ['qianniu'] },
      { bubbles: ['shop'], shops: ['云朵家居'] },
    ],
  };

  it('go by shop, then site, then season, then none', () => {
    expect(pickBubbles(reply, occasion)).toEqual(['shop']);
    expect(pickBubbles(reply, { ...occasion, shop: undefined })).toEqual(['site']);
    expect(pickBubbles(reply, { ...occasion, shop: '别家', site: 'feige' })).toEqual(['autumn']);
    expect(pickBubbles(reply, { ...occasion, shop: '别家', site: 'feige', now: day(1, 1) })).toEqual(['own']);
  });

  it('rotate: every one for each customer in turn, and not the same first one for all', () => {
    const rotating = { id: 'r', bubbles: ['a'], wordings: [{ bubbles: ['b'] }, { bubbles: ['c'] }] };
    const taken = [0, 1, 2, 3].map((timesSent) => pickBubbles(rotating, { ...occasion, timesSent })[0]);
    expect(new Set(taken.slice(0, 3))).toEqual(new Set(['a', 'b', 'c']));
    expect(taken[3]).toBe(taken[0]);
    const firsts = Array.from({ length: 300 }, (_, at) => pickBubbles(rotating, { ...occasion, customerKey: `c${at}` })[0]);
    for (const wording of ['a', 'b', 'c']) expect(firsts.filter((first) => first === wording).length).toBeGreaterThan(60);
  });
});

describe('a reply of several messages', () => {
  it('gives them one by one and ends', () => {
    const first = firstBubble('p', 'r', ['一', '二'], 'c1');
    expect(first).toMatchObject({ template: '一', number: 1, count: 2 });
    const second = first.rest && nextBubble(first.rest, 'c1');
    expect(second).toMatchObject({ template: '二', number: 2, rest: null });
    expect(firstBubble('p', 'r', ['一'], 'c1').rest).toBeNull();
    expect(() => firstBubble('p', 'r', [], 'c1')).toThrow(RangeError);
  });

  it('does not go on with another customer', () => {
    const { rest } = firstBubble('p', 'r', ['一', '二'], 'c1');
    expect(rest && nextBubble(rest, 'c2')).toBeNull();
  });
});
