import type { Translate } from '../../locales';
import type { Pack, Reply } from '../../packs/format';
import { tableOf } from '../../packs/readers/write';
import Papa from 'papaparse';
import { withPictures } from '../pictures';

/** A pack as `.chatside.json`, complete: with everything of its replies, its words and its pictures. */
export async function packAsJson(pack: Pack): Promise<string> {
  return `${JSON.stringify(await withPictures(pack), null, 1)}\n`;
}

/** Replies as a CSV that `readPack` reads back and Excel opens. */
export const repliesAsCsv = (replies: Reply[]): string => tableOf(replies, ',');

/** The same as an XLSX workbook; texts are stored as texts and never run. */
export async function repliesAsXlsx(replies: Reply[]): Promise<Blob> {
  const bubbles = replies.reduce((most, reply) => Math.max(most, reply.bubbles.length), 1);
  const head = ['id', 'group', 'title', 'abbreviation', 'tags', ...Array.from({ length: bubbles }, (_, index) => `bubble ${index + 1}`)];
  return workbook(head, replies.map((reply) => [reply.id, reply.group, reply.title, reply.abbreviation ?? '', (reply.tags ?? []).join(', '), ...reply.bubbles]));
}

/** Replies of which a table tells only a part. */
export const lossOf = (replies: Reply[]): number => replies.filter((reply) => reply.wordings || reply.seasons || reply.questions || reply.pictures).length;

/** How one reply did. */
export interface UseRow {
  title: string;
  group: string;
  used: number;
  sent: number;
  edited: number;
  held: number;
}

/** Leading characters that make a spreadsheet run a cell as a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r\n]/;
const usesHead = (t: Translate) => [t('packs.title'), t('packs.group'), t('uses.used'), t('uses.sent'), t('uses.edited'), t('uses.held')];
const usesCells = ({ title, group, used, sent, edited, held }: UseRow) => [title, group, used, sent, edited, held];

export function usesAsCsv(uses: UseRow[], t: Translate): string {
  return `\uFEFF${Papa.unparse([usesHead(t), ...uses.map(usesCells)], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

export const usesAsXlsx = (uses: UseRow[], t: Translate): Promise<Blob> => workbook(usesHead(t), uses.map(usesCells));

async function workbook(head: string[], rows: (string | number)[][]): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const cell = (value: string | number) => (typeof value === 'number' ? { value, type: Number } : { value, type: String });
  const top = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  return writeXlsxFile([top, ...rows.map((row) => row.map(cell))]).toBlob();
}
