import { gcm } from '@noble/ciphers/aes.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';

/**
 * The vault: a random key that encrypts what is confidential, itself encrypted (wrapped) twice: by
 * a key made of the passphrase, and by one made of the recovery code. Changing the passphrase wraps
 * anew and rewrites nothing else. A key pair beside it lets a note be sealed while the vault is
 * locked; only the vault's key opens it.
 *
 * The ciphers are synchronous, so that sealing fits into one database transaction.
 */

const base64 = z.base64();
const wrapped = z.object({ iv: base64, data: base64 });
export type Wrapped = z.infer<typeof wrapped>;

export const vaultSchema = z.object({
  id: z.string().min(1).max(100),
  /** scrypt; n, r and p as RFC 7914 has them. */
  kdf: z.object({ n: z.number().int().min(2).max(2 ** 20), r: z.number().int().min(1).max(32), p: z.number().int().min(1).max(16), salt: base64 }),
  byPassphrase: wrapped,
  byRecovery: wrapped,
  /** X25519, raw. */
  publicKey: base64,
  /** X25519, under the vault's key. */
  privateKey: wrapped,
  createdAt: z.number().int().nonnegative(),
  updatedAt: z.number().int().nonnegative(),
});
export type Vault = z.infer<typeof vaultSchema>;

/** scrypt's cost: OWASP Password Storage Cheat Sheet, 2025, N = 2^17, r = 8, p = 1; 128 MB and about a second. */
export const VAULT_COST = { n: 2 ** 17, r: 8, p: 1 };

/** A passphrase has at least this many characters. */
export const PASSPHRASE_MIN = 10;

const utf8 = (text: string) => new TextEncoder().encode(text);
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** AES-256-GCM with a random 96-bit nonce; `use` is authenticated, so that nothing can be put in another's place. */
export function wrap(key: Uint8Array, use: string, content: Uint8Array): Wrapped {
  const iv = random(12);
  return { iv: iv.toBase64(), data: new Uint8Array(gcm(key, iv, utf8(use)).encrypt(content)).toBase64() };
}

/** @returns null when the key is another, or the content was changed */
export function unwrap(key: Uint8Array, use: string, { iv, data }: Wrapped): Uint8Array | null {
  try {
    return gcm(key, Uint8Array.fromBase64(iv), utf8(use)).decrypt(Uint8Array.fromBase64(data));
  } catch {
    return null;
  }
}

/** The key that a passphrase makes, 32 bytes. Spaces at the ends and different ways to code one character make no other passphrase. */
export function keyOfPassphrase(passphrase: string, { n, r, p, salt }: Vault['kdf']): Promise<Uint8Array> {
  return scryptAsync(utf8(passphrase.normalize('NFKC').trim()), Uint8Array.fromBase64(salt), { N: n, r, p, dkLen: 32, maxmem: 2 ** 31 });
}

function keyOfRecovery(code: string): Uint8Array {
  return hkdf(sha256, utf8(code), undefined, utf8('chatside recovery'), 32);
}

/** Crockford's Base32: no letter that looks like a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A recovery code of 150 bits in six groups of five letters. */
function newRecoveryCode(): string {
  const letters = [...random(30)].map((byte) => LETTERS[byte % 32]).join('');
  return letters.replace(/(.{5})(?=.)/g, '$1-');
}

/** A code as somebody typed it from paper, or null when it cannot be one. */
export function parseRecoveryCode(text: string): string | null {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (letters.length !== 30 || [...letters].some((letter) => !LETTERS.includes(letter))) return null;
  return letters.replace(/(.{5})(?=.)/g, '$1-');
}

const uses = (id: string) => ({ passphrase: `${id} passphrase`, recovery: `${id} recovery`, pair: `${id} pair` });

/**
 * Makes a vault with a new key.
 * @returns the vault to be stored, its key, and the recovery code, which is kept nowhere
 */
export async function createVault(passphrase: string, now: number, cost = VAULT_COST): Promise<{ vault: Vault; key: Uint8Array; recoveryCode: string }> {
  const id = crypto.randomUUID();
  const key = random(32);
  const pair = x25519.keygen();
  const recoveryCode = newRecoveryCode();
  const kdf = { ...cost, salt: random(16).toBase64() };
  const vault: Vault = {
    id,
    kdf,
    byPassphrase: wrap(await keyOfPassphrase(passphrase, kdf), uses(id).passphrase, key),
    byRecovery: wrap(keyOfRecovery(recoveryCode), uses(id).recovery, key),
    publicKey: new Uint8Array(pair.publicKey).toBase64(),
    privateKey: wrap(key, uses(id).pair, pair.secretKey),
    createdAt: now,
    updatedAt: now,
  };
  return { vault, key, recoveryCode };
}

/** The vault's key, or null when the passphrase is wrong. Takes about a second, by design. */
export async function openVault(vault: Vault, passphrase: string): Promise<Uint8Array | null> {
  return unwrap(await keyOfPassphrase(passphrase, vault.kdf), uses(vault.id).passphrase, vault.byPassphrase);
}

/** The vault's key by the code of the recovery sheet, or null when it is wrong. */
export function recoverVault(vault: Vault, code: string): Uint8Array | null {
  const parsed = parseRecoveryCode(code);
  return parsed === null ? null : unwrap(keyOfRecovery(parsed), uses(vault.id).recovery, vault.byRecovery);
}

/** The same vault under another passphrase. Nothing that is sealed has to be rewritten. */
export async function changePassphrase(vault: Vault, key: Uint8Array, passphrase: string, now: number): Promise<Vault> {
  const kdf = { ...vault.kdf, salt: random(16).toBase64() };
  return { ...vault, kdf, byPassphrase: wrap(await keyOfPassphrase(passphrase, kdf), uses(vault.id).passphrase, key), updatedAt: now };
}

/** The same vault with a new recovery code; the old sheet opens it no more. */
export function changeRecovery(vault: Vault, key: Uint8Array, now: number): { vault: Vault; recoveryCode: string } {
  const recoveryCode = newRecoveryCode();
  return { vault: { ...vault, byRecovery: wrap(keyOfRecovery(recoveryCode), uses(vault.id).recovery, key), updatedAt: now }, recoveryCode };
}
