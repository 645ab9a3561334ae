import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { faultSentence, readPack } from '../packs/readers/index.ts';
import type { ReadResult } from '../packs/readers/index.ts';
import { packOf, tableOf } from '../packs/readers/write.ts';

/**
 * `npm run pack -- check FILE…` reads packs in every format of docs/formats.md and says what it
 * found; `pack -- convert IN OUT` writes OUT as a pack (.json) or a table (.csv, .tsv). A file
 * with a fault is not converted. Exit code 1 on any fault, 2 when a file cannot be opened.
 * Sentences are in Chinese where the environment's language is.
 */
const usage = 'pack check FILE...\npack convert IN OUT.chatside.json|OUT.csv|OUT.tsv';

const language = /^zh/i.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '') ? 'zh-CN' : 'en';

async function read(file: string): Promise<ReadResult> {
  const result = await readPack(readFileSync(file), basename(file));
  for (const fault of result.faults) console.error(faultSentence(fault, file, language));
  return result;
}

async function check(files: string[]): Promise<number> {
  let faulty = false;
  for (const file of files) {
    const { format, replies, words, faults } = await read(file);
    faulty ||= faults.length > 0;
    if (format !== 'unknown') console.log(JSON.stringify({ file, format, replies: replies.length, words: words.length, faults: faults.length }));
  }
  return faulty ? 1 : 0;
}

async function convert(from: string, to: string): Promise<number> {
  const table = /\.(csv|tsv)$/i.exec(to)?.[1]?.toLowerCase();
  if (!table && !/\.json$/i.test(to)) {
    console.error(usage);
    return 2;
  }
  const { replies, words, faults } = await read(from);
  if (faults.length > 0) return 1;
  if (table) {
    const lost = replies.filter((reply) => reply.wordings || reply.seasons || reply.questions).length;
    if (lost + words.length > 0) console.error(`${to}: a table has no columns for wordings, seasons and questions (${lost} replies) and banned words (${words.length}); they are left out.`);
    writeFileSync(to, tableOf(replies, table === 'tsv' ? '\t' : ','));
  } else {
    const name = basename(to).replace(/(\.chatside)?\.json$/i, '');
    writeFileSync(to, `${JSON.stringify(packOf(name, replies, words, new Date().toISOString().slice(0, 10)), null, 2)}\n`);
  }
  return 0;
}

const [command, ...files] = process.argv.slice(2);
try {
  if (command === 'check' && files.length > 0) process.exitCode = await check(files);
  else if (command === 'convert' && files.length === 2) process.exitCode = await convert(files[0] ?? '', files[1] ?? '');
  else {
    console.error(usage);
    process.exitCode = 2;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
