/**
 * Turns the marked lines of bad.marked.txt and good.marked.txt into tune.jsonl and report.jsonl, split
 * by a hash of the line. Only tune.jsonl is read while lists and engine are tuned; report.jsonl is the
 * half whose figures are quoted. Run after editing a marked file: node tests/unit/banned-words/labelled/build.ts
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { labelledLines } from './marks.ts';

const halves: Record<'tune' | 'report', string[]> = { tune: [], report: [] };
for (const file of ['bad', 'good'])
  for (const labelled of labelledLines(readFileSync(new URL(`${file}.marked.txt`, import.meta.url), 'utf8'))) {
    // Of the text alone, so that mending a mark never moves a line to the other half.
    const first = createHash('sha256').update(labelled.text).digest()[0] ?? 0;
    halves[first % 2 ? 'tune' : 'report'].push(JSON.stringify(labelled));
  }
for (const [name, lines] of Object.entries(halves))
  writeFileSync(new URL(`${name}.jsonl`, import.meta.url), `${lines.join('\n')}\n`);
