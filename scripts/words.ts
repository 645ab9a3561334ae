import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileWords, loadWords, verdict } from '../banned-words/index.ts';
import { packSchema } from '../packs/format.ts';
import type { Pack } from '../packs/format.ts';

/**
 * Checks text files for banned words: `npm run words -- [--whole] [--pack FILE]… FILE…`, `-` for
 * standard input. One JSON object a hit on standard output, offsets in UTF-16 code units of the
 * message. Exit code 1 when a message would be held back, 2 when a file cannot be read.
 */
const usage = 'words [--whole] [--pack FILE]... FILE...   (- reads standard input)';

const packIn = (file: string | URL): Pack => packSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

function builtInPacks(): Pack[] {
  const folder = new URL('../packs/built-in/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.startsWith('words') && name.endsWith('.json'));
  return files.sort().map((name) => packIn(new URL(name, folder)));
}

/** A file's messages: the whole file, or one a line. Lines end with LF or CRLF. */
const messagesOf = (content: string, whole: boolean): string[] => {
  const text = content.replace(/^\uFEFF/, '');
  return whole ? [text] : text.split(/\r?\n/);
};

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { whole: { type: 'boolean', default: false }, pack: { type: 'string', multiple: true, default: [] } },
  });
  if (!positionals.length) {
    console.error(usage);
    return 2;
  }
  const checker = loadWords(compileWords([...builtInPacks(), ...values.pack.map(packIn)]));
  let held = false;
  const out: string[] = [];
  for (const file of positionals) {
    const messages = messagesOf(readFileSync(file === '-' ? 0 : file, 'utf8'), values.whole);
    for (const [index, message] of messages.entries()) {
      const hits = checker.check(message);
      held ||= verdict(hits).action === 'hold';
      for (const { start, end, text, term, category, level, suggestion } of hits)
        out.push(JSON.stringify({ file, line: values.whole ? 1 : index + 1, start, end, text, term, category, level, suggestion }));
    }
  }
  if (out.length) process.stdout.write(`${out.join('\n')}\n`);
  return held ? 1 : 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
