import { strToU8, Zip, ZipDeflate } from 'fflate';
import Papa from 'papaparse';
import { Fault } from '../../locales/fault';
import type { Translate } from '../../locales';
import type { WholeFile } from '../files';
import { markdownName, markdownOf } from './markdown';
import { exportHead, exportRows } from './rows';
import { filesFor } from './selection';
import type { ExportChoice } from './selection';
import { vcardOf } from './vcard';
import { xlsxOf } from './xlsx';

/** The head of exported files as JSON; see docs/formats.md. */
export const NOTES_FORMAT = 'chatside-notes';
export const NOTES_VERSION = 1;

/** Leading characters that make a spreadsheet run a cell as a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r\n]/;

export const exportKinds = ['csv', 'xlsx', 'json', 'md', 'vcf'] as const;
export type ExportKind = (typeof exportKinds)[number];

interface Options {
  choice: ExportChoice;
  t: Translate;
  signal?: AbortSignal;
  onProgress?(share: number): void;
}

/** Pieces of a file, each of which the browser may move to the disk. */
type Pieces = AsyncGenerator<BlobPart>;

async function* csv(slices: AsyncIterable<WholeFile[]>, t: Translate): Pieces {
  const lines = (rows: string[][]) => `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
  // Excel needs the byte order mark to show Chinese.
  yield `\uFEFF${lines([exportHead(t)])}`;
  for await (const files of slices) if (files.length > 0) yield lines(files.flatMap((file) => exportRows(file, t)));
}

async function* json(slices: AsyncIterable<WholeFile[]>): Pieces {
  yield `{\n"format": "${NOTES_FORMAT}",\n"version": ${NOTES_VERSION},\n"exportedAt": "${new Date().toISOString()}",\n"customers": [`;
  let first = true;
  for await (const files of slices) {
    for (const { customer, joined, notes, complaints, followUps } of files) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify({ ...customer, notes, complaints, followUps, ...(joined.length > 0 && { joinedFiles: joined }) })}`;
      first = false;
    }
  }
  yield '\n]\n}\n';
}

async function* vcards(slices: AsyncIterable<WholeFile[]>, t: Translate): Pieces {
  for await (const files of slices) yield files.map((file) => vcardOf(file, t)).join('');
}

async function markdown(slices: AsyncIterable<WholeFile[]>, t: Translate): Promise<Blob> {
  const pieces: Blob[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    pieces.push(new Blob([new Uint8Array(chunk)]));
  });
  for await (const files of slices) {
    for (const file of files) {
      const entry = new ZipDeflate(markdownName(file));
      zip.add(entry);
      entry.push(strToU8(markdownOf(file, t)), true);
    }
  }
  zip.end();
  return new Blob(pieces, { type: 'application/zip' });
}

async function gathered(pieces: Pieces, type: string): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const piece of pieces) parts.push(new Blob([piece]));
  return new Blob(parts, { type });
}

async function* tableOf(slices: AsyncIterable<WholeFile[]>, t: Translate): AsyncGenerator<string[][]> {
  yield [exportHead(t)];
  for await (const files of slices) yield files.flatMap((file) => exportRows(file, t));
}

/**
 * The chosen files as one file of this kind. Read and written some at a time, so that memory does not
 * grow with them.
 * @throws Fault `nothing-to-export`; `locked`; the signal's reason when it was cancelled
 */
export async function exportCustomers(kind: ExportKind, { choice, t, signal, onProgress }: Options): Promise<Blob> {
  let count = 0;
  const slices = (async function* counted() {
    for await (const files of filesFor(choice, { signal, onProgress })) {
      count += files.length;
      yield files;
    }
  })();
  const blob = await {
    csv: () => gathered(csv(slices, t), 'text/csv'),
    xlsx: () => xlsxOf(tableOf(slices, t)),
    json: () => gathered(json(slices), 'application/json'),
    md: () => markdown(slices, t),
    vcf: () => gathered(vcards(slices, t), 'text/vcard'),
  }[kind]();
  if (count === 0) throw new Fault('nothing-to-export');
  return blob;
}
