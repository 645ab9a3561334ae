/**
 * Finding by any part of a text, in any script. Texts lie in blocks of some hundred; a block has a
 * signature (a Bloom filter) that says which parts of words may occur in it, so that few blocks have
 * to be read. A signature errs only to one side: what is there is always found.
 */

/** A signature's length; with 64 persons a block about a quarter of it is set. */
const BITS = 2 ** 16;

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
  for (const text of texts) {
    eachPart(text, [1, 2, 3, 5], (hash) => {
      for (const bit of bitsFor(hash)) signature[bit >>> 3]! |= 1 << (bit & 7);
    });
  }
  return signature;
}

/** The bits that a signature must have for all these words to be in its texts. */
export function bitsOf(words: string[]): number[] {
  const bits = new Set<number>();
  // The longest parts tell the most; in a longer word the shorter ones tell nothing more.
  for (const word of words) {
    eachPart(word, word.length === 1 ? [1] : [2], (hash) => bitsFor(hash).forEach((bit) => bits.add(bit)));
    if (word.length > 2) eachPart(word, [word.length < 5 ? 3 : 5], (hash) => bitsFor(hash).forEach((bit) => bits.add(bit)));
  }
  return [...bits];
}

/** Whether all these bits are set. */
export function mayHold(signature: Uint8Array, bits: number[]): boolean {
  return bits.every((bit) => (signature[bit >>> 3]! & (1 << (bit & 7))) !== 0);
}

/** Letters and digits are few: only their longer parts tell one text from another. Ends before CJK (Unicode's block U+2E80). */
const NARROW_END = 0x2e80;

/**
 * Hashes of the parts of a text, of these lengths in UTF-16 code units: of any characters up to two,
 * of narrow ones also longer. FNV-1a over code units.
 */
function eachPart(text: string, lengths: number[], onPart: (hash: number) => void): void {
  const longest = Math.max(...lengths);
  for (let from = 0; from < text.length; from += 1) {
    let hash = 0x811c9dc5;
    for (let length = 1; length <= longest && from + length <= text.length; length += 1) {
      const unit = text.charCodeAt(from + length - 1);
      // No word goes over the end of a field.
      if (unit === 10) break;
      hash = Math.imul(hash ^ unit, 0x01000193);
      if (length > 2 && (unit >= NARROW_END || text.charCodeAt(from) >= NARROW_END || text.charCodeAt(from + 1) >= NARROW_END)) break;
      if (lengths.includes(length)) onPart(hash);
    }
  }
}

/** Two bits for a hash: the halves of its product with a large odd number. */
function bitsFor(hash: number): [number, number] {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  return [mixed >>> 16, (mixed ^ Math.imul(hash, 0x85ebca77)) & 0xffff];
}
