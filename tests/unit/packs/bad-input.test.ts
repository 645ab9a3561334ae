import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { faultSentence, readLimits, readPack } from '../../../packs/readers';
import type { Fault } from '../../../packs/readers';

const bytes = (text: string) => new TextEncoder().encode(text);
const example = (name: string) => readFileSync(new URL(`../../../docs/examples/${name}`, import.meta.url));
const faultsOf = async (data: Uint8Array, name: string) => (await readPack(data, name)).faults;
const refused = async (data: Uint8Array, name: string) => {
  const { replies, words, faults } = await readPack(data, name);
  expect(replies.length + words.length).toBe(0);
  expect(faults).toHaveLength(1);
  return faults[0];
};

/** A workbook with one sheet of inline cells. */
function workbook(sheet: string): Uint8Array {
  const part = (text: string) => bytes(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  return zipSync({
    'xl/workbook.xml': part('<workbook xmlns:r="http://r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': part('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/worksheets/sheet1.xml': part(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
  });
}
const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('bad files', () => {
  it('refuses text in encodings that it would misread', async () => {
    // 請問什麼時候可以出貨 in Big5, お問い合わせありがとうございます in Shift-JIS (GB18030 can decode both),
    // Здравствуйте in Windows-1251, German in Latin-1, the head of a PNG.
    const german = Buffer.from('Größe für Mädchen, Füße schön groß', 'latin1').toString('base64');
    const files = ['vdCw3aSwu/Kuya3UpWmlSKVYs2ahQcHCwcKxeqq6wLCmow==', 'gqiW4oKijYeC7YK5gqCC6IKqgsaCpIKygrSCooLcgrc=', 'x+Tw4OLx8uLz6fLlLCDq7uPk4CDu8u/w4OLo8uUg5+Dq4Oc=', german, 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB'];
    for (const file of files) expect(await refused(Buffer.from(file, 'base64'), 'a.csv'), file).toMatchObject({ row: null, code: 'wrong-encoding' });
  });

  it('reads the same table in UTF-8, UTF-16 of both orders with and without mark, and GB18030', async () => {
    const text = 'title,内容\n发货,现货 48 小时内发出\n';
    const le = Buffer.from(text, 'utf16le');
    const be = Buffer.from(le).swap16();
    const gb = Buffer.from('dGl0bGUsxNrI3Qq3orv1LM/Wu/UgNDgg0KHKscTat6Kz9go=', 'base64');
    const marked = (mark: number[], data: Buffer) => Buffer.concat([Buffer.from(mark), data]);
    for (const data of [Buffer.from(text), marked([0xef, 0xbb, 0xbf], Buffer.from(text)), le, be, marked([0xff, 0xfe], le), marked([0xfe, 0xff], be), gb]) {
      const { replies, faults } = await readPack(data, 'a.csv');
      expect(faults).toEqual([]);
      expect(replies.map(({ title, bubbles }) => [title, ...bubbles])).toEqual([['发货', '现货 48 小时内发出']]);
    }
  });

  it('refuses a zip bomb named .xlsx before it is unpacked', async () => {
    const bomb = workbook(' '.repeat(readLimits.unpackedBytes + 1));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refused(bomb, 'bomb.xlsx')).toMatchObject({ code: 'zip-bomb' });
  });

  it('refuses half of every example', async () => {
    for (const name of ['replies.xlsx', 'chatwoot.json', 'textblaze.json', 'shop.chatside.json']) {
      const whole = example(name);
      expect(await refused(whole.subarray(0, whole.length / 2), name), name).toMatchObject({ code: 'cut-off' });
    }
    expect(await refused(bytes('title,content\na,"half of it'), 'a.csv')).toEqual({ row: 2, code: 'broken-quotes', detail: '' });
    expect(await refused(bytes('title,content\na,半').subarray(0, -1), 'a.csv')).toMatchObject({ code: 'cut-off' });
  });

  it('names the row of a cell of 5 MB, in a table and in a workbook', async () => {
    const huge = 'x'.repeat(5 * 2 ** 20);
    expect(await refused(bytes(`title,content\na,b\nc,"${huge}"\n`), 'a.csv')).toMatchObject({ row: 3, code: 'cell-too-large' });
    const book = workbook(`<row r="1">${cell('A1', '标题')}${cell('B1', '内容')}</row><row r="2">${cell('A2', 'a')}${cell('B2', huge)}</row><row r="3">${cell('A3', 'b')}${cell('B3', 'good')}</row>`);
    const { replies, faults } = await readPack(book, 'a.xlsx');
    expect(faults).toEqual([{ row: 2, code: 'cell-too-large', detail: '内容' }]);
    expect(replies.map((reply) => reply.title)).toEqual(['b']);
  });

  it('refuses __proto__ as a name in every kind of file', async () => {
    const table = await readPack(bytes('title,content\n__proto__,a\ngood,b\n'), 'a.csv');
    expect(table.faults).toEqual([{ row: 2, code: 'unsafe-name', detail: '__proto__' }]);
    expect(table.replies.map((reply) => reply.title)).toEqual(['good']);
    expect(await faultsOf(bytes('{"__proto__":"a","b":"c"}'), 'a.json')).toEqual([{ row: 1, code: 'unsafe-name', detail: '__proto__' }]);
    expect(await faultsOf(bytes('matches:\n  - trigger: __proto__\n    replace: a\n'), 'a.yml')).toEqual([{ row: 1, code: 'unsafe-name', detail: '__proto__' }]);
    const pack = { format: 'chatside-pack', version: 1, id: 'a', name: 'a', language: 'en', release: '1', replies: [{ id: 'a', title: '__proto__', group: 'a', bubbles: ['a'] }] };
    expect(await faultsOf(bytes(JSON.stringify(pack)), 'a.json')).toEqual([{ row: 1, code: 'unsafe-name', detail: '__proto__' }]);
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
  });

  it('refuses formulas, but not messages that begin with a sign', async () => {
    const rows = ['=HYPERLINK("http://x")', '@SUM(A1)', "+cmd|' /C calc'!A0", '- 尺码表', '+86 138 0000', '@客服 请稍等', "'=1+1 就是 2"];
    const { replies, faults } = await readPack(bytes(`title,content\n${rows.map((row, index) => `t${index},"${row.replaceAll('"', '""')}"`).join('\n')}`), 'a.csv');
    expect(faults.map(({ row, code }) => [row, code])).toEqual([[2, 'formula'], [3, 'formula'], [4, 'formula']]);
    expect(replies.flatMap((reply) => reply.bubbles)).toEqual(['- 尺码表', '+86 138 0000', '@客服 请稍等', '=1+1 就是 2']);
    const book = workbook(`<row r="1">${cell('A1', '标题')}${cell('B1', '内容')}</row><row r="2">${cell('A2', 'a')}<c r="B2" t="str"><f>A1</f><v>text</v></c></row>`);
    expect(await faultsOf(book, 'a.xlsx')).toEqual([{ row: 2, code: 'formula', detail: '内容' }]);
  });

  it('refuses 10,000 columns', async () => {
    expect(await refused(bytes(`${'a,'.repeat(10_000)}\n`), 'a.csv')).toMatchObject({ row: 1, code: 'too-many-columns' });
    expect(await refused(workbook(`<row r="4">${cell('NTP4', 'x')}</row>`), 'a.xlsx')).toMatchObject({ row: 4, code: 'too-many-columns' });
  });

  it('refuses more rows than a pack may have', async () => {
    const rows = 't,c\n'.repeat(readLimits.rows + 2);
    expect(await refused(bytes(`title,content\n${rows}`), 'a.csv')).toMatchObject({ code: 'too-many-rows' });
  });

  it('reads thousands of rows of one title without counting each from the first', async () => {
    const { replies } = await readPack(bytes(`title,content\n${'t,c\n'.repeat(40_000)}`), 'a.csv');
    expect(new Set(replies.map(({ id }) => id)).size).toBe(40_000);
  });

  it('refuses a YAML alias bomb, deep nesting and broken YAML', async () => {
    const levels = Array.from({ length: 9 }, (_, level) => `a${level}: &a${level} [${Array(9).fill(level === 0 ? 'x' : `*a${level - 1}`).join(', ')}]`);
    expect(await refused(bytes(`${levels.join('\n')}\nmatches: *a8\n`), 'a.yml')).toMatchObject({ code: 'alias-bomb' });
    expect(await refused(bytes(`matches: ${'[ '.repeat(20_000)}`), 'a.yml')).toMatchObject({ row: null });
    expect(await refused(bytes('matches:\n  - trigger: "a\n'), 'a.yml')).toMatchObject({ code: 'bad-yaml' });
    expect(await refused(bytes(`matches:\n${' '.repeat(readLimits.yamlCharacters)}`), 'a.yml')).toMatchObject({ code: 'too-large' });
  });

  it('refuses what is no pack', async () => {
    expect(await refused(new Uint8Array(), 'a.csv')).toMatchObject({ code: 'empty-file' });
    expect(await refused(bytes(' \n'), 'a.csv')).toMatchObject({ code: 'empty-file' });
    expect(await refused(new Uint8Array(readLimits.fileBytes + 1), 'a.csv')).toMatchObject({ code: 'too-large' });
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'a.xlsx')).toMatchObject({ code: 'old-xls' });
    expect(await refused(zipSync({ 'a.txt': bytes('a') }), 'a.xlsx')).toMatchObject({ code: 'unknown-format' });
    expect(await refused(bytes('{"a":1}'), 'a.json')).toMatchObject({ code: 'unknown-format' });
    expect(await refused(bytes('{"a":,}'), 'a.json')).toMatchObject({ row: null, code: 'bad-json' });
    expect(await refused(bytes(`${'['.repeat(100_000)}`), 'a.json')).toMatchObject({ row: null });
    const pack = { format: 'chatside-pack', version: 2, id: 'a', name: 'a', language: 'en', release: '1' };
    expect(await refused(bytes(JSON.stringify(pack)), 'a.json')).toMatchObject({ code: 'newer-version', detail: '2' });
    expect(await refused(bytes(JSON.stringify({ ...pack, version: 1, id: 'ä' })), 'a.json')).toMatchObject({ code: 'bad-field' });
  });

  it('refuses an entity bomb in a workbook', async () => {
    const book = zipSync({ 'xl/workbook.xml': bytes('<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><workbook>&c;</workbook>'), 'xl/_rels/workbook.xml.rels': bytes('<a/>') });
    expect(await refused(book, 'a.xlsx')).toMatchObject({ code: 'bad-xml' });
  });
});

describe('whatever the bytes are', () => {
  const heads = [[], [0x50, 0x4b, 3, 4], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0x7b], [0x5b], [...bytes('matches:\n')]];
  const names = ['a.csv', 'a.tsv', 'a.xlsx', 'a.json', 'a.yml', 'a'];
  const sound = (faults: Fault[], name: string) => {
    for (const fault of faults) {
      for (const language of ['zh-CN', 'en'] as const) {
        const sentence = faultSentence(fault, name, language);
        expect(sentence.startsWith(name)).toBe(true);
        if (fault.row !== null) expect(sentence).toContain(String(fault.row));
      }
    }
  };

  it('gives replies or documented faults, and throws nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 600 }), fc.constantFrom(...names), async (head, tail, name) => {
        sound((await readPack(Uint8Array.from([...head, ...tail]), name)).faults, name);
      }),
      { numRuns: 400 },
    );
  });

  it('does so for damaged examples', async () => {
    const files = ['replies.xlsx', 'espanso.yml', 'textblaze.json', 'prokeys.json', 'quicktext.json', 'qianniu.csv', 'shop.chatside.json', 'autotextexpander.json'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }), fc.nat(), async (name, changes, keep) => {
        const data = new Uint8Array(example(name));
        for (const [at, value] of changes) data[at % data.length] = value;
        sound((await readPack(data.subarray(0, keep % 3 === 0 ? keep % data.length : data.length), name)).faults, name);
      }),
      { numRuns: 400 },
    );
  });

  it('does so for JSON of any shape', async () => {
    const shapes = [(value: unknown) => value, (value: unknown) => ({ folders: [{ snippets: [value] }] }), (value: unknown) => ['Snippets', 1, value], (value: unknown) => ({ templates: { groups: [value], texts: [value] } }), (value: unknown) => [{ short_code: 'a' }, value]];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...shapes), fc.jsonValue(), async (shape, value) => {
        sound((await readPack(bytes(JSON.stringify(shape(value))), 'a.json')).faults, 'a.json');
      }),
      { numRuns: 200 },
    );
  });
});
