import { z } from 'zod';
import { PublishFault } from './faults.ts';
import { fingerprintOf } from './published.ts';

/**
 * The file in which a lead keeps the key that signs. Whoever has it can publish in the lead's name;
 * it is made once, kept off the host that serves the packs, and never stored in the browser.
 */
const keyFileSchema = z.strictObject({
  format: z.literal('chatside-key'),
  version: z.literal(1),
  fingerprint: z.string(),
  /** Raw, Base64. */
  publicKey: z.base64(),
  /** PKCS #8, Base64. */
  privateKey: z.base64(),
});

/** Keys as the signing needs them. */
export interface SigningKeys {
  privateKey: CryptoKey;
  publicKey: Uint8Array<ArrayBuffer>;
  fingerprint: string;
}

/** Makes a new key; the text is the key file's. */
export async function createKeyFile(): Promise<{ text: string; fingerprint: string }> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const fingerprint = await fingerprintOf(publicKey);
  const file: z.infer<typeof keyFileSchema> = {
    format: 'chatside-key',
    version: 1,
    fingerprint,
    publicKey: publicKey.toBase64(),
    privateKey: privateKey.toBase64(),
  };
  return { text: `${JSON.stringify(file, null, 1)}\n`, fingerprint };
}

/**
 * Reads a key file.
 * @throws PublishFault `not-a-key`
 */
export async function readKeyFile(text: string): Promise<SigningKeys> {
  try {
    const file = keyFileSchema.parse(JSON.parse(text));
    const publicKey = Uint8Array.fromBase64(file.publicKey);
    const privateKey = await crypto.subtle.importKey('pkcs8', Uint8Array.fromBase64(file.privateKey), 'Ed25519', false, ['sign']);
    return { privateKey, publicKey, fingerprint: await fingerprintOf(publicKey) };
  } catch {
    throw new PublishFault('not-a-key');
  }
}
