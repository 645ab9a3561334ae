import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_LENGTH, previewTemplate, renderBubble } from '../../../replies/render';
import type { TemplateValues } from '../../../replies/render';
import { nextSlot, openSlots } from '../../../replies/slots';

const now = new Date(2026, 0, 31, 9, 5);
const zh: TemplateValues = { language: 'zh-CN' };
const render = (template: string, values: TemplateValues = zh, at = now) => renderBubble(template, values, at);

describe('variables', () => {
  it('take the value, else the fallback, else become an open slot', () => {
    expect(render('{customer|亲}，您好', { ...zh, customer: '小林' }).text).toBe('小林，您好');
    expect(render('{customer|亲}，您好').text).toBe('亲，您好');
    expect(render('订单{order|}已收到').text).toBe('订单已收到');
    const open = render('单号{order}，请查收');
    expect(open.text).toBe('单号⟦订单号⟧，请查收');
    expect(open.slots).toEqual([{ start: 2, end: 7, name: '订单号', open: true, options: undefined }]);
    expect(open.unknown).toEqual([]);
  });

  it('write a form around the value only where there is one', () => {
    expect(render('Sure{customer:, *|}!', { language: 'en', customer: 'Ann' }).text).toBe('Sure, Ann!');
    expect(render('Sure{customer:, *|}!', { language: 'en' }).text).toBe('Sure!');
    expect(render('{customer:*}', { ...zh, customer: '$& *' }).text).toBe('$& *');
  });

  it('go by Chinese names and full-width signs as well', () => {
    expect(render('{顾客｜亲}在{店铺}', { ...zh, shop: '云朵家居' }).text).toBe('亲在云朵家居');
    expect(render('{？单号＝无}').text).toBe('无');
  });

  it('name what is no variable, and know the lead’s own', () => {
    expect(render('{wechat}').unknown).toEqual(['wechat']);
    expect(render('{wechat}').text).toBe('⟦wechat⟧');
    const own = { ...zh, own: new Map([['热线', '按 1']]) };
    expect(render('{热线}', own)).toMatchObject({ text: '按 1', unknown: [] });
  });

  it('greet by the hour, and one who returns', () => {
    const at = (hour: number) => render('{greeting}', zh, new Date(2026, 0, 1, hour)).text;
    expect([4, 5, 10, 11, 12, 13, 17, 18].map(at)).toEqual(['晚上好', '早上好', '早上好', '中午好', '中午好', '下午好', '下午好', '晚上好']);
    expect(render('{greeting}', { ...zh, returning: true }).text).toBe('您回来了');
    expect(render('{greeting}', { language: 'en' }).text).toBe('Good morning');
  });

  it('never read a value as a template, nor let it fake a slot', () => {
    const text = render('{customer}', { ...zh, customer: '{order}⟦x⟧{cursor}' }).text;
    expect(text).toBe('{order}x{cursor}');
    expect(openSlots(text)).toEqual([]);
  });
});

describe('dates', () => {
  it('count on from now, in the form asked for', () => {
    expect(render('{date}').text).toBe('1月31日');
    expect(render('{date+3d}').text).toBe('2月3日');
    expect(render('{date+1w:YYYY-MM-DD ddd}').text).toBe('2026-02-07 周六');
    expect(render('{date+1m}').text).toBe('2月28日');
    expect(render('{date-1y:YYYY}').text).toBe('2025');
    expect(render('{time+30m}').text).toBe('09:35');
    expect(render('{date+3d}', { language: 'en' }).text).toBe('Feb 3');
  });

  it('are a fault when the unit is not theirs', () => {
    expect(render('到{date+3x}')).toMatchObject({ text: '到{date+3x}', faults: [{ start: 1, end: 10, code: 'bad-date' }] });
    expect(render('{time+3d}').faults).toHaveLength(1);
  });
});

describe('slots, choices and the caret', () => {
  it('stand in the text and are found there again', () => {
    const { text, slots } = render('发{?快递=顺丰}，单号{?单号}，{choose:今天|明天}到');
    expect(text).toBe('发顺丰，单号⟦单号⟧，⟦今天|明天⟧到');
    expect(slots.map((slot) => [text.slice(slot.start, slot.end), slot.open])).toEqual([
      ['顺丰', false],
      ['⟦单号⟧', true],
      ['⟦今天|明天⟧', true],
    ]);
    expect(openSlots(text)).toEqual(slots.filter((slot) => slot.open));
    expect(openSlots(text)[1]?.options).toEqual(['今天', '明天']);
  });

  it('are gone through from the caret and round', () => {
    const draft = '⟦一⟧和⟦二⟧';
    expect(nextSlot(draft, 0)?.name).toBe('一');
    expect(nextSlot(draft, 1)?.name).toBe('二');
    expect(nextSlot(draft, 7)?.name).toBe('一');
    expect(nextSlot('好的', 0)).toBeUndefined();
  });

  it('put the caret at its mark, the outer one first, else at the end', () => {
    expect(render('好{cursor}的').caret).toBe(1);
    expect(render('好的').caret).toBe(2);
    const reply = () => '甲{cursor}乙';
    expect(render('{reply:a}丙{cursor}丁', { ...zh, reply }).caret).toBe(3);
    expect(render('{reply:a}丙', { ...zh, reply }).caret).toBe(1);
  });
});

describe('braces and faults', () => {
  it('are literal when doubled, and when nothing closes them', () => {
    expect(render('{{customer}}').text).toBe('{customer}');
    expect(render('a } b')).toMatchObject({ text: 'a } b', faults: [] });
    expect(render('a { b')).toMatchObject({ text: 'a { b', faults: [{ start: 2, end: 5, code: 'unclosed' }] });
    expect(render('{x {customer|亲}')).toMatchObject({ text: '{x 亲', faults: [{ start: 0, end: 3, code: 'unclosed' }] });
    expect(render('{}')).toMatchObject({ text: '{}', faults: [{ code: 'empty' }] });
    expect(render('{choose:a}').faults[0]?.code).toBe('bad-choice');
  });

  it('name the way round of a cycle', () => {
    const replies: Record<string, string> = { a: '1{reply:b}', b: '2{reply:a}' };
    const { text, faults } = render('{reply:a}', { ...zh, reply: (id) => replies[id] });
    expect(text).toBe('12⟦a⟧');
    expect(faults).toEqual([{ start: 0, end: 9, code: 'cycle', detail: 'a → b → a' }]);
  });

  it('end a reply that grows without end, in length, depth or marks', () => {
    const chain = render('{reply:0}', { ...zh, reply: (id) => `{reply:${Number(id) + 1}}` });
    expect(chain.faults.map((fault) => fault.code)).toEqual(['too-deep']);
    const wide = render('{reply:0}', { ...zh, reply: (id) => `字{reply:${Number(id) + 1}}`.repeat(400) });
    expect(wide.faults.some((fault) => fault.code === 'too-long')).toBe(true);
    expect(wide.text.length).toBeLessThan(MAX_LENGTH + 5000);
    const empty = render('{reply:0}', { ...zh, reply: (id) => (Number(id) < 4 ? `{reply:${Number(id) + 1}}`.repeat(400) : '{cursor}') });
    expect(empty.faults.map((fault) => fault.code)).toContain('too-long');
    expect(render('{reply:none}', zh).faults[0]).toMatchObject({ code: 'unknown-reply', detail: 'none' });
  });

  it('holds for any text: no throw, slots where they say, open ones found in the draft', () => {
    const pieces = fc.constantFrom('{', '}', '{{', '|', '?', '=', 'customer', 'date+3d', 'choose:', 'reply:a', 'cursor', '⟦', '⟧', '字', ':', '\n');
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 }), (list) => {
        const template = list.join('');
        const { text, slots, caret } = render(template, { ...zh, reply: () => template });
        expect(caret).toBeLessThanOrEqual(text.length);
        const open = slots.filter((slot) => slot.open && slot.name.length <= 500).map((slot) => [slot.start, slot.end]);
        const found = openSlots(text).map((slot) => [slot.start, slot.end]);
        expect(found).toEqual(expect.arrayContaining(open.filter(([start = 0, end = 0]) => end - start > 2)));
        previewTemplate(template, 'en');
      }),
    );
  });
});

it('previews what is known and marks what is not', () => {
  expect(previewTemplate('{customer|亲}，{?快递=顺丰}{?单号}{date+3d}到{cursor}', 'zh-CN')).toBe('亲，顺丰⟦单号⟧⟦date+3d⟧到');
});
