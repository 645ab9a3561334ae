import type { Level } from '../../../../packs/format.ts';

/** One message of a labelled set. */
export interface LabelledLine {
  kind: string;
  text: string;
  /** Messages sent just before, oldest first. */
  recent?: string[];
  /** What is to be found, in UTF-16 code units of `text`; empty for an innocent line. */
  expect: { start: number; end: number; category: string; minLevel: Level }[];
}

const categories: Record<string, string> = { a: 'adlaw', d: 'diversion', t: 'taboo', p: 'promise', v: 'privacy', b: 'abuse' };
const levels: Record<string, Level> = { b: 'block', w: 'warn', a: 'advise' };

const unescaped = (text: string) =>
  text
    .replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('\\r', '\r')
    .replaceAll('\\n', '\n');

/** Reads one marked line; what the marks mean is said at the head of bad.marked.txt. Throws on a line that is none. */
function labelledLine(line: string): LabelledLine {
  const [kind, marked] = line.split('\t');
  if (!kind || !marked) throw new Error(`no tab in: ${line}`);
  const messages = unescaped(marked).split(' ‖ ');
  let rest = messages.pop() ?? '';
  let text = '';
  const expect: LabelledLine['expect'] = [];
  for (let mark; (mark = /⟦(.)(.):([^⟧]*)⟧/u.exec(rest)); rest = rest.slice(mark.index + mark[0].length)) {
    const category = categories[mark[1] ?? ''];
    const minLevel = levels[mark[2] ?? ''];
    if (!category || !minLevel) throw new Error(`unknown mark in: ${line}`);
    text += rest.slice(0, mark.index);
    expect.push({ start: text.length, end: text.length + (mark[3] ?? '').length, category, minLevel });
    text += mark[3];
  }
  return { kind, text: text + rest, ...(messages.length && { recent: messages }), expect };
}

/** The lines of a marked file, comments and empty lines left out. */
export const labelledLines = (file: string): LabelledLine[] =>
  file
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map(labelledLine);
