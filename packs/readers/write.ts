import Papa from 'papaparse';
import { PACK_FORMAT, PACK_VERSION, packSchema } from '../format.ts';
import type { BannedWord, Pack, Reply } from '../format.ts';
import type { Picture } from '../picture.ts';

/** A pack of its own around what was read. The language is that of most texts. */
export function packOf(name: string, replies: Reply[], words: BannedWord[], release: string, pictures: Picture[] = []): Pack {
  const all = [...replies.flatMap((reply) => reply.bubbles), ...words.map((word) => word.term)].slice(0, 200);
  const chinese = all.filter((text) => /\p{Script=Han}/u.test(text)).length * 2 >= all.length;
  return packSchema.parse({
    format: PACK_FORMAT,
    version: PACK_VERSION,
    id: name.replace(/[^\w.:-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80) || 'pack',
    name,
    language: chinese ? 'zh-CN' : 'en',
    release,
    ...(replies.length > 0 && { replies }),
    ...(words.length > 0 && { words }),
    ...(pictures.length > 0 && { pictures }),
  });
}

/**
 * Replies as a table that `readPack` reads back: UTF-8 with byte order mark for Excel, formulas
 * defused. Wordings, seasons and questions have no column.
 */
export function tableOf(replies: Reply[], delimiter: ',' | '\t'): string {
  const bubbles = replies.reduce((most, reply) => Math.max(most, reply.bubbles.length), 1);
  const head = ['id', 'group', 'title', 'abbreviation', 'tags', ...Array.from({ length: bubbles }, (_, index) => `bubble ${index + 1}`)];
  const rows = replies.map((reply) => [reply.id, reply.group, reply.title, reply.abbreviation ?? '', (reply.tags ?? []).join(', '), ...reply.bubbles]);
  return `\uFEFF${Papa.unparse([head, ...rows], { delimiter, newline: '\r\n', escapeFormulae: /^[=+\-@\t]/ })}\r\n`;
}
