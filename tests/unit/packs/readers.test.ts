import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../packs/format';
import { comparePack, readPack } from '../../../packs/readers';
import { toTemplate } from '../../../packs/readers/marks';
import type { Dialect } from '../../../packs/readers/marks';
import { textOfHtml } from '../../../packs/readers/html';
import { parseTemplate } from '../../../packs/template';

const bytes = (text: string) => new TextEncoder().encode(text);
const long = (rows: number) => bytes(`分组,标题,内容\n${Array.from({ length: rows }, (_, row) => `组${row % 40},标题${row},"亲，第 ${row} 条回复，{订单号}"`).join('\n')}\n`);

describe('long files', () => {
  it('reads 50,000 rows and gives the thread back in between', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 0);
    const shares: number[] = [];
    const { replies, faults } = await readPack(long(50_000), 'a.csv', { onProgress: (share) => shares.push(share) });
    clearInterval(timer);
    expect(replies).toHaveLength(50_000);
    expect(faults).toEqual([]);
    expect(new Set(replies.map((reply) => reply.id)).size).toBe(50_000);
    expect(turns).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const reading = readPack(long(50_000), 'a.csv', { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('tables', () => {
  it('guesses the columns of a table without header, and takes a corrected mapping', async () => {
    const table = bytes('物流,fh,现货 48 小时内发出，预售以页面为准\n物流,kd,默认发中通，可以备注其他快递\n售后,th,签收后 7 天内可以退货\n');
    const guess = await readPack(table, 'a.csv');
    expect(guess.mapping).toMatchObject({ header: false, guessed: true, group: 0, abbreviation: 1, text: [2] });
    expect(guess.mapping?.samples).toHaveLength(3);
    const corrected = await readPack(table, 'a.csv', { mapping: { header: false, title: 0, text: [2, 1] } });
    expect(corrected.replies.map(({ title, bubbles }) => [title, bubbles.length])).toEqual([['物流', 2], ['物流', 2], ['售后', 2]]);
    expect(new Set(corrected.replies.map((reply) => reply.id)).size).toBe(3);
  });

  it('takes semicolons, one column, and a pasted table', async () => {
    expect((await readPack(bytes('title;content\na;b, c\n'), 'a.csv')).replies).toMatchObject([{ title: 'a', bubbles: ['b, c'] }]);
    expect((await readPack(bytes('您好，请稍等\n已经发货了\n'), 'a.csv')).replies.map((reply) => reply.bubbles)).toEqual([['您好，请稍等'], ['已经发货了']]);
    expect((await readPack(bytes('标题\t内容\n发货\t明天发出\n'), '')).replies).toMatchObject([{ title: '发货', group: '—', bubbles: ['明天发出'] }]);
  });

  it('names rows as the spreadsheet does, past empty rows and line breaks in cells', async () => {
    const { faults } = await readPack(bytes('title,content\na,"one\ntwo"\n,\nb,\nc,d\n'), 'a.csv');
    expect(faults).toEqual([{ row: 4, code: 'no-text', detail: '' }]);
  });

  it('leaves out rows of pictures', async () => {
    const { replies, faults } = await readPack(bytes('分类,类型,标题,内容\n尺码,IMAGE,尺码表,https://x/1.png\n尺码,TEXT,尺码,按平时穿的选\n'), 'a.csv');
    expect(faults).toEqual([{ row: 2, code: 'not-text', detail: 'IMAGE' }]);
    expect(replies).toHaveLength(1);
  });

  it('gives a reply the same id when its text was edited', async () => {
    const ids = async (text: string) => (await readPack(bytes(`title,shortcut,content\na,x,${text}\n`), 'a.csv')).replies.map((reply) => reply.id);
    expect(await ids('one')).toEqual(await ids('two'));
  });
});

describe('marks of other programs', () => {
  const cases: [Dialect, string, string][] = [
    ['table', '亲 {买家昵称}，{{店铺名称}} 的 {物流单号} {customer|亲} {date+3d} {}', '亲 {customer}，{shop} 的 {?物流单号} {customer|亲} {date+3d} {{}}'],
    ['table', 'if (a) { b; }\n} {', 'if (a) {?b;}\n}} {{'],
    ['liquid', '{{contact.name}} {% if x %} {{ agent.name | default: "us" }}', '{customer} {?% if x %} {agent|us}'.replace('{?% if x %}', '{?if x}')],
    ['espanso', '{{clip}} $|$ {a}', '{?clip} {cursor} {{a}}'],
    ['textblaze', '{formtext} {time: h:mm a} {time: YYYY; shift=+2X} {key: enter}{enter}{formtoggle: name=gift; default=no}', '{?formtext} {time} {?date} {?key: enter}\n{?gift=no}'],
    ['prokeys', '100%, 50% off %name% [[%s(sign)]] [[%d(MMM YYYY)]]', '100%, 50% off {?name} {?sign} {date:MMM YYYY}'],
    ['quicktext', '[[TO=firstname]] [[FILE=a.txt]] [[DATE]] {x}', '{customer} {?FILE a.txt} {date} {{x}}'],
  ];
  for (const [dialect, text, want] of cases) it(`${dialect}: ${text.slice(0, 40)}`, () => expect(toTemplate(text, dialect)).toBe(want));

  it('never leaves a mark that is faulty or would be sent as it stands', () => {
    const piece = fc.oneof(fc.constantFrom('{', '}', '{{', '}}', '[[', ']]', '%', '$|$', '|', '=', 'date', '+3d', 'name', '?', ':', ' ', 'customer', '⟦'), fc.string({ maxLength: 4 }));
    const dialects: Dialect[] = ['table', 'liquid', 'espanso', 'textblaze', 'prokeys', 'autotextexpander', 'quicktext'];
    fc.assert(
      fc.property(fc.constantFrom(...dialects), fc.array(piece, { maxLength: 14 }), (dialect, pieces) => {
        expect(parseTemplate(toTemplate(pieces.join(''), dialect)).faults).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads the text of HTML snippets', () => {
    expect(textOfHtml('<div>a&nbsp;&amp;lt;</div><ul><li>b</li><li>c &#x4f60;</li></ul>1 < 2')).toBe('a &lt;\nb\nc 你\n1 < 2');
  });
});

describe('comparePack', () => {
  const reply = (id: string, change: Partial<Reply> = {}): Reply => ({ id, title: id, group: 'g', bubbles: ['text'], ...change });
  const states = (current: Reply[], incoming: Reply[]) => comparePack(current, incoming).map(({ state }) => state);

  it('tells new, changed and same by id, then by group and title', () => {
    const current = [reply('a'), reply('b'), reply('c', { title: 'C' })];
    expect(states(current, [reply('a'), reply('b', { bubbles: ['other'] }), reply('x', { title: 'C' }), reply('d')])).toEqual(['same', 'changed', 'same', 'new']);
  });

  it('does not depend on the order of fields', () => {
    expect(states([{ ...reply('a'), tags: ['t'] }], [{ tags: ['t'], bubbles: ['text'], group: 'g', title: 'a', id: 'a' }])).toEqual(['same']);
  });

  it('finds abbreviations that another reply has, in the pack or earlier in the file', () => {
    const current = [reply('a', { abbreviation: 'fh' }), reply('b', { abbreviation: 'th' })];
    const compared = comparePack(current, [reply('c', { abbreviation: 'FH' }), reply('d', { abbreviation: 'kd' }), reply('e', { abbreviation: 'kd' })]);
    expect(compared.map(({ state, clash }) => [state, clash?.id])).toEqual([['clashing', 'a'], ['new', undefined], ['clashing', 'd']]);
    // The owner gives its abbreviation up in the same file.
    expect(states(current, [reply('a', { abbreviation: 'x' }), reply('c', { abbreviation: 'fh' })])).toEqual(['changed', 'new']);
  });
});
