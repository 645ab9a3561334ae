/**
 * Turns the marked lines of bad.marked.txt and good.marked.txt into tune.jsonl and report.jsonl, split
 * by a hash of the line. Only tune.jsonl is read while lists and engine are tuned; report.jsonl is the
 * half whose figures are quoted. Run after editing a marked file: node tests/unit/banned-words/labelled/build.ts
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Level } from '../../../../packs/format.ts';

export interface LabelledLine {
  kind: string;
  text: string;
  /** Messages sent just before, oldest first. */
  recent?: string[];
  /** What is to be found, in UTF-16 code units of `text`; empty for an innocent line. */
  expect: { start: number; end: number; category: string; minLevel: Level }[];
}

const categories: Record<string, string> = {
  a: 'adlaw',
  d: 'diversion',
  t: 'taboo',
  p: 'promise',
  v: 'privacy',
  b: 'abuse',
};
const levels: Record<string, Level> = { b: 'block', w: 'warn', a: 'advise' };

const unescaped = (text: string) =>
  text
    .replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('\\r', '\r')
    .replaceAll('\\n', '\n');

function parsed(line: string): LabelledLine {
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

const halves: Record<'tune' | 'report', string[]> = { tune: [], report: [] };
for (const file of ['bad', 'good'])
  for (const line of readFileSync(new URL(`${file}.marked.txt`, import.meta.url), 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const labelled = parsed(line);
    // Of the text alone, so that mending a mark never moves a line to the other half.
    const first = createHash('sha256').update(labelled.text).digest()[0] ?? 0;
    halves[first % 2 ? 'tune' : 'report'].push(JSON.stringify(labelled));
  }
for (const [name, lines] of Object.entries(halves))
  writeFileSync(new URL(`${name}.jsonl`, import.meta.url), `${lines.join('\n')}\n`);
