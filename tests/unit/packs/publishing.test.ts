import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Pack } from '../../../packs/format';
import { packChanges } from '../../../packs/publishing/changes';
import { createKeyFile, readKeyFile } from '../../../packs/publishing/key-file';
import type { SigningKeys } from '../../../packs/publishing/key-file';
import { parseFingerprint, publishPack, readPublished, showFingerprint } from '../../../packs/publishing/published';
import { LONGEST_MS, pause, USUAL_MS } from '../../../subscriptions/schedule';

const pack = (release: string, titles: string[]): Pack => ({
  format: 'chatside-pack',
  version: 1,
  id: 'team',
  name: '团队',
  language: 'zh-CN',
  release,
  replies: titles.map((title) => ({ id: `r${title.charCodeAt(0)}`, title, group: '问候', bubbles: [`${title}。`] })),
});

let keys: SigningKeys;
let file: string;
beforeAll(async () => {
  keys = await readKeyFile((await createKeyFile()).text);
  file = await publishPack(pack('1', ['您好']), keys, 5);
});

const read = (text: string, inUse: { serial?: number; sha256?: string } = {}) =>
  readPublished(text, { fingerprint: keys.fingerprint, serial: 0, sha256: '', ...inUse });
/** The file with some fields changed, its signature left as it was. */
const tampered = (change: object) => JSON.stringify({ ...JSON.parse(file), ...change });

describe('a published pack', () => {
  it('comes back as it was published', async () => {
    expect(await read(file)).toMatchObject({ pack: pack('1', ['您好']), serial: 5 });
  });

  it('may be the one that is in use', async () => {
    const { sha256 } = await read(file);
    expect((await read(file, { serial: 5, sha256 })).serial).toBe(5);
  });

  it.each<[string, () => string | Promise<string>, { serial?: number; sha256?: string }?]>([
    ['cut-off', () => file.slice(0, -20)],
    ['not-published', () => '{"format":"other","version":1}'],
    ['unsigned', () => JSON.stringify(pack('1', []))],
    ['newer-format', () => tampered({ version: 2 })],
    ['bad-head', () => tampered({ extra: 1 })],
    ['other-key', async () => publishPack(pack('1', []), await readKeyFile((await createKeyFile()).text), 9)],
    ['wrong-signature', () => tampered({ serial: 6 })],
    ['wrong-signature', () => tampered({ publishedAt: '2027-01-01T00:00:00.000Z' })],
    ['wrong-content', () => tampered({ pack: JSON.stringify(pack('2', ['您坏'])) })],
    ['older', () => file, { serial: 6 }],
    ['same-number', () => file, { serial: 5, sha256: 'f'.repeat(64) }],
  ])('is refused: %s', async (code, text, inUse) => {
    await expect(read(await text(), inUse)).rejects.toMatchObject({ code });
  });

  it('is refused when its pack is none, though it is signed', async () => {
    const data = new TextEncoder().encode('{"format":"chatside-pack"}');
    const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', data)).toHex();
    const head = { serial: 7, publishedAt: '2026-11-24T00:00:00.000Z', sha256 };
    const signed = new TextEncoder().encode(['chatside-published', 1, head.serial, head.publishedAt, sha256].join('\n'));
    const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', keys.privateKey, signed)).toBase64();
    await expect(read(tampered({ ...head, signature, pack: '{"format":"chatside-pack"}' }))).rejects.toMatchObject({ code: 'bad-pack' });
  });
});

it('reads the example of docs/formats.md', async () => {
  const docs = readFileSync('docs/formats.md', 'utf8');
  const fingerprint = parseFingerprint(/of the fingerprint `([^`]+)`/.exec(docs)?.[1] ?? '') ?? '';
  const { pack: example } = await readPublished(readFileSync('docs/examples/shop.published.json', 'utf8'), { fingerprint, serial: 0, sha256: '' });
  expect(example).toEqual(JSON.parse(readFileSync('docs/examples/shop.chatside.json', 'utf8')));
});

it('takes a fingerprint however it was written down, and nothing else for one', () => {
  const shown = showFingerprint(keys.fingerprint);
  expect(shown.split(' ')).toHaveLength(16);
  expect(parseFingerprint(` ${shown.toUpperCase()}\n`)).toBe(keys.fingerprint);
  expect(parseFingerprint(keys.fingerprint.slice(1))).toBeNull();
  expect(parseFingerprint(`${keys.fingerprint.slice(1)}g`)).toBeNull();
});

it('refuses a key file that is none', async () => {
  await expect(readKeyFile(file)).rejects.toMatchObject({ code: 'not-a-key' });
});

it('says what a release brings', () => {
  const before = pack('1', ['a', 'b', 'c']);
  const after = pack('2', ['b', 'c', 'd']);
  after.replies![1]!.bubbles = ['new'];
  expect(packChanges(before, after).replies).toEqual({ added: 1, changed: 1, removed: 1, names: ['d', 'c', 'a'] });
  expect(packChanges(null, after).replies.added).toBe(3);
});

it('asks at the usual time when all is well, later and later after faults, never at one moment for all', () => {
  expect([pause(0, 0), pause(0, 1)]).toEqual([USUAL_MS * 0.75, USUAL_MS * 1.25]);
  const middle = [1, 2, 3, 30, 3000].map((failures) => pause(failures, 0.5));
  expect(middle).toEqual([120_000, 240_000, 480_000, LONGEST_MS, LONGEST_MS]);
});

describe('npm run pack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chatside-publish-'));
  const run = (...args: string[]) => spawnSync(process.execPath, ['scripts/pack.ts', ...args], { encoding: 'utf8', env: { ...process.env, LANG: 'en' } });
  const [keyFile, from, to] = ['key.json', 'in.json', 'out.json'].map((name) => join(folder, name)) as [string, string, string];

  it('makes a key once, and publishes with a number that grows', async () => {
    writeFileSync(from, JSON.stringify(pack('1', ['您好'])));
    const made = run('key', keyFile);
    const fingerprint = parseFingerprint(made.stdout) ?? '';
    expect(fingerprint).not.toBe('');
    const again = run('key', keyFile);
    expect([again.status, again.stderr]).toEqual([1, `${keyFile}: this file exists already and was left as it is; choose another name.\n`]);
    for (const serial of [1, 2]) {
      expect(JSON.parse(run('publish', from, to, '--key', keyFile).stdout)).toMatchObject({ pack: 'team', serial, fingerprint });
      expect((await readPublished(readFileSync(to, 'utf8'), { fingerprint, serial: 0, sha256: '' })).serial).toBe(serial);
    }
  });

  it('publishes nothing with a fault in it', () => {
    writeFileSync(from, JSON.stringify({ ...pack('1', []), replies: [{ id: 'x' }] }));
    const { status, stderr } = run('publish', from, join(folder, 'none.json'), '--key', keyFile);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${from}, row 1: `)]);
  });
});
