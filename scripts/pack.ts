import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { faultSentence, readPack } from '../packs/readers/index.ts';
import type { ReadResult } from '../packs/readers/index.ts';
import { packSchema } from '../packs/format.ts';
import { PublishFault, publishSentence } from '../packs/publishing/faults.ts';
import { createKeyFile, readKeyFile } from '../packs/publishing/key-file.ts';
import { publishPack, serialOf, showFingerprint } from '../packs/publishing/published.ts';
import { packOf, tableOf } from '../packs/readers/write.ts';

/**
 * `npm run pack -- check FILE…` reads packs in every format of docs/formats.md and says what it
 * found; `pack -- convert IN OUT` writes OUT as a pack (.json) or a table (.csv, .tsv). A file
 * with a fault is not converted. `pack -- key FILE` makes a key that signs; `pack -- publish IN OUT
 * --key FILE` writes OUT signed, with a number one greater than that of the OUT that is there.
 * Exit code 1 on any fault, 2 when a file cannot be opened.
 * Sentences are in Chinese where the environment's language is.
 */
const usage = 'pack check FILE...\npack convert IN OUT.chatside.json|OUT.csv|OUT.tsv\npack key FILE\npack publish IN.chatside.json OUT.json --key FILE';

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
  const { replies, words, pictures = [], faults } = await read(from);
  if (faults.length > 0) return 1;
  if (table) {
    const lost = replies.filter((reply) => reply.wordings || reply.seasons || reply.questions).length;
    if (lost + words.length + pictures.length > 0) console.error(`${to}: a table has no columns for wordings, seasons and questions (${lost} replies), banned words (${words.length}) and pictures (${pictures.length}); they are left out.`);
    writeFileSync(to, tableOf(replies, table === 'tsv' ? '\t' : ','));
  } else {
    const name = basename(to).replace(/(\.chatside)?\.json$/i, '');
    writeFileSync(to, `${JSON.stringify(packOf(name, replies, words, new Date().toISOString().slice(0, 10), pictures), null, 2)}\n`);
  }
  return 0;
}

/** A key is never written over: with the old one gone, every subscriber would have to subscribe anew. */
async function key(file: string): Promise<number> {
  if (existsSync(file)) {
    console.error(publishSentence(new PublishFault('key-exists'), file, language));
    return 1;
  }
  const { text, fingerprint } = await createKeyFile();
  writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  console.log(showFingerprint(fingerprint));
  return 0;
}

async function publish(from: string, to: string, keyFile: string): Promise<number> {
  const { faults } = await read(from);
  if (faults.length > 0) return 1;
  const pack = packSchema.parse(JSON.parse(readFileSync(from, 'utf8')));
  try {
    const keys = await readKeyFile(readFileSync(keyFile, 'utf8'));
    const serial = existsSync(to) ? serialOf(readFileSync(to, 'utf8')) + 1 : 1;
    writeFileSync(to, await publishPack(pack, keys, serial));
    console.log(JSON.stringify({ file: to, pack: pack.id, serial, fingerprint: keys.fingerprint }));
    return 0;
  } catch (error) {
    if (!(error instanceof PublishFault)) throw error;
    console.error(publishSentence(error, error.code === 'not-a-key' ? keyFile : to, language));
    return 1;
  }
}

const [command, ...files] = process.argv.slice(2);
try {
  if (command === 'check' && files.length > 0) process.exitCode = await check(files);
  else if (command === 'convert' && files.length === 2) process.exitCode = await convert(files[0] ?? '', files[1] ?? '');
  else if (command === 'key' && files.length === 1) process.exitCode = await key(files[0] ?? '');
  else if (command === 'publish' && files.length === 4 && files[2] === '--key') {
    process.exitCode = await publish(files[0] ?? '', files[1] ?? '', files[3] ?? '');
  } else {
    console.error(usage);
    process.exitCode = 2;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
