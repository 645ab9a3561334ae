import { z } from 'zod';
import { Fault } from '../../locales/fault';
import { keyOfPassphrase, VAULT_COST } from '../../secrecy/vault';

/** The head of a backup file; see docs/formats.md. */
export const BACKUP_FORMAT = 'chatside-backup';
export const BACKUP_VERSION = 1;

const base64 = z.base64();
const headSchema = z.object({ format: z.string(), version: z.number() });
const lockedSchema = z.object({
  /** scrypt, as in the vault. */
  kdf: z.object({ n: z.number().int().min(2).max(2 ** 20), r: z.number().int().min(1).max(32), p: z.number().int().min(1).max(16), salt: base64 }),
  /** AES-256-GCM, in order; each knows its number and whether it is the last. */
  chunks: z.array(z.object({ iv: base64, data: base64 })).min(1),
});

/** Bytes that are encrypted at a time. */
const CHUNK = 2 ** 20;

const utf8 = (text: string) => new TextEncoder().encode(text);
const place = (index: number, last: boolean) => utf8(`${BACKUP_FORMAT} ${index}${last ? ' last' : ''}`);

async function cipherKey(passphrase: string, kdf: z.infer<typeof lockedSchema>['kdf']): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new Uint8Array(await keyOfPassphrase(passphrase, kdf)), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The same backup behind a passphrase of its own. */
export async function encryptBackup(plain: Blob, passphrase: string, cost = VAULT_COST): Promise<Blob> {
  const kdf = { ...cost, salt: crypto.getRandomValues(new Uint8Array(16)).toBase64() };
  const key = await cipherKey(passphrase, kdf);
  const parts: BlobPart[] = [`{"format":"${BACKUP_FORMAT}","version":${BACKUP_VERSION},"locked":{"kdf":${JSON.stringify(kdf)},"chunks":[`];
  const count = Math.max(1, Math.ceil(plain.size / CHUNK));
  for (let index = 0; index < count; index += 1) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const content = await plain.slice(index * CHUNK, (index + 1) * CHUNK).arrayBuffer();
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place(index, index === count - 1) }, key, content);
    const chunk = JSON.stringify({ iv: iv.toBase64(), data: new Uint8Array(data).toBase64() });
    // A Blob of its own, which the browser may move to the disk.
    parts.push(new Blob([index > 0 ? ',' : '', chunk]));
  }
  parts.push(']}}\n');
  return new Blob(parts, { type: 'application/json' });
}

async function decrypt(locked: z.infer<typeof lockedSchema>, passphrase: string, name: string): Promise<string> {
  const key = await cipherKey(passphrase, locked.kdf);
  const decoder = new TextDecoder();
  let text = '';
  for (const [index, { iv, data }] of locked.chunks.entries()) {
    const last = index === locked.chunks.length - 1;
    const algorithm = { name: 'AES-GCM', iv: Uint8Array.fromBase64(iv), additionalData: place(index, last) };
    const plain = await crypto.subtle.decrypt(algorithm, key, Uint8Array.fromBase64(data)).catch(() => null);
    // With a right passphrase the first chunk opens; what comes after it can only be damaged.
    if (!plain) throw new Fault(index === 0 ? 'backup-passphrase' : 'backup-damaged', name);
    text += decoder.decode(plain, { stream: !last });
  }
  return text;
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault(text.trimStart().startsWith('{') ? 'backup-cut' : 'backup-foreign', name);
  }
}

/**
 * The content of a backup file, its head checked.
 * @param passphrase null: none was given yet
 * @returns null when it needs a passphrase
 * @throws Fault `backup-foreign`, `backup-newer`, `backup-cut`, `backup-passphrase`, `backup-damaged`,
 *   each with the file's name
 */
export async function openBackup(file: File, passphrase: string | null): Promise<unknown> {
  const data = parseJson(await file.text(), file.name);
  const head = headSchema.safeParse(data);
  if (!head.success || head.data.format !== BACKUP_FORMAT) throw new Fault('backup-foreign', file.name);
  if (head.data.version > BACKUP_VERSION) throw new Fault('backup-newer', file.name);
  if (!Object.hasOwn(data as object, 'locked')) return data;
  const locked = lockedSchema.safeParse((data as { locked: unknown }).locked);
  if (!locked.success) throw new Fault('backup-damaged', file.name);
  if (passphrase === null) return null;
  return parseJson(await decrypt(locked.data, passphrase, file.name), file.name);
}
