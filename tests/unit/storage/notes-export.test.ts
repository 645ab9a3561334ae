import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createTexts } from '../../../locales';
import { Fault } from '../../../locales/fault';
import type { CustomerWithNotes } from '../../../storage/customers';
import { notesAsCsv, notesAsJson } from '../../../storage/export/notes';
import { customerSchema, noteSchema } from '../../../storage/records-customers';

const { t } = createTexts('zh-CN');

function entry(name: string, ...texts: string[]): CustomerWithNotes {
  const id = `id-${name}`;
  const time = Date.UTC(2026, 10, 24, 8, 0, 0);
  return {
    customer: customerSchema.parse({ id, site: 'shop.example', key: name, name, createdAt: time, updatedAt: time }),
    notes: texts.map((text, index) =>
      noteSchema.parse({ id: `${id}-${index}`, customerId: id, text, createdAt: time, updatedAt: time }),
    ),
  };
}

describe('notes as CSV', () => {
  it('begins with a byte order mark, and each note is a row', () => {
    const csv = notesAsCsv([entry('林小姐', '要发票', '第二条,\n"引号"'), entry('Tom')], t);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const { data } = Papa.parse<string[]>(csv.slice(1).trimEnd());
    expect(data).toHaveLength(4);
    expect(data[2]?.[7]).toBe('第二条,\n"引号"');
    expect(data[3]?.slice(1, 2)).toEqual(['Tom']);
  });

  it.each(['=1+1', '+86 138', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('defuses %j', (text) => {
    const { data } = Papa.parse<string[]>(notesAsCsv([entry('x', text)], t).slice(1).trimEnd());
    expect(data[1]?.[7]?.startsWith("'")).toBe(true);
  });

  it('has nothing to say about nothing', () => {
    expect(() => notesAsCsv([], t)).toThrow(Fault);
  });
});

describe('notes as JSON', () => {
  it('is complete: reading it back gives equal records', () => {
    const entries = [entry('林小姐', '一', '二'), entry('Tom')];
    const read = JSON.parse(notesAsJson(entries, new Date(0)));
    expect(read).toMatchObject({ format: 'chatside-notes', version: 1, exportedAt: '1970-01-01T00:00:00.000Z' });
    const back = read.customers.map(({ notes, ...customer }: { notes: unknown[] }) => ({ customer, notes }));
    expect(back).toEqual(entries);
  });

  it('has nothing to say about nothing', () => {
    expect(() => notesAsJson([], new Date())).toThrow('nothing-to-export');
  });
});
