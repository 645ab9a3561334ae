import { CLASSES, isWordUnit, letterBits, pairOf, soundClass } from './sound-classes.ts';

/**
 * What an agent typed, made ready for comparing: for every place in it and every syllable, the
 * ways in which the syllable may stand for the letters there. Each is worked out once, when it
 * is first asked for.
 */

/** One way in which a character answers to typed letters. */
export interface Move {
  /** Letters used up. */
  size: number;
  /** What it adds to the quality, before division by the length typed. */
  gain: number;
  /** Slips used up. */
  cost: number;
  /** True when the letters end within the syllable. */
  last: boolean;
}

export interface Typed {
  /** Folded. */
  text: string;
  /** Letters or characters that may be wrong. */
  slips: number;
  /** Whether sounds that are mixed up, and other characters of the same sound, count. */
  loose: boolean;
  /** The letters a text must have, as `letterBits`; up to `slips` of them may be missing. */
  bits: number;
  moves(at: number, syllable: number): readonly Move[];
  /** By syllable: 1 when it may stand at the very beginning. */
  begins: Uint8Array;
  /** The pairs, as `pairOf`, at which a strict match may begin; none when it is loose. */
  opens: readonly number[];
  /** Whether it must run over more than one character. */
  long: boolean;
}

export const weights = { same: 1, syllable: 0.95, begun: 0.9, initial: 0.74, sound: 0.8, slip: 0.3 };

const plainSounds = new Map<string, string>();
/** Pieces of what was typed come and go: no more of them are kept than this. */
const MOST_SOUNDS = 20_000;

/** Sounds that speakers of southern dialects and their keyboards mix up. */
export function plainSound(syllable: string): string {
  let plain = plainSounds.get(syllable);
  if (plain === undefined) {
    plain = syllable.replace(/^([zcs])h/, '$1').replace(/^l/, 'n').replace(/([aei])ng$/, '$1n');
    if (plainSounds.size >= MOST_SOUNDS) plainSounds.clear();
    plainSounds.set(syllable, plain);
  }
  return plain;
}

/** Whether two short words differ by one letter at most: wrong, missing, too many, or two swapped. */
export function nearly(one: string, two: string): boolean {
  if (Math.abs(one.length - two.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === two[from]) from += 1;
  if (one[from] === two[from + 1] && one[from + 1] === two[from] && one.slice(from + 2) === two.slice(from + 2)) return true;
  return one.slice(from + 1) === two.slice(from + 1) || one.slice(from) === two.slice(from + 1) || one.slice(from + 1) === two.slice(from);
}

/** Letters that may be typed or missing where sounds are mixed up: g, h, l, n. */
const LOOSE_BITS = letterBits('ghln');

function movesOf(text: string, at: number, sound: string, loose: boolean, slips: number): Move[] {
  const found: Move[] = [];
  const rest = text.length - at;
  if (text.startsWith(sound, at)) found.push({ size: sound.length, gain: sound.length * weights.syllable, cost: 0, last: false });
  else if (rest > 1 && rest < sound.length && sound.startsWith(text.slice(at))) found.push({ size: rest, gain: rest * weights.begun, cost: 0, last: true });
  if (sound.length > 1 && text[at] === sound[0]) {
    found.push({ size: 1, gain: weights.initial, cost: 0, last: false });
    if (sound[1] === 'h' && text[at + 1] === 'h') found.push({ size: 2, gain: 2 * weights.initial, cost: 0, last: false });
  }
  if (!loose) return found;
  const plain = plainSound(sound);
  for (let size = Math.max(1, sound.length - 1); size <= sound.length + 1 && size <= rest; size++) {
    const piece = text.slice(at, at + size);
    if (piece === sound) continue;
    if (plainSound(piece) === plain) found.push({ size, gain: size * weights.sound, cost: 0, last: false });
    else if (slips > 0 && sound.length > 2 && size > 1 && nearly(piece, sound)) {
      found.push({ size, gain: (size - 1 + weights.slip) * weights.sound, cost: 1, last: false });
    }
  }
  return found;
}

const EVERY = Array.from({ length: CLASSES }, (_, one) => one);

/** What is known of sounds where the texts were laid out; as in `Prepared`. */
interface Sounds {
  syllables: readonly string[];
  readingsOf: (unit: number) => readonly string[];
  soundsOf: (unit: number) => readonly number[];
}

/** Makes folded text ready for comparing with what was laid out. */
export function readyTyped(text: string, slips: number, loose: boolean, { syllables, readingsOf, soundsOf }: Sounds): Typed {
  const known: (Move[] | undefined)[] = [];
  const heard = new Set(readingsOf(text.charCodeAt(0)));
  const moves = (at: number, syllable: number): readonly Move[] => {
    const place = at * syllables.length + syllable;
    return (known[place] ??= movesOf(text, at, syllables[syllable] ?? '', loose, slips));
  };
  const byLetter = text.charCodeAt(0) < 128;
  const begins = Uint8Array.from(syllables, (sound, syllable) => (syllable > 0 && (byLetter ? moves(0, syllable).length > 0 : loose && heard.has(sound)) ? 1 : 0));
  const bits = letterBits(text) & (loose ? ~LOOSE_BITS : -1);
  if (loose) return { text, slips, loose, bits, moves, begins, opens: [], long: false };
  // One character may be all that is meant.
  const long = text.length > 1 && !syllables.some((sound) => sound.startsWith(text));
  // A sign that may stand between words says nothing of what follows it.
  const classesAt = (at: number): number[] => {
    const unit = text.charCodeAt(at);
    if (at >= text.length || !isWordUnit(unit)) return EVERY;
    return soundsOf(unit).map((sound) => (sound < syllables.length ? soundClass(syllables[sound]?.charCodeAt(0) ?? 0) : sound - syllables.length));
  };
  const opens = new Set<number>();
  const open = (sound: number, classes: readonly number[]) => classes.forEach((next) => opens.add(pairOf(sound, next)));
  for (const sound of soundsOf(text.charCodeAt(0))) open(sound, classesAt(1));
  if (byLetter) syllables.forEach((_, sound) => sound > 0 && moves(0, sound).forEach(({ size, last }) => open(sound, last ? EVERY : classesAt(size))));
  return { text, slips, loose, bits, moves, begins, opens: [...opens], long };
}
