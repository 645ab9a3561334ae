import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/**
 * `npm run bench [-- NAME…]`: runs every benchmark, or those whose name has one of the words. Each
 * prints a table and, as its last line, one JSON object; all of them go to `.output/bench.json`.
 */
const folder = join(root, 'tests', 'bench');
const words = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
const results = {};
let failed = 0;

for (const file of files) {
  console.log(`\n# ${file}`);
  const { status, stdout } = spawnSync('node', ['--expose-gc', join(folder, file)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 2 ** 20,
    encoding: 'utf8',
  });
  console.log(stdout);
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  try {
    results[file.replace('.bench.ts', '')] = JSON.parse(last);
  } catch {
    console.log(`${file} did not end with a JSON object`);
    failed += 1;
  }
  if (status) failed += 1;
}
mkdirSync(join(root, '.output'), { recursive: true });
writeFileSync(join(root, '.output', 'bench.json'), JSON.stringify(results, null, 2));
process.exit(failed > 0 ? 1 : 0);
