import Papa from 'papaparse';
import type { Translate } from '../../locales';
import type { WaitRecord } from '../records';

/** Leading characters that make a spreadsheet run a cell as a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r\n]/;

function head(t: Translate): string[] {
  return [t('clock.since'), t('clock.site'), t('clock.customer'), t('clock.wait'), t('clock.outcome'), t('clock.kind')];
}

function cells(wait: WaitRecord, t: Translate) {
  return {
    since: new Date(wait.since),
    site: wait.site,
    customer: wait.customerName,
    seconds: (wait.endedAt - wait.since) / 1000,
    outcome: t(`clock.outcomes.${wait.outcome}`),
    kind: t(wait.first ? 'clock.firstAnswers' : 'clock.followingAnswers'),
  };
}

/** One row a wait; times in UTC as ISO 8601, lengths in seconds. As a CSV that Excel reads, formulas defused. */
export function timesAsCsv(waits: WaitRecord[], t: Translate): string {
  const rows = waits.map((wait) => {
    const { since, site, customer, seconds, outcome, kind } = cells(wait, t);
    return [since.toISOString(), site, customer, seconds, outcome, kind];
  });
  return `\uFEFF${Papa.unparse([head(t), ...rows], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

/** A worksheet holds 1,048,576 rows (Microsoft, Excel specifications and limits), its head among them. */
const MAX_ROWS = 1_048_575;

/** The same as an XLSX workbook with real dates, in local time; texts are stored as texts and never run. */
export async function timesAsXlsx(waits: WaitRecord[], t: Translate): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const rows = waits.slice(0, MAX_ROWS).map((wait) => {
    const { since, site, customer, seconds, outcome, kind } = cells(wait, t);
    // The format knows no time zones: it shows the UTC reading of a date.
    const local = new Date(since.getTime() - since.getTimezoneOffset() * 60_000);
    const text = (value: string) => ({ value, type: String });
    return [{ value: local, type: Date, format: 'yyyy-mm-dd hh:mm:ss' }, text(site), text(customer), { value: seconds, type: Number }, text(outcome), text(kind)];
  });
  const top = head(t).map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  return writeXlsxFile([top, ...rows]).toBlob();
}
