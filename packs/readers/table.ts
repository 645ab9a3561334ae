import { guessMapping, nameKey, recogniseHeader } from './columns.ts';
import type { Entry } from './entries.ts';
import { limits, Refusal } from './result.ts';
import type { Fault, FaultCode, Mapping, PackFormat, ShownMapping } from './result.ts';
import { toTemplate } from './marks.ts';

export interface Cell {
  text: string;
  /** Read with a fault, which counts when the column is used. */
  fault?: FaultCode;
}

export interface Row {
  /** As the spreadsheet numbers it, from 1. */
  number: number;
  cells: Cell[];
}

/**
 * Cells that a spreadsheet would run (OWASP, CSV Injection). A leading `+`, `-` or `@` alone is
 * common in messages, so these count only before a call or a link to another program.
 */
const FORMULA = /^(=|[+\-@][\w.]*[(|!])/;
/** The apostrophe by which an export defused such a cell. */
const DEFUSED = /^'(?=[=+\-@\t])/;

/** A cell's text, or what is wrong with it. */
export function value(cell: Cell | undefined): { text: string; fault?: FaultCode } {
  if (!cell) return { text: '' };
  if (cell.fault) return cell;
  if (cell.text.length > limits.cellCharacters) return { text: '', fault: 'cell-too-large' };
  if (FORMULA.test(cell.text)) return { text: '', fault: 'formula' };
  return { text: cell.text.replace(DEFUSED, '') };
}

const texts = (row: Row) => row.cells.map((cell) => cell.text.slice(0, 500));

function shown(mapping: Mapping, rows: Row[], guessed: boolean): ShownMapping {
  const [first, ...rest] = rows.map(texts);
  return {
    ...mapping,
    columns: (first ?? []).map((name) => (mapping.header ? name : '')),
    samples: (mapping.header ? rest : [first ?? [], ...rest]).slice(0, 5),
    guessed,
  };
}

/** What the columns of a table are, from its first rows or from the user. */
export function readMapping(rows: Row[], given?: Mapping): { format: PackFormat; mapping: ShownMapping } {
  const found = recogniseHeader(texts(rows[0] ?? { number: 1, cells: [] }));
  if (given) return { format: given.header ? (found?.format ?? 'table') : 'table', mapping: shown(given, rows, false) };
  if (found && found.mapping.text.length === 0) {
    const guess = guessMapping(rows.slice(1).map(texts));
    return { format: 'table', mapping: shown({ ...guess, ...found.mapping, text: guess.text }, rows, true) };
  }
  if (found) return { format: found.format, mapping: shown(found.mapping, rows, found.format === 'table') };
  return { format: 'table', mapping: shown(guessMapping(rows.map(texts)), rows, true) };
}

/** One row as an entry, or what is wrong with it; undefined for an empty row. */
export function entryOf(row: Row, mapping: ShownMapping, format: PackFormat): Entry | Fault | undefined {
  if (row.cells.every((cell) => cell.text.trim() === '' && !cell.fault)) return undefined;
  const columnName = (column: number) => mapping.columns[column]?.trim() || String(column + 1);
  const kind = format === 'bytedesk' ? mapping.columns.findIndex((name) => nameKey(name) === '类型') : -1;
  const kindText = row.cells[kind]?.text.trim() ?? '';
  if (kindText !== '' && !/^(text|文本|文字)$/i.test(kindText)) return { row: row.number, code: 'not-text', detail: kindText.slice(0, 40) };
  const read = (column: number | undefined): string => {
    if (column === undefined) return '';
    const { text, fault } = value(row.cells[column]);
    if (fault) throw new Refusal(fault, columnName(column), row.number);
    return text;
  };
  try {
    const id = read(mapping.id).trim();
    return {
      row: row.number,
      ...(id !== '' && (format === 'chatside-table' || format === 'livehelperchat' || format === 'chatwoot') && { id: format === 'chatside-table' ? id : `${format}:${id}` }),
      title: read(mapping.title),
      group: read(mapping.group),
      abbreviation: read(mapping.abbreviation),
      tags: read(mapping.tags).split(/[,，;；、|\n]/),
      bubbles: mapping.text.map((column) => toTemplate(read(column), format === 'chatside-table' ? 'own' : 'table')),
    };
  } catch (error) {
    if (error instanceof Refusal) return error.fault;
    throw error;
  }
}
