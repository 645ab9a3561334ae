import type { Pace } from './pace.ts';
import { Refusal } from './result.ts';
import type { TextEncoding } from './result.ts';

const SLICE = 2 ** 18;

/** UTF-16 without a mark: in text with ASCII signs every second byte is often zero. */
function utf16(bytes: Uint8Array): TextEncoding | undefined {
  const head = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  const few = head.length / 40;
  if (odd > few && even === 0) return 'utf-16le';
  return even > few && odd === 0 ? 'utf-16be' : undefined;
}

/**
 * Whether bytes look like Chinese in GB18030 and not like another encoding that it also can read.
 * Level 1 of GB 2312 (rows 16–55, lead bytes B0–D7) holds the 3,755 most used characters, and rows
 * 1–3 the punctuation; in Big5 or Shift-JIS the trail bytes often lie below A1, in Latin-1 the
 * pairs stand between ASCII letters.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  let insideWords = 0;
  const letter = (byte: number | undefined) => byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
  const end = Math.min(bytes.length, 2 ** 16);
  for (let at = 0; at < end; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    pairs += 1;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) common += 1;
    if (letter(bytes[at - 1]) && (letter(trail) || letter(bytes[at + 2]))) insideWords += 1;
    at += 1;
  }
  return pairs > 0 && common / pairs >= 0.6 && insideWords / pairs < 0.3;
}

/** Signs that text files do not hold; a file with them is a picture, a program, or wrongly decoded. */
// oxlint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

async function decode(bytes: Uint8Array, encoding: TextEncoding, pace: Pace): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text = '';
  let heldReturn = false;
  for (let at = 0; at < bytes.length; at += SLICE) {
    const last = at + SLICE >= bytes.length;
    const raw: string = (heldReturn ? '\r' : '') + decoder.decode(bytes.subarray(at, at + SLICE), { stream: !last });
    if (BINARY.test(raw)) throw new Refusal('wrong-encoding');
    heldReturn = !last && raw.endsWith('\r');
    text += (heldReturn ? raw.slice(0, -1) : raw).replace(/\r\n?/g, '\n');
    if (pace.due()) await pace.rest((at / bytes.length) * 0.1);
  }
  return text;
}

/** Length of a UTF-8 character that the end of the file cut through, in bytes. */
function cutTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc2 && byte <= 0xf4) {
      const whole = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < whole ? back : 0;
    }
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return 0;
}

/**
 * Text of a file in UTF-8, UTF-16 or GB18030, told by its content unless the user said which;
 * without byte order mark, lines ended by LF.
 * @throws Refusal `wrong-encoding`, `cut-off`
 */
export async function decodeText(bytes: Uint8Array, pace: Pace, given?: TextEncoding): Promise<{ text: string; encoding: TextEncoding }> {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : utf16(bytes);
  if (marked && !given && bytes.length % 2 === 1) throw new Refusal('cut-off');
  const order: TextEncoding[] = given ? [given] : marked ? [marked] : looksChinese(bytes) ? ['utf-8', 'gb18030'] : ['utf-8'];
  for (const encoding of order) {
    try {
      return { text: await decode(bytes, encoding, pace), encoding };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  const tail = marked || given ? 0 : cutTail(bytes);
  if (tail > 0) {
    const whole = await decode(bytes.subarray(0, -tail), 'utf-8', pace).catch((error: unknown) => {
      if (error instanceof TypeError) return undefined;
      throw error;
    });
    if (whole !== undefined) throw new Refusal('cut-off');
  }
  throw new Refusal('wrong-encoding');
}
