import { Refusal } from './result.ts';

export interface ZipEntry {
  name: string;
  /** As packed; not copied. */
  data: Uint8Array;
  /** Not compressed. */
  stored: boolean;
}

const MAX_ENTRIES = 2000;

/**
 * The entries of a zip file by name, from its central directory (PKWARE APPNOTE 4.3.12, 4.3.16),
 * without unpacking anything: the sizes that a file claims for its contents are not believed.
 * @throws Refusal `cut-off` without a directory, `bad-zip`
 */
export function zipEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 0xffff);
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < lowest || end < 0) throw new Refusal('cut-off');
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new Refusal('bad-zip');
  const entries = new Map<string, ZipEntry>();
  try {
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new Refusal('bad-zip');
      const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
      const method = view.getUint16(at + 10, true);
      const packed = view.getUint32(at + 20, true);
      const nameLength = view.getUint16(at + 28, true);
      const header = view.getUint32(at + 42, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
      const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
      if (encrypted || (method !== 0 && method !== 8) || start + packed > bytes.length) throw new Refusal('bad-zip', name);
      entries.set(name, { name, data: bytes.subarray(start, start + packed), stored: method === 0 });
    }
  } catch (error) {
    // A place outside the file.
    if (error instanceof RangeError) throw new Refusal('bad-zip');
    throw error;
  }
  return entries;
}
