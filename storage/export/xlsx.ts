import { strToU8, Zip, ZipDeflate } from 'fflate';

/**
 * A workbook of one sheet, written row by row: what is in memory does not grow with the rows. (The
 * library that writes the clock's workbook holds every cell at once, which a year of notes does not
 * fit into.) All cells are text, so none can be a formula.
 */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const parts: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Chatside" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** Most that Excel takes: UTF-16 code units in a cell. */
const CELL = 32_767;
/** Not allowed in XML 1.0: control characters and lone surrogates. */
const forbidden = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

const escaped = (text: string) =>
  text.toWellFormed().replace(forbidden, '').slice(0, CELL).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');

const rowOf = (cells: string[]) => `<row>${cells.map((cell) => (cell ? `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>` : '<c/>')).join('')}</row>`;

/** The workbook's bytes, as pieces that the browser may move to the disk. */
export async function xlsxOf(slices: AsyncIterable<string[][]>): Promise<Blob> {
  const pieces: Blob[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    pieces.push(new Blob([new Uint8Array(chunk)]));
  });
  for (const [name, content] of Object.entries(parts)) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(strToU8(XML + content), true);
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml');
  zip.add(sheet);
  sheet.push(strToU8(`${XML}<worksheet xmlns="${MAIN}"><sheetData>`));
  for await (const rows of slices) sheet.push(strToU8(rows.map(rowOf).join('')));
  sheet.push(strToU8('</sheetData></worksheet>'), true);
  zip.end();
  return new Blob(pieces, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}
