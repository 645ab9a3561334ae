import type { Translate } from '../../locales';
import type { Held } from '../person';

/** Everything on one person as a JSON document, for them to take along. */
export function personAsJson(held: Held, now: Date): string {
  return JSON.stringify({ format: 'chatside-person', version: 1, exportedAt: now.toISOString(), ...held }, null, 2);
}

/** Fields that say nothing to the person. */
const INNER = new Set(['id', 'customerId', 'joined', 'remindAt', 'activeAt', 'sealed', 'field', 'from']);

/** Everything on one person as Markdown, readable without any program; `title` heads it. */
export function personAsMarkdown(held: Held, title: string, t: Translate): string {
  const sections = Object.entries(held).filter(([, rows]) => rows.length > 0);
  const parts = sections.map(([table, rows]) => {
    const entries = rows.map((row) =>
      Object.entries(row)
        .filter(([field, value]) => !INNER.has(field) && value !== '' && value !== null && !(Array.isArray(value) && value.length === 0))
        .map(([field, value]) => `- ${field}: ${written(field, value)}`)
        .join('\n'),
    );
    return `## ${t(`file.tables.${table as keyof Held}`)}\n\n${entries.join('\n\n')}`;
  });
  return `# ${plain(title)}\n\n${parts.join('\n\n')}\n`;
}

/** Times as people write them; what is typed by hand as it is, on lines of its own where it has several. */
function written(field: string, value: unknown): string {
  if (typeof value === 'number' && (/(At|By|Due|Until)$/.test(field) || field === 'at' || field === 'since')) return new Date(value).toLocaleString('sv');
  if (typeof value === 'string') return plain(value).replaceAll('\n', '\n  ');
  return plain(JSON.stringify(value));
}

/** Text of strangers is text: no markup of theirs takes effect. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
