import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js';

/**
 * Writes banned-words/traditional.ts: every Chinese character of the basic plane whose simplified form
 * differs, from OpenCC's tables (opencc-js, MIT and Apache-2.0) for traditional, Taiwan and Hong Kong
 * text. Run with `node scripts/traditional.ts` after an update of opencc-js.
 */
const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
const pairs = new Map<string, string>();
for (let unit = 0x3400; unit <= 0x9fff; unit++) {
  const character = String.fromCharCode(unit);
  const plain = converters.map((convert) => convert(character)).find((to) => to !== character);
  if (plain?.length === 1) pairs.set(character, plain);
}
// A form that others are simplified to stays as it is (麼 becomes 么, so 么 must not become 幺).
for (const plain of pairs.values()) pairs.delete(plain);
const traditional = [...pairs.keys()].join('');
const simplified = [...pairs.values()].join('');

const file = new URL('../banned-words/traditional.ts', import.meta.url);
const lines = (text: string) => text.match(/.{1,100}/gu)!.map((line) => `  '${line}',`).join('\n');
writeFileSync(
  file,
  `// Written by scripts/traditional.ts from OpenCC's tables (opencc-js, MIT and Apache-2.0). Do not edit.

/** Characters of traditional Chinese, in the order of \`simplified\`. */
export const traditional = [
${lines(traditional)}
].join('');

/** Their simplified forms. */
export const simplified = [
${lines(simplified)}
].join('');
`,
);
console.log(`${traditional.length} characters`);
