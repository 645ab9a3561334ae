import { Inflate } from 'fflate';
import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import { limits, Refusal } from './result.ts';
import type { Pace } from './pace.ts';
import type { Cell, Row } from './table.ts';
import { zipEntries } from './zip.ts';
import type { ZipEntry } from './zip.ts';

/** At most 1032 times as much comes out of Deflate as goes in, so one push gives at most 1 MB. */
const PUSH = 2 ** 10;

interface Budget {
  left: number;
}

/** The text of an entry piece by piece: what is too large is refused before it is held in memory. */
async function* unpack(entry: ZipEntry, budget: Budget, pace: Pace): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  const take = (data: Uint8Array, final: boolean) => {
    budget.left -= data.length;
    if (budget.left < 0) throw new Refusal('zip-bomb', String(limits.unpackedBytes / 2 ** 20));
    text += decoder.decode(data, { stream: !final });
  };
  const inflate = new Inflate(take);
  for (let at = 0; at < entry.data.length; at += PUSH) {
    const piece = entry.data.subarray(at, at + PUSH);
    const final = at + PUSH >= entry.data.length;
    try {
      if (entry.stored) take(piece, final);
      else inflate.push(piece, final);
    } catch (error) {
      // fflate and TextDecoder say by various errors that the data is damaged.
      throw error instanceof Refusal ? error : new Refusal('bad-zip', entry.name);
    }
    yield text;
    text = '';
    if (pace.due()) await pace.rest(0.1 + (1 - budget.left / limits.unpackedBytes) * 0.4);
  }
}

interface Handlers {
  open(name: string, attributes: SaxesTagPlain['attributes']): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Name without its namespace prefix. */
const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Reads XML piece by piece; entities of a DTD are not expanded by saxes, only refused. */
async function* scan(xml: AsyncIterable<string>, part: string, handlers: Handlers): AsyncGenerator<undefined> {
  const parser = new SaxesParser();
  const bad = (error: Error) => {
    throw new Refusal(/unclosed|end of|unexpected end/i.test(error.message) ? 'cut-off' : 'bad-xml', part);
  };
  parser.on('error', bad);
  parser.on('opentag', (tag) => handlers.open(local(tag.name), tag.attributes));
  parser.on('closetag', (tag) => handlers.close?.(local(tag.name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  for await (const piece of xml) {
    parser.write(piece);
    yield undefined;
  }
  parser.close();
  yield undefined;
}

async function drain(scanning: AsyncGenerator<undefined>): Promise<void> {
  for await (const _ of scanning);
}

/** Excel writes control characters as `_x000D_`. */
const plain = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))).replace(/\r\n?/g, '\n');

const cell = (text: string, formula: boolean): Cell =>
  text.length > limits.cellCharacters ? { text: '', fault: 'cell-too-large' } : { text: plain(text), ...(formula && { fault: 'formula' }) };

async function sharedTexts(xml: AsyncIterable<string>): Promise<string[]> {
  const texts: string[] = [];
  let current = '';
  let taking = false;
  let phonetic = false;
  await drain(
    scan(xml, 'sharedStrings.xml', {
      open: (name) => {
        if (name === 'si') current = '';
        if (name === 'rPh') phonetic = true;
        taking = name === 't' && !phonetic;
      },
      close: (name) => {
        if (name === 'si') texts.push(current);
        if (name === 'rPh') phonetic = false;
        taking = false;
      },
      text: (text) => {
        if (taking) current += text;
      },
    }),
  );
  return texts;
}

/** Column of a reference such as `AB12`, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,4}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

async function* sheetRows(xml: AsyncIterable<string>, shared: string[]): AsyncGenerator<Row> {
  const ready: Row[] = [];
  let row: Row = { number: 0, cells: [] };
  let column = -1;
  let type = '';
  let value = '';
  let formula = false;
  let taking = false;
  const scanning = scan(xml, 'sheet', {
    open: (name, attributes) => {
      taking = name === 'v' || name === 't';
      if (name === 'row') row = { number: Number(attributes['r']) || row.number + 1, cells: [] };
      else if (name === 'c') {
        column = attributes['r'] ? columnOf(attributes['r']) : column + 1;
        if (column >= limits.columns) throw new Refusal('too-many-columns', String(limits.columns), row.number);
        type = attributes['t'] ?? '';
        value = '';
        formula = false;
      } else if (name === 'f') formula = true;
    },
    close: (name) => {
      taking = false;
      if (name === 'c' && column >= 0) {
        while (row.cells.length < column) row.cells.push({ text: '' });
        row.cells[column] = cell(type === 's' ? (shared[Number(value)] ?? '') : value, formula);
      } else if (name === 'row') {
        ready.push(row);
        column = -1;
      }
    },
    text: (text) => {
      if (taking) value += text;
    },
  });
  for await (const _ of scanning) yield* ready.splice(0);
}

/** Path of the first sheet, in the workbook's order. */
async function firstSheet(read: (name: string) => AsyncIterable<string> | undefined): Promise<string> {
  const book = read('xl/workbook.xml');
  const relations = read('xl/_rels/workbook.xml.rels');
  if (!book || !relations) throw new Refusal('unknown-format');
  let id = '';
  let path = '';
  const openSheet: Handlers['open'] = (name, { 'r:id': found }) => {
    if (name === 'sheet' && id === '' && found) id = found;
  };
  const openRelation: Handlers['open'] = (name, { Id, Target }) => {
    if (name === 'Relationship' && Id === id && Target) path = Target;
  };
  await drain(scan(book, 'workbook.xml', { open: openSheet }));
  await drain(scan(relations, 'workbook.xml.rels', { open: openRelation }));
  return path.startsWith('/') ? path.slice(1) : `xl/${path}`;
}

/**
 * Rows of the first sheet of an XLSX file. Cells with a formula come with a fault: what they show
 * was computed elsewhere.
 * @throws Refusal `bad-zip`, `zip-bomb`, `cut-off`, `bad-xml`, `unknown-format`, `too-many-columns`
 */
export async function* xlsxRows(bytes: Uint8Array, pace: Pace): AsyncGenerator<Row> {
  const entries = zipEntries(bytes);
  const budget: Budget = { left: limits.unpackedBytes };
  const read = (name: string) => {
    const entry = entries.get(name);
    return entry && unpack(entry, budget, pace);
  };
  const sheet = read(await firstSheet(read));
  if (!sheet) throw new Refusal('unknown-format');
  const strings = read('xl/sharedStrings.xml');
  yield* sheetRows(sheet, strings ? await sharedTexts(strings) : []);
}
