import type { BannedWord, Pack, Reply } from '../format.ts';
import type { Picture } from '../picture.ts';

/** What a pack file says of the pack itself. */
export type PackHead = Omit<Pack, 'replies' | 'words' | 'pictures'>;

/** Formats by their content, whatever the file is called. */
export const packFormats = [
  'chatside',
  'chatside-table',
  'qianniu',
  'speech-repo',
  'bytedesk',
  'livehelperchat',
  'chatwoot',
  'table',
  'espanso',
  'textblaze',
  'prokeys',
  'autotextexpander',
  'quicktext',
] as const;
export type PackFormat = (typeof packFormats)[number] | 'unknown';

/** What can be wrong; the sentence for each is in `sentences.ts`. */
export type FaultCode =
  // of the whole file: `row` is null and nothing is read
  | 'empty-file'
  | 'too-large'
  | 'wrong-encoding'
  | 'cut-off'
  | 'unknown-format'
  | 'old-xls'
  | 'bad-zip'
  | 'zip-bomb'
  | 'bad-xml'
  | 'bad-json'
  | 'bad-yaml'
  | 'alias-bomb'
  | 'too-deep'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'no-text-column'
  | 'no-replies'
  | 'newer-version'
  // of one row: that row is left out
  | 'bad-field'
  | 'broken-quotes'
  | 'cell-too-large'
  | 'formula'
  | 'no-text'
  | 'not-text'
  | 'unsafe-name'
  | 'text-too-long'
  | 'title-too-long'
  | 'abbreviation-too-long'
  | 'repeated-id';

export interface Fault {
  /** Row of the table with its header as row 1, or number of the entry, from 1; null: the whole file. */
  row: number | null;
  code: FaultCode;
  /** What the sentence needs to name: a limit, a column, the parser's place. */
  detail: string;
}

/** Which columns of a table hold what, numbered from 0. */
export interface Mapping {
  /** The first row names the columns. */
  header: boolean;
  /** Several columns: several messages of one reply. */
  text: number[];
  title?: number;
  group?: number;
  abbreviation?: number;
  tags?: number;
  id?: number;
}

/** A mapping with what a person needs to see to correct it. */
export interface ShownMapping extends Mapping {
  /** Names of the columns, empty where the table has none. */
  columns: string[];
  /** The first rows after the header, at most five. */
  samples: string[][];
  /** Nobody's known export: guessed from header and content, so let the user look. */
  guessed: boolean;
}

export const textEncodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type TextEncoding = (typeof textEncodings)[number];

export interface ReadResult {
  format: PackFormat;
  /** Of every file but a workbook. */
  encoding?: TextEncoding;
  /** Only in our own format: what the file says of the pack. */
  head?: PackHead;
  replies: Reply[];
  words: BannedWord[];
  /** Only in our own format. */
  pictures?: Picture[];
  /** Only for tables (CSV, TSV, XLSX). */
  mapping?: ShownMapping;
  faults: Fault[];
}

export interface ReadOptions {
  /** A mapping that the user corrected. */
  mapping?: Mapping;
  /** An encoding that the user corrected. */
  encoding?: TextEncoding;
  /** Ends the reading; `readPack` rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Called between slices with the share that is done, 0 to 1. */
  onProgress?(share: number): void;
}

/** Bounds of what is read. Bytes, or UTF-16 code units. */
export const limits = {
  fileBytes: 32 * 2 ** 20,
  /** YAML is parsed in one go, with the longest tree of all formats: 2 s and 200 MB for 12,000 matches, 15 s for the worst text. */
  yamlCharacters: 2 * 2 ** 20,
  /** All parts of a workbook together, unpacked. */
  unpackedBytes: 64 * 2 ** 20,
  cellCharacters: 100_000,
  columns: 256,
  rows: 50_000,
  depth: 12,
  /** After as many faults the rest is not listed. */
  faults: 1000,
} as const;

/** Ends the reading of a file with one fault; never leaves `readPack`. */
export class Refusal extends Error {
  readonly fault: Fault;
  constructor(code: FaultCode, detail = '', row: number | null = null) {
    super(code);
    this.fault = { row, code, detail };
  }
}
