import { foldCharacter, isSolid, singled } from './characters.ts';
import { betweenLetters } from './lookalikes.ts';

/** A text as the matcher reads it. Only the first `length` items of the arrays are meant. */
export interface Folded {
  /** The text folded from, in UTF-16 code units. */
  text: string;
  length: number;
  /** Folded units: characters that only part others are left out, and a repeated one stands once. */
  units: Uint16Array;
  /** Where each unit stands in the text: of a repeated character, the last. */
  at: Int32Array;
}

const GAP = 0;
const SURROGATE = 1;
const LETTER_PERHAPS = 2;
const EXPANDS = 3;

export const isLatin = (unit: number) => unit >= 97 && unit <= 122;
export const isDigit = (unit: number) => unit >= 48 && unit <= 57;

const expansions = new Map<number, string>();
/** For each UTF-16 code unit its folded unit, or one of the four marks above. */
const table = new Uint16Array(0x10000);

/** Code units that Unicode's foldings can change; the rest are letters that stand for themselves, or signs. */
const intricate: readonly [number, number][] = [
  [0, 0x590],
  [0x1d00, 0x3400],
  [0xf900, 0x10000],
];
const letters: readonly [number, number][] = [
  [0x3400, 0xa000],
  [0xac00, 0xd7a4],
];
for (const [from, to] of letters) for (let unit = from; unit < to; unit++) table[unit] = unit;
for (let unit = 0x590; unit < 0x1d00; unit++) if (isSolid(unit)) table[unit] = unit;
table.fill(SURROGATE, 0xd800, 0xe000);
function enter(unit: number): void {
  const folded = foldCharacter(String.fromCharCode(unit));
  if (folded.length > 1) expansions.set(unit, folded);
  table[unit] = folded.length > 1 ? EXPANDS : folded.length ? folded.charCodeAt(0) : GAP;
}
for (const [from, to] of intricate) for (let unit = from; unit < to; unit++) enter(unit);
for (const character of singled) enter(character.charCodeAt(0));
for (const character of betweenLetters.keys()) table[character.charCodeAt(0)] = LETTER_PERHAPS;

/** Letter for a digit or sign between two Latin letters (p0rn), else its plain folding. */
function letterPerhaps(text: string, index: number): number {
  const before = index > 0 ? (table[text.charCodeAt(index - 1)] ?? GAP) : GAP;
  const after = index + 1 < text.length ? (table[text.charCodeAt(index + 1)] ?? GAP) : GAP;
  if (isLatin(before) && isLatin(after)) return betweenLetters.get(text[index] ?? '')?.charCodeAt(0) ?? GAP;
  const unit = text.charCodeAt(index);
  return isDigit(unit) ? unit : GAP;
}

/** The folded unit of one UTF-16 code unit taken by itself, or 0 where it has none. */
export function unitAt(text: string, index: number): number {
  const unit = index < 0 || index >= text.length ? GAP : (table[text.charCodeAt(index)] as number);
  return unit === LETTER_PERHAPS ? letterPerhaps(text, index) : unit > EXPANDS ? unit : 0;
}

/**
 * Whether a unit that comes again is a repetition (最最, bestt) rather than the start of something else:
 * digits are none, and Latin letters only side by side or spelt out (f r e e).
 */
function repeats(text: string, unit: number, previous: number, index: number): boolean {
  if (isDigit(unit)) return false;
  if (!isLatin(unit) || previous === index - 1) return true;
  const alone = (at: number) => !isLatin(unitAt(text, at - 1)) && !isLatin(unitAt(text, at + 1));
  return alone(previous) && alone(index);
}

const noUnits = '';
const astral = new Map<number, string>();

/** What an awkward code unit stands for: several units, or what its pair means. */
function awkward(text: string, index: number, mark: number): string {
  if (mark === EXPANDS) return expansions.get(text.charCodeAt(index)) ?? noUnits;
  const point = text.codePointAt(index) ?? 0;
  if (point < 0x10000) return noUnits;
  let folded = astral.get(point);
  if (folded === undefined) {
    folded = foldCharacter(String.fromCodePoint(point));
    if (astral.size < 4096) astral.set(point, folded);
  }
  return folded;
}

/**
 * Folds a text with every folding on. `into` is used again when it is large enough, so that checking
 * each keystroke allocates nothing. Linear in the text; any code units are accepted.
 */
export function foldText(text: string, into?: Folded): Folded {
  const size = text.length;
  // An expansion yields at most 18 units (U+FDFA); room is made for the usual case and grown below.
  const folded: Folded =
    into && into.units.length >= size
      ? into
      : { text, length: 0, units: new Uint16Array(size + 64), at: new Int32Array(size + 64) };
  folded.text = text;
  let { units, at } = folded;
  let length = 0;
  let last = -1;
  for (let index = 0; index < size; index++) {
    let unit = table[text.charCodeAt(index)] as number;
    if (unit === LETTER_PERHAPS) unit = letterPerhaps(text, index);
    if (unit > EXPANDS) {
      if (unit === last && repeats(text, unit, at[length - 1] as number, index)) at[length - 1] = index;
      else {
        units[length] = unit;
        at[length++] = index;
        last = unit;
      }
    } else if (unit !== GAP) {
      const several = awkward(text, index, unit);
      if (length + several.length + size - index > units.length) {
        const room = 2 * units.length + 64;
        const wider = { units: new Uint16Array(room), at: new Int32Array(room) };
        wider.units.set(units);
        wider.at.set(at);
        ({ units, at } = Object.assign(folded, wider));
      }
      for (let part = 0; part < several.length; part++) {
        const of = several.charCodeAt(part);
        // A pair that folds to itself keeps its two places.
        const place = several.length === 2 && unit === SURROGATE && of >= 0xd800 && of < 0xe000 ? index + part : index;
        if (of === last && repeats(text, of, at[length - 1] as number, index)) at[length - 1] = place;
        else {
          units[length] = of;
          at[length++] = place;
          last = of;
        }
      }
      if (unit === SURROGATE && (text.codePointAt(index) ?? 0) > 0xffff) index++;
    }
  }
  folded.length = length;
  return folded;
}
