import type { Reply } from '../format.ts';
import { isChatside, readChatside } from './chatside.ts';
import { csvRows } from './csv.ts';
import { decodeText } from './encoding.ts';
import { groupFromName, note, ReplyMaker } from './entries.ts';
import type { Entry } from './entries.ts';
import { espansoEntries, isEspanso, parseYaml } from './espanso.ts';
import { Pace } from './pace.ts';
import { limits, Refusal } from './result.ts';
import type { Fault, ReadOptions, ReadResult, ShownMapping } from './result.ts';
import { jsonReaders } from './shapes.ts';
import { entryOf, readMapping, value } from './table.ts';
import type { Row } from './table.ts';
import { xlsxRows } from './xlsx.ts';

export { comparePack } from './compare.ts';
export type { Compared } from './compare.ts';
export { faultSentence } from './sentences.ts';
export { limits as readLimits, packFormats, textEncodings } from './result.ts';
export type { Fault, FaultCode, Mapping, PackFormat, PackHead, ReadOptions, ReadResult, ShownMapping, TextEncoding } from './result.ts';

/** Rows by which a mapping is told. */
const HEAD = 20;

async function collect(entries: Iterable<Entry | Fault>, fileName: string, faults: Fault[], pace: Pace): Promise<Reply[]> {
  const maker = new ReplyMaker(groupFromName(fileName));
  const replies: Reply[] = [];
  for (const entry of entries) {
    const made = 'code' in entry ? entry : maker.make(entry);
    if ('code' in made) note(faults, made);
    else replies.push(made);
    if (replies.length > limits.rows) throw new Refusal('too-many-rows', String(limits.rows));
    if (pace.due()) await pace.rest(0.5 + (replies.length / limits.rows) * 0.5);
  }
  return replies;
}

async function readTable(rows: AsyncGenerator<Row>, fileName: string, options: ReadOptions, faults: Fault[], pace: Pace): Promise<ReadResult> {
  const read: Row[] = [];
  const filled = (row: Row) => row.cells.some((cell) => cell.text.trim() !== '' || cell.fault);
  for await (const row of rows) {
    if (filled(row)) read.push(row);
    if (read.length > limits.rows + 1) throw new Refusal('too-many-rows', String(limits.rows));
  }
  if (read.length === 0) throw new Refusal('empty-file');
  const { format, mapping } = readMapping(read.slice(0, HEAD), options.mapping);
  if (mapping.text.length === 0) throw new Refusal('no-text-column');
  const replies = await collect(tableEntries(mapping.header ? read.slice(1) : read, mapping, format), fileName, faults, pace);
  return { format, replies, words: [], mapping, faults };
}

function* tableEntries(rows: Row[], mapping: ShownMapping, format: ReadResult['format']): Generator<Entry | Fault> {
  for (const row of rows) {
    const entry = entryOf(row, mapping, format);
    if (entry) yield entry;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('too-deep', String(limits.depth));
    const message = error instanceof Error ? error.message : '';
    const place = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
    if (/unexpected end|unterminated|end of data/i.test(message) || place >= text.trimEnd().length) throw new Refusal('cut-off');
    const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
    if (line) throw new Refusal('bad-json', `${line}:${column}`);
    const before = Number.isNaN(place) ? undefined : text.slice(0, place).split('\n');
    throw new Refusal('bad-json', before ? `${before.length}:${(before.at(-1)?.length ?? 0) + 1}` : '');
  }
}

async function readText(text: string, fileName: string, options: ReadOptions, faults: Fault[], pace: Pace): Promise<ReadResult> {
  if (text.trim() === '') throw new Refusal('empty-file');
  const table = /\.(csv|tsv|tab|xlsx)$/i.test(fileName);
  if (/\.json$/i.test(fileName) || (!table && /^\s*[[{]/.test(text))) {
    const data = parseJson(text);
    if (isChatside(data)) return { format: 'chatside', faults, ...(await readChatside(data, faults, pace)) };
    const reader = jsonReaders.find((candidate) => candidate.fits(data));
    if (!reader) throw new Refusal('unknown-format');
    return { format: reader.format, replies: await collect(reader.entries(data), fileName, faults, pace), words: [], faults };
  }
  if (/\.ya?ml$/i.test(fileName) || (!table && /^matches:/m.test(text.slice(0, 2 ** 16)))) {
    const data = parseYaml(text);
    if (!isEspanso(data)) throw new Refusal('unknown-format');
    return { format: 'espanso', replies: await collect(espansoEntries(data), fileName, faults, pace), words: [], faults };
  }
  return readTable(csvRows(text, fileName, pace), fileName, options, faults, pace);
}

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, index) => bytes[index] === byte);

async function readAny(bytes: Uint8Array, fileName: string, options: ReadOptions, faults: Fault[], pace: Pace): Promise<ReadResult> {
  if (bytes.length === 0) throw new Refusal('empty-file');
  if (bytes.length > limits.fileBytes) throw new Refusal('too-large', `${limits.fileBytes / 2 ** 20} MB`);
  // Compound File Binary: an XLS before 2007, or a workbook with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refusal('old-xls');
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return readTable(xlsxRows(bytes, pace), fileName, options, faults, pace);
  if (/\.xlsx$/i.test(fileName) && bytes[0] === 0x50 && bytes[1] === 0x4b) throw new Refusal('bad-zip');
  const { text, encoding } = await decodeText(bytes, pace, options.encoding);
  return { ...(await readText(text, fileName, options, faults, pace)), encoding };
}

/**
 * Reads a pack in any format of docs/formats.md, told by its content first and its name second.
 * Works in slices of some 12 ms and gives the thread back between them; only `JSON.parse` and YAML
 * run in one go, so a page lets a worker call it. Faulty rows are left out and named; a file that cannot
 * be read gives no replies and one fault whose `row` may be null.
 * @param bytes the file, at most `readLimits.fileBytes`; pasted text as UTF-8
 * @param fileName as the user knows it; its stem is the group of replies that have none
 * @throws only the reason of `options.signal`
 */
export async function readPack(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<ReadResult> {
  const pace = new Pace(options.signal, options.onProgress);
  const faults: Fault[] = [];
  try {
    const result = await readAny(bytes, fileName, options, faults, pace);
    if (result.replies.length + result.words.length === 0 && faults.length === 0) throw new Refusal('no-replies');
    options.onProgress?.(1);
    return result;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { format: 'unknown', replies: [], words: [], faults: [error.fault] };
  }
}

/** A row of a table as text. */
export interface TextRow {
  /** As the spreadsheet numbers it, from 1. */
  number: number;
  cells: string[];
}

/**
 * The rows of a table (CSV, TSV, XLSX) for readers of other things than packs, under the same bounds.
 * A row with a faulty cell (a formula, far too large) is left out and named.
 * @throws only the reason of `options.signal`
 */
export async function readRows(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<{ rows: TextRow[]; faults: Fault[] }> {
  const pace = new Pace(options.signal, options.onProgress);
  try {
    if (bytes.length === 0) throw new Refusal('empty-file');
    if (bytes.length > limits.fileBytes) throw new Refusal('too-large', `${limits.fileBytes / 2 ** 20} MB`);
    if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refusal('old-xls');
    const zipped = startsWith(bytes, 0x50, 0x4b, 3, 4);
    if (!zipped && /\.xlsx$/i.test(fileName)) throw new Refusal('bad-zip');
    const source = zipped ? xlsxRows(bytes, pace) : csvRows((await decodeText(bytes, pace, options.encoding)).text, fileName, pace);
    const read: { rows: TextRow[]; faults: Fault[] } = { rows: [], faults: [] };
    for await (const { number, cells } of source) {
      const values = cells.map(value);
      const column = values.findIndex(({ fault }) => fault);
      if (column >= 0) note(read.faults, { row: number, code: values[column]!.fault!, detail: String(column + 1) });
      else if (values.some(({ text }) => text.trim() !== '')) read.rows.push({ number, cells: values.map(({ text }) => text) });
      if (read.rows.length > limits.rows + 1) throw new Refusal('too-many-rows', String(limits.rows));
    }
    if (read.rows.length === 0 && read.faults.length === 0) throw new Refusal('empty-file');
    return read;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { rows: [], faults: [error.fault] };
  }
}
