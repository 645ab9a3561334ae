import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { entry, packOf } from './packs';

const script = fileURLToPath(new URL('../../../scripts/words.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chatside-words-'));
afterAll(() => rmSync(folder, { recursive: true }));

function words(args: string[], input = '') {
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });
  return { status, hits: stdout.split('\n').filter(Boolean).map((line): Record<string, unknown> => JSON.parse(line)) };
}

const pack = join(folder, 'own.json');
writeFileSync(pack, JSON.stringify(packOf([entry('紫色大象', { suggestion: '大象' }), entry('绿色大象', { level: 'warn', category: 'own' })])));

describe('npm run words', () => {
  it('reads a file line by line, tells each hit, and exits 1 when a message would be held', () => {
    const file = join(folder, 'a.txt');
    writeFileSync(file, '\uFEFF您好\r\n我有紫色大象\r\n');
    expect(words(['--pack', pack, file])).toEqual({
      status: 1,
      hits: [{ file, line: 2, start: 2, end: 6, text: '紫色大象', term: '紫色大象', category: 'adlaw', level: 'block', suggestion: '大象' }],
    });
  });

  it('reads standard input, whole or by line, and exits 0 when nothing is held', () => {
    expect(words(['--pack', pack, '-'], '您好\n绿色\n大象').hits).toEqual([]);
    const whole = words(['--pack', pack, '--whole', '-'], '您好\n绿色\n大象');
    expect(whole).toMatchObject({ status: 0, hits: [{ line: 1, start: 3, end: 8, text: '绿色\n大象', category: 'own', level: 'warn' }] });
  });

  it('exits 2 on a file that is none', () => {
    expect(words([join(folder, 'missing.txt')]).status).toBe(2);
    expect(words([]).status).toBe(2);
  });
});
