import Papa from 'papaparse';
import { limits, Refusal } from './result.ts';
import type { Pace } from './pace.ts';
import type { Cell, Row } from './table.ts';

const WINDOW = 2 ** 15;
const UNUSED = '\u001f';

/** The sign between the cells; one that is in no text when the file has a single column. */
export function delimiterOf(text: string, fileName: string): string {
  if (/\.(tsv|tab)$/i.test(fileName)) return '\t';
  const guess = Papa.parse(text.slice(0, 2 ** 14), { preview: 10, skipEmptyLines: 'greedy', delimitersToGuess: [',', '\t', ';', '|'] });
  return guess.errors.some((error) => error.code === 'UndetectableDelimiter') ? UNUSED : guess.meta.delimiter;
}

/**
 * Rows of a CSV or TSV text, window by window, so that neither a long file nor an open quotation
 * mark holds the thread.
 * @throws Refusal `broken-quotes`, `cell-too-large`, `too-many-columns`
 */
export async function* csvRows(text: string, fileName: string, pace: Pace): AsyncGenerator<Row> {
  const delimiter = delimiterOf(text, fileName);
  const parser = () => new Papa.Parser({ delimiter, newline: '\n' });
  let number = 0;
  let size = WINDOW;
  for (let at = 0; at < text.length; ) {
    const end = Math.min(text.length, at + size);
    const last = end === text.length;
    const part: Papa.ParseResult<string[]> = parser().parse(text.slice(at, end), 0, !last);
    for (const cells of part.data) {
      number += 1;
      if (cells.length > limits.columns) throw new Refusal('too-many-columns', String(limits.columns), number);
      yield { number, cells: cells.map((cell): Cell => ({ text: cell })) };
      if (pace.due()) await pace.rest(0.1 + (at / text.length) * 0.4);
    }
    if (part.errors.some((error) => error.code === 'MissingQuotes')) throw new Refusal('broken-quotes', '', number);
    if (last) return;
    if (part.meta.cursor > 0) {
      at += part.meta.cursor;
      size = WINDOW;
    } else if (size > limits.cellCharacters * 4) {
      throw new Refusal('cell-too-large', String(limits.cellCharacters), number + 1);
    } else size *= 2;
  }
}
