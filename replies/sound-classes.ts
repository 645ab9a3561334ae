/** How single code units are folded and sorted for the search: what both an index and a query are made of. */

/** Folds one code unit; the length never changes. */
export function foldUnit(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit + 32;
  if (unit < 128) return unit;
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit === 0x3000 ? 32 : unit;
  if (narrow >= 65 && narrow <= 90) return narrow + 32;
  if (narrow < 128 || (narrow >= 0x3400 && narrow <= 0x9fff)) return narrow;
  const lower = String.fromCharCode(narrow).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : narrow;
}

/** A set of the Latin letters in a text, one bit each. */
export function letterBits(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at) - 97;
    if (letter >= 0 && letter < 26) bits |= 1 << letter;
  }
  return bits;
}

/** Letters and digits, and everything from the Han blocks on; the rest is passed over within a match. */
export function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 0xc0 && (unit < 0x2000 || unit > 0x303f) && (unit < 0xff00 || unit > 0xff0f));
}

/** Classes of units by how they sound at their beginning: none, a to z, digit, anything else. */
export const SoundClass = { none: 0, digit: 27, other: 28 } as const;

export function soundClass(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 96;
  return unit >= 48 && unit <= 57 ? SoundClass.digit : SoundClass.other;
}

/** One more than the last class. */
export const CLASSES = 32;

/** A sound, and the class of what follows. */
export function pairOf(sound: number, next: number): number {
  return sound * CLASSES + next;
}
