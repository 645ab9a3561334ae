/**
 * Finding by any part of a text, in any script. Texts lie in blocks of some hundred; a block has a
 * signature that says which characters and pairs of characters may occur in it, so that few blocks
 * have to be read. A signature errs only to one side: what is there is always found.
 */

/** A signature's length; at 15% of its bits set a block passes by mistake for 1 pair in 7, 3 pairs in 300. */
const BITS = 2 ** 15;

/** Width, case and forms of composition make no difference. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The words of a query, folded; each must be found. */
export function wordsIn(query: string): string[] {
  return [...new Set(folded(query).split(/\s+/u).filter(Boolean))];
}

/**
 * Folded text of several fields, to look for words in; a number that is broken up (`138-0013 8000`)
 * can also be found as one.
 */
export function searchText(fields: string[]): string {
  const lines = fields.filter(Boolean).map(folded);
  const numbers = lines.flatMap((line) => [...line.matchAll(/\+?\d(?:[\s().-]{0,2}\d){5,}/g)].map(([found]) => found));
  const whole = numbers.map((number) => number.replace(/\D/g, '')).filter((number, at) => number !== numbers[at]);
  return [...lines, ...whole].join('\n');
}

/** What may occur in these folded texts. */
export function signatureOf(texts: string[]): Uint8Array {
  const signature = new Uint8Array(BITS / 8);
  const set = (bit: number) => (signature[bit >>> 3]! |= 1 << (bit & 7));
  for (const text of texts) {
    let before = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      set(bitOf(unit, 0));
      if (before) set(bitOf(before, unit));
      before = unit;
    }
  }
  return signature;
}

/** The bits that a signature must have for all these words to be in its texts. */
export function bitsOf(words: string[]): number[] {
  const bits = words.flatMap((word) =>
    word.length === 1 ? [bitOf(word.charCodeAt(0), 0)] : Array.from({ length: word.length - 1 }, (_, at) => bitOf(word.charCodeAt(at), word.charCodeAt(at + 1))),
  );
  return [...new Set(bits)];
}

/** Whether all these bits are set. */
export function mayHold(signature: Uint8Array, bits: number[]): boolean {
  return bits.every((bit) => (signature[bit >>> 3]! & (1 << (bit & 7))) !== 0);
}

/** A pair of UTF-16 code units, or one alone (`second` 0), to a bit; multiplicative hashing (Knuth). */
function bitOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca77)) >>> 17;
}
