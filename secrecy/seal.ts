import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { unwrap, wrap } from './vault';
import type { Vault } from './vault';

/** Fields of a record, encrypted. */
export const sealedSchema = z.object({
  /** Id of the vault whose key opens it. */
  vault: z.string().min(1).max(100),
  iv: z.base64(),
  data: z.base64(),
  /** Public half of a key made for this one seal, where the vault was locked. */
  once: z.base64().optional(),
});
export type Sealed = z.infer<typeof sealedSchema>;

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The key of a seal made without the vault's key: X25519 with a key of its own, then HKDF-SHA-256. */
function keyOfSeal(secret: Uint8Array, publicKey: Uint8Array, once: Uint8Array, mine: Uint8Array): Uint8Array {
  const shared = x25519.getSharedSecret(secret, publicKey);
  return hkdf(sha256, shared, new Uint8Array([...once, ...mine]), utf8('chatside seal'), 32);
}

/**
 * Encrypts values of a record.
 * @param place which record: a seal moved to another one does not open
 * @param key the vault's, or null while it is locked
 */
export function seal(vault: Vault, key: Uint8Array | null, place: string, values: unknown): Sealed {
  const content = utf8(JSON.stringify(values));
  if (key) return { vault: vault.id, ...wrap(key, place, content) };
  const mine = Uint8Array.fromBase64(vault.publicKey);
  const once = x25519.keygen();
  const sealKey = keyOfSeal(once.secretKey, mine, once.publicKey, mine);
  return { vault: vault.id, ...wrap(sealKey, place, content), once: new Uint8Array(once.publicKey).toBase64() };
}

/** The values again; null when the key is another's, or the seal was changed or moved. */
export function unseal(vault: Vault, key: Uint8Array, place: string, sealed: Sealed): unknown {
  if (sealed.vault !== vault.id) return null;
  const content = unwrap(sealed.once ? keyOfOnce(vault, key, sealed.once) : key, place, sealed);
  return content && JSON.parse(new TextDecoder().decode(content));
}

function keyOfOnce(vault: Vault, key: Uint8Array, once: string): Uint8Array {
  const secret = unwrap(key, `${vault.id} pair`, vault.privateKey);
  if (!secret) return new Uint8Array(32);
  const other = Uint8Array.fromBase64(once);
  return keyOfSeal(secret, other, other, Uint8Array.fromBase64(vault.publicKey));
}
