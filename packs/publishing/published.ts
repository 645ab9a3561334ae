import { z } from 'zod';
import { packSchema } from '../format.ts';
import type { Pack } from '../format.ts';
import { PublishFault } from './faults.ts';

/**
 * A published pack: one file on any static host, with a number that only grows, the SHA-256 of the
 * pack and an Ed25519 signature over both. Who has the key's fingerprint can tell that the file
 * comes from the lead and is not an older one put back.
 */

/** The head of a published file. */
export const PUBLISHED_FORMAT = 'chatside-published';
export const PUBLISHED_VERSION = 1;

const publishedSchema = z.strictObject({
  format: z.literal(PUBLISHED_FORMAT),
  version: z.literal(PUBLISHED_VERSION),
  /** Grows with each publication; a smaller one is refused. */
  serial: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** ISO 8601, UTC. */
  publishedAt: z.iso.datetime(),
  /** Of the UTF-8 of `pack`, in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The raw public key, 32 bytes in Base64. */
  key: z.base64().length(44),
  /** Ed25519, 64 bytes in Base64. */
  signature: z.base64().length(88),
  /** The pack's JSON as text, so that its bytes are the signed ones. */
  pack: z.string(),
});
type Published = z.infer<typeof publishedSchema>;

/** What a verified file says. */
export interface Verified {
  pack: Pack;
  serial: number;
  sha256: string;
  publishedAt: string;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}

/** The fingerprint of a public key: SHA-256 of its 32 bytes, 64 hex digits. */
export function fingerprintOf(key: Uint8Array<ArrayBuffer>): Promise<string> {
  return sha256(key);
}

/** A fingerprint as people write it (spaces, colons, capitals), or null when it is none. */
export function parseFingerprint(text: string): string | null {
  const hex = text.replace(/[\s:]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(hex) ? hex : null;
}

/** A fingerprint in groups of four, to be read out. */
export const showFingerprint = (hex: string) => hex.replace(/(.{4})(?=.)/g, '$1 ');

const signedText = ({ serial, publishedAt, sha256 }: Pick<Published, 'serial' | 'publishedAt' | 'sha256'>) =>
  utf8([PUBLISHED_FORMAT, PUBLISHED_VERSION, serial, publishedAt, sha256].join('\n'));

/**
 * A pack as a file to publish.
 * @param serial greater than that of the last publication
 * @param keys Ed25519, from `readKeyFile`
 */
export async function publishPack(pack: Pack, keys: { privateKey: CryptoKey; publicKey: Uint8Array<ArrayBuffer> }, serial: number): Promise<string> {
  const text = JSON.stringify(packSchema.parse(pack));
  const head = { serial, publishedAt: new Date().toISOString(), sha256: await sha256(utf8(text)) };
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', keys.privateKey, signedText(head)));
  const published: Published = {
    format: PUBLISHED_FORMAT,
    version: PUBLISHED_VERSION,
    ...head,
    key: keys.publicKey.toBase64(),
    signature: signature.toBase64(),
    pack: text,
  };
  return `${JSON.stringify(published, null, 1)}\n`;
}

/**
 * Verifies a published file and parses its pack.
 * @param wanted the fingerprint of the key that must have signed it; the serial and SHA-256 of what
 *   is in use, if anything is: an older one is refused, and another content under the same number
 * @throws PublishFault
 */
export async function readPublished(
  text: string,
  wanted: { fingerprint: string; serial: number; sha256: string },
): Promise<Verified> {
  const published = parse(text);
  const key = Uint8Array.fromBase64(published.key);
  if ((await fingerprintOf(key)) !== wanted.fingerprint) throw new PublishFault('other-key', published.key);
  const publicKey = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']).catch(() => null);
  const signature = Uint8Array.fromBase64(published.signature);
  if (!publicKey || !(await crypto.subtle.verify('Ed25519', publicKey, signature, signedText(published)))) {
    throw new PublishFault('wrong-signature');
  }
  if ((await sha256(utf8(published.pack))) !== published.sha256) throw new PublishFault('wrong-content');
  const { serial } = published;
  if (serial < wanted.serial) throw new PublishFault('older', `${serial} < ${wanted.serial}`);
  if (serial === wanted.serial && published.sha256 !== wanted.sha256) throw new PublishFault('same-number', String(serial));
  const pack = packSchema.safeParse(json(published.pack));
  if (!pack.success) {
    const [issue] = pack.error.issues;
    throw new PublishFault('bad-pack', issue ? `${issue.path.join('.')}: ${issue.message}`.slice(0, 200) : '');
  }
  return { pack: pack.data, serial, sha256: published.sha256, publishedAt: published.publishedAt };
}

/** The number of a published file, unverified: the next publication's must be greater. */
export function serialOf(text: string): number {
  return parse(text).serial;
}

function parse(text: string): Published {
  const data = json(text);
  const head = z.object({ format: z.string(), version: z.number() }).safeParse(data);
  if (!head.success || head.data.format !== PUBLISHED_FORMAT) {
    throw new PublishFault(head.success && head.data.format === 'chatside-pack' ? 'unsigned' : 'not-published');
  }
  if (head.data.version > PUBLISHED_VERSION) throw new PublishFault('newer-format', String(head.data.version));
  const published = publishedSchema.safeParse(data);
  if (!published.success) throw new PublishFault('bad-head', published.error.issues[0]?.path.join('.') ?? '');
  return published.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PublishFault('cut-off');
  }
}
