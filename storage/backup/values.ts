/** Values that JSON has no form for, as objects with one key. */
const BYTES = '$bytes';
const BLOB = '$blob';

/** Whether a row holds bytes or a picture. */
export function hasBinary(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return value instanceof Blob || value instanceof Uint8Array || Object.values(value).some(hasBinary);
}

/** The value with bytes and pictures in Base64. */
export async function encode(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return { [BYTES]: new Uint8Array(value).toBase64() };
  if (value instanceof Blob) return { [BLOB]: new Uint8Array(await value.arrayBuffer()).toBase64(), type: value.type };
  if (Array.isArray(value)) return Promise.all(value.map(encode));
  return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([key, part]) => [key, await encode(part)] as const)));
}

/** The value again. */
export function decode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(decode);
  const { [BYTES]: bytes, [BLOB]: blob, type } = value as Record<string, unknown>;
  if (typeof bytes === 'string') return Uint8Array.fromBase64(bytes);
  if (typeof blob === 'string') return new Blob([Uint8Array.fromBase64(blob)], { type: typeof type === 'string' ? type : '' });
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decode(part)]));
}
