import Papa from 'papaparse';
import { Fault } from '../../locales/fault';
import type { Translate } from '../../locales';
import type { CustomerWithNotes } from '../customers';

/** The head of an exported notes file; see docs/formats.md. */
export const NOTES_FORMAT = 'chatside-notes';
export const NOTES_VERSION = 1;

/** Leading characters that make a spreadsheet run a cell as a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * All customers and their notes as one JSON document, complete: reading it back gives equal records.
 * @throws Fault `nothing-to-export`
 */
export function notesAsJson(customers: CustomerWithNotes[], now: Date): string {
  if (customers.length === 0) throw new Fault('nothing-to-export');
  return JSON.stringify(
    {
      format: NOTES_FORMAT,
      version: NOTES_VERSION,
      exportedAt: now.toISOString(),
      customers: customers.map(({ customer, notes }) => ({ ...customer, notes })),
    },
    null,
    2,
  );
}

/**
 * One row a note, and one for each customer without notes. UTF-8 with a byte order mark and CRLF,
 * which Excel needs to show Chinese; cells that would run as a formula are defused with a leading
 * apostrophe.
 * @throws Fault `nothing-to-export`
 */
export function notesAsCsv(customers: CustomerWithNotes[], t: Translate): string {
  if (customers.length === 0) throw new Fault('nothing-to-export');
  const head = [
    t('clock.site'),
    t('popup.name'),
    t('popup.contact'),
    t('popup.address'),
    t('popup.product'),
    t('popup.class'),
    t('popup.tags'),
    t('popup.note'),
    t('popup.author'),
    t('popup.written'),
  ];
  const rows = customers.flatMap(({ customer, notes }) => {
    const file = [
      customer.site,
      customer.name,
      customer.contact,
      customer.address,
      customer.product,
      customer.customerClass ?? '',
      customer.tags.join(', '),
    ];
    if (notes.length === 0) return [[...file, '', '', '']];
    return notes.map((note) => [...file, note.text, note.author, localTime(note.createdAt)]);
  });
  return `\uFEFF${Papa.unparse([head, ...rows], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

/** `2026-11-24 16:05:09` in the computer's own time zone. */
function localTime(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
