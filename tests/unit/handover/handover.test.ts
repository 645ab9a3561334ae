import { describe, expect, it } from 'vitest';
import { fill, isUntouched } from '@/handover/fill';
import { sheetSchema, standOf, stateOf } from '@/handover/sheet';
import type { Sheet } from '@/handover/sheet';
import { add, handAgain, mayWrite, sendBack, sign, strike, take, takeOver, write } from '@/handover/steps';
import { draft, promise, T0, waiting } from './sheets';

const texts = (sheet: Sheet) => sheet.points.map(({ text, customer }) => text || customer);
const later = T0 + 60_000;
const newId = () => 'new';

describe('a draft', () => {
  it('takes what is new, drops what is settled, brings the rest up to date', () => {
    const sheet = draft(waiting, promise);
    const next = fill(sheet, [{ ...promise, text: '13 号前发货' }, { ...promise, from: 'followUps 8', text: '回电' }], later, newId);
    expect(texts(next)).toEqual(['13 号前发货', '回电']);
    expect(next.points[0]!.id).toBe(sheet.points[1]!.id);
    expect(next.changedAt).toBe(later);
  });

  it('is the same sheet when nothing changed', () => {
    const sheet = draft(waiting, promise);
    expect(fill(sheet, [waiting, promise], later, newId)).toBe(sheet);
  });

  it('keeps what a person wrote, also once its cause is settled', () => {
    const sheet = write(draft(waiting, promise), 'p1', '要发票', later);
    expect(texts(fill(sheet, [], later, newId))).toEqual(['要发票']);
    expect(texts(fill(sheet, [{ ...waiting, at: later }, promise], later, newId))).toEqual(['要发票', '12 号前发货']);
  });

  it('does not fill in again what was struck off', () => {
    const sheet = strike(draft(waiting, promise), 'p1', later);
    expect(texts(fill(sheet, [waiting, promise], later, newId))).toEqual(['12 号前发货']);
  });

  it('is untouched until somebody works on it', () => {
    const sheet = draft(waiting);
    expect(isUntouched(sheet)).toBe(true);
    expect(isUntouched(write(sheet, 'p1', 'x', later))).toBe(false);
    expect(isUntouched(strike(sheet, 'p1', later))).toBe(false);
    expect(isUntouched(add(sheet, { id: 'n', kind: 'note', text: '' }, later))).toBe(false);
  });
});

describe('signing', () => {
  it('stamps name and time, leaves out empty points by hand, and ends the filling', () => {
    const noted = add(add(draft(waiting), { id: 'n1', kind: 'note', text: '打印机缺纸' }, T0), { id: 'n2', kind: 'note', text: ' ' }, T0);
    const signed = sign(noted, ' 小王 ', later);
    expect(signed.signed).toEqual({ name: '小王', at: later });
    expect(texts(signed)).toEqual(['Amy', '打印机缺纸']);
    expect(stateOf(signed)).toBe('open');
    expect(fill(signed, [promise], later, newId)).toBe(signed);
    expect([write(signed, 'p1', 'x', later), strike(signed, 'p1', later), add(signed, { id: 'x', kind: 'note', text: '' }, later)]).toEqual([signed, signed, signed]);
  });

  it('needs a name', () => {
    const sheet = draft(waiting);
    expect(sign(sheet, '  ', later)).toBe(sheet);
  });
});

describe('the one who comes', () => {
  const signed = sign(draft(waiting, promise), '小王', T0);

  it('takes the shift only when every point is taken, each with a stamp', () => {
    const one = take(signed, 'p1', '小李', later);
    expect(takeOver(one, '小李', later)).toBe(one);
    const all = takeOver(take(one, 'p2', '小李', later), '小李', later + 1);
    expect(all.points.map(({ marks }) => marks.map(({ what, by, at }) => [what, by, at]))).toEqual([[['taken', '小李', later]], [['taken', '小李', later]]]);
    expect(all.taken).toEqual({ name: '小李', at: later + 1 });
    expect(stateOf(all)).toBe('taken');
    expect(() => sheetSchema.parse(all)).not.toThrow();
  });

  it('sends back what is not clear; it is written anew, handed over again, and taken', () => {
    const back = sendBack(signed, 'p2', '小李', '哪个快递？', later);
    expect(stateOf(back)).toBe('back');
    expect(take(back, 'p2', '小李', later)).toBe(back);
    expect(takeOver(back, '小李', later)).toBe(back);
    expect([mayWrite(back, back.points[0]!), mayWrite(back, back.points[1]!)]).toEqual([false, true]);
    const again = handAgain(write(back, 'p2', '12 号前发中通', later + 1), 'p2', '小王', later + 2);
    expect(standOf(again.points[1]!)).toBe('open');
    expect(stateOf(again)).toBe('open');
    const done = takeOver(take(take(again, 'p1', '小李', later + 3), 'p2', '小李', later + 3), '小李', later + 4);
    expect(done.points[1]!.marks.map(({ what, why, text }) => [what, why, text])).toEqual([
      ['sentBack', '哪个快递？', '12 号前发货'],
      ['rewritten', '', '12 号前发中通'],
      ['taken', '', '12 号前发中通'],
    ]);
    expect(stateOf(done)).toBe('taken');
    expect(sendBack(done, 'p1', '小李', 'x', later)).toBe(done);
  });

  it('can do nothing with a draft, nor without a name', () => {
    const sheet = draft(waiting);
    expect(take(sheet, 'p1', '小李', later)).toBe(sheet);
    expect(take(signed, 'p1', ' ', later)).toBe(signed);
  });

  it('takes an empty sheet too', () => {
    expect(stateOf(takeOver(sign(draft(), '小王', T0), '小李', later))).toBe('taken');
  });
});
