import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../packs/format';
import { binRows, changeTags, copiesFor, setGroup, setSeasons, unbinRows } from '../../../packs/editing/bulk';
import { compareWith, compareWords, rowsToLoad } from '../../../packs/editing/load';
import type { LoadChoice } from '../../../packs/editing/load';
import { groupsOf, moveRows, stepRows } from '../../../packs/editing/rows';
import type { Placed } from '../../../packs/editing/rows';
import { findTroubles } from '../../../packs/editing/troubles';

const reply = (id: string, more: Partial<Reply> = {}): Reply => ({ id, title: id, group: 'g', bubbles: [`text of ${id}`], ...more });
const rows = (...ids: string[]): Placed[] => ids.map((id, index) => ({ reply: reply(id), at: index + 1 }));
const ids = (placed: readonly Placed[]) => placed.map((row) => row.reply.id).join('');
/** The pack after some rows were written. */
function after(all: readonly Placed[], put: readonly Placed[]): Placed[] {
  const byId = new Map([...all, ...put].map((row) => [row.reply.id, row]));
  return [...byId.values()].sort((a, b) => a.at - b.at);
}

describe('order', () => {
  it('moves rows before and after others', () => {
    const all = rows('a', 'b', 'c', 'd', 'e');
    const move = (moving: string, target: string, edge: 'before' | 'after') => ids(after(all, moveRows(all, new Set(moving), target, edge)));
    expect(move('d', 'b', 'before')).toBe('adbce');
    expect(move('a', 'e', 'after')).toBe('bcdea');
    expect(move('ce', 'a', 'before')).toBe('ceabd');
    expect(move('ab', 'b', 'after')).toBe('abcde');
  });

  it('moves by key among what is shown', () => {
    const all = rows('a', 'b', 'c', 'd', 'e');
    const shown = all.filter((row) => 'ace'.includes(row.reply.id));
    expect(ids(after(all, stepRows(all, shown, new Set('e'), -1)))).toBe('abecd');
    expect(ids(after(all, stepRows(all, shown, new Set('a'), 1)))).toBe('bcade');
    expect(stepRows(all, shown, new Set('a'), -1)).toEqual([]);
  });

  it('holds for any row of moves', () => {
    const letters = 'abcdef';
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.subarray([...letters], { minLength: 1 }), fc.constantFrom(...letters), fc.boolean()), { maxLength: 120 }), (moves) => {
        let all = rows(...letters);
        for (const [moving, target, before] of moves) {
          if (moving.includes(target)) continue;
          const order = ids(all);
          const rest = [...order].filter((id) => !moving.includes(id));
          rest.splice(rest.indexOf(target) + (before ? 0 : 1), 0, ...[...order].filter((id) => moving.includes(id)));
          all = after(all, moveRows(all, new Set(moving), target, before ? 'before' : 'after'));
          expect(ids(all)).toBe(rest.join(''));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('makes room again where there is none left', () => {
    let all = rows('a', 'b', 'c');
    for (let count = 0; count < 100; count += 1) all = after(all, moveRows(all, new Set([all[2]!.reply.id]), all[1]!.reply.id, 'before'));
    expect(new Set(all.map(({ at }) => at)).size).toBe(3);
  });

  it('counts groups in their order', () => {
    const all = [...rows('a'), { reply: reply('b', { group: 'h' }), at: 2 }, { reply: reply('c'), at: 3 }];
    expect(groupsOf(all)).toEqual([{ name: 'g', count: 2 }, { name: 'h', count: 1 }]);
  });
});

describe('many at once', () => {
  it('gives back only what changes', () => {
    const all = rows('a', 'b');
    expect(setGroup(all, 'g')).toEqual([]);
    expect(setGroup(all, 'h').map((row) => row.reply.group)).toEqual(['h', 'h']);
    const tagged = changeTags(all, ['x', 'y'], []);
    expect(changeTags(tagged, ['x'], [])).toEqual([]);
    expect(changeTags(tagged, [], ['x', 'y'])[0]?.reply).toEqual(reply('a'));
    expect(setSeasons(setSeasons(all, [{ from: '11-01', to: '11-14' }]), [])).toEqual(all);
    expect(unbinRows(binRows(all, 5))).toEqual(all);
  });

  it('copies under free ids, at the end, without pictures of another pack', () => {
    const copies = copiesFor([{ reply: reply('a', { pictures: ['p'] }), at: 1 }], rows('a', 'a-2'));
    expect(copies).toEqual([{ reply: { ...reply('a'), id: 'a-3' }, at: 3 }]);
  });
});

describe('troubles', () => {
  it('names twins and clashing abbreviations, of other packs too', () => {
    const all = [
      { reply: reply('a', { bubbles: ['Hello, there!'], abbreviation: 'HI' }), at: 1 },
      { reply: reply('b', { bubbles: ['hello there'], abbreviation: 'hi' }), at: 2 },
      { reply: reply('c', { abbreviation: 'fh' }), at: 3 },
      { reply: reply('d', { abbreviation: 'x' }), at: 4 },
    ];
    const { duplicates, clashes } = findTroubles(all, new Map([['fh', 'other']]));
    expect([...duplicates]).toEqual([['b', 'a'], ['a', 'b']]);
    expect([...clashes]).toEqual([['b', 'a'], ['a', 'b'], ['c', 'other']]);
  });
});

describe('loading', () => {
  const choice: LoadChoice = { clashes: 'drop', replaceChanged: true };
  const current: Placed[] = [
    { reply: reply('a', { abbreviation: 'aa', questions: ['why'] }), at: 1 },
    { reply: reply('b', { abbreviation: 'bb' }), at: 2 },
    { reply: reply('binned'), at: 3, binnedAt: 1 },
  ];
  const load = (incoming: Reply[], partial: boolean, more: Partial<LoadChoice> = {}) =>
    rowsToLoad(compareWith(current, incoming, partial), current, { ...choice, ...more }, partial);

  it('keeps what a table has no column for, and takes a pack as it is', () => {
    const incoming = reply('a', { abbreviation: 'aa', bubbles: ['new'] });
    expect(load([incoming], true)).toEqual([{ reply: { ...incoming, questions: ['why'] }, at: 1 }]);
    expect(load([incoming], false)).toEqual([{ reply: incoming, at: 1 }]);
    expect(load([reply('a', { abbreviation: 'aa' })], true)).toEqual([]);
    expect(load([incoming], true, { replaceChanged: false })).toEqual([]);
  });

  it('puts new ones at the end, and does not take up one that lies in the bin', () => {
    expect(load([reply('n'), reply('binned')], true)).toEqual([
      { reply: reply('n'), at: 4 },
      { reply: reply('binned-2', { title: 'binned', bubbles: ['text of binned'] }), at: 5 },
    ]);
  });

  it('does with a taken abbreviation as the user says', () => {
    const incoming = [reply('n', { abbreviation: 'BB' })];
    expect(load(incoming, true)).toEqual([{ reply: reply('n'), at: 4 }]);
    expect(load(incoming, true, { clashes: 'skip' })).toEqual([]);
    expect(load(incoming, true, { clashes: 'take' })).toEqual([
      { reply: reply('b'), at: 2 },
      { reply: reply('n', { abbreviation: 'BB' }), at: 4 },
    ]);
  });

  it('merges words by term', () => {
    const word = (term: string, reason: string) => ({ term, category: 'adlaw', level: 'block' as const, reason });
    const { merged, ...counts } = compareWords([word('a', '1'), word('b', '1')], [word('b', '1'), word('a', '2'), word('c', '1')]);
    expect(counts).toEqual({ new: 1, changed: 1, same: 1 });
    expect(merged).toEqual([word('a', '2'), word('b', '1'), word('c', '1')]);
  });
});
