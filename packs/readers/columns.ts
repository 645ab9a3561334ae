import type { Mapping, PackFormat } from './result.ts';

type Field = 'text' | 'title' | 'group' | 'abbreviation' | 'tags' | 'id';

/** Names of columns that exports and people use, as `nameKey` folds them. */
const names: Record<Field, string[]> = {
  text: ['内容', '快捷短语', '短语', '话术', '话术内容', '回复', '回复内容', '答案', 'content', 'text', 'message', 'msg', 'body', 'reply', 'response', 'answer', 'replace', 'phrase', 'replytext'],
  title: ['标题', '名称', '话术标题', '问题', 'title', 'name', 'subject', 'question', 'label'],
  group: ['分组', '分组名称', '分类', '类别', '目录', '文件夹', 'group', 'category', 'folder'],
  abbreviation: ['快捷编码', '快捷码', '编码', '缩写', '快捷键', '快捷词', 'abbreviation', 'abbr', 'shortcode', 'shortcut', 'trigger', 'code', 'keyword'],
  tags: ['标签', '关键词', 'tags', 'tag', 'tagsplain', 'keywords', 'labels'],
  id: ['id', '编号'],
};
const fieldOf = new Map(Object.entries(names).flatMap(([field, list]) => list.map((name) => [name, field as Field])));

/** A column's name without case, spaces, signs and what stands in brackets. */
export const nameKey = (name: string) => name.toLowerCase().replace(/[(（].*$/, '').replace(/[\s_\-*:：.]/g, '');

/** Known exports by the columns that only they have together. */
const exportsByColumns: { format: PackFormat; columns: string[] }[] = [
  { format: 'chatside-table', columns: ['id', 'group', 'title', 'abbreviation', 'tags', 'bubble1'] },
  { format: 'qianniu', columns: ['快捷编码', '快捷短语'] },
  { format: 'bytedesk', columns: ['分类', '类型', '标题', '内容'] },
  { format: 'speech-repo', columns: ['内容', '分类', '标签'] },
  { format: 'livehelperchat', columns: ['msg', 'title', 'fallbackmsg'] },
  { format: 'livehelperchat', columns: ['msg', 'title', 'tagsplain'] },
  { format: 'chatwoot', columns: ['shortcode', 'content'] },
];

/** Whether a first row names columns, and whose export it is; the column of the text may still be unknown. */
export function recogniseHeader(row: string[]): { format: PackFormat; mapping: Mapping } | undefined {
  const keys = row.map(nameKey);
  const mapping: Mapping = { header: true, text: [] };
  for (const [index, key] of keys.entries()) {
    if (/^bubble\d+$/.test(key)) mapping.text.push(index);
    const field = fieldOf.get(key);
    if (field === 'text') {
      if (mapping.text.length === 0) mapping.text.push(index);
    } else if (field) mapping[field] ??= index;
  }
  const known = exportsByColumns.find(({ columns }) => columns.every((column) => keys.includes(column)));
  if (!keys.some((key) => fieldOf.has(key))) return undefined;
  return { format: known?.format ?? 'table', mapping };
}

/** A guess from the content of the first rows: the longest column is the text, short codes are abbreviations. */
export function guessMapping(rows: string[][]): Mapping {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => {
    const cells = rows.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
    const total = cells.reduce((sum, cell) => sum + cell.length, 0);
    return {
      index,
      filled: cells.length,
      average: cells.length ? total / cells.length : 0,
      distinct: new Set(cells).size,
      codes: cells.filter((cell) => /^[!-~]{1,32}$/.test(cell)).length,
    };
  });
  const text = columns.reduce((best, column) => (column.average > best.average ? column : best));
  const mapping: Mapping = { header: false, text: [text.index] };
  for (const column of columns) {
    if (column === text || column.filled === 0) continue;
    const isCode = column.codes === column.filled && column.distinct === column.filled;
    if (isCode && mapping.abbreviation === undefined) mapping.abbreviation = column.index;
    else if (column.distinct < column.filled && mapping.group === undefined) mapping.group = column.index;
    else if (!isCode) mapping.title ??= column.index;
  }
  return mapping;
}
