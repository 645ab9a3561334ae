import { foldSign, isInvisible } from './characters.ts';
import { foldText } from './fold.ts';

/** What a spelling asks of the text beyond its folded units. */
export interface Spelling {
  text: string;
  units: Uint16Array;
  /** How often each unit stands in a row: 天天 folds to one unit with a run of 2. */
  runs: number[];
  /**
   * What the spelling itself has before each unit, and at the end: the signs a text must have there
   * too (+, %), and whether it may part its characters there.
   */
  joints: Joint[];
  /** Nothing of the above needs a look: one unit a character, and no sign. */
  plain: boolean;
}

export interface Joint {
  signs: string[];
  /** Characters the spelling has there, of whatever kind. */
  own: string;
}

/** Width of the character at an index, in UTF-16 code units. */
export const widthAt = (text: string, index: number): number => ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);

/** Reads a spelling for `confirm`. */
export function readSpelling(text: string): Spelling {
  const { units, at, length } = foldText(text);
  const runs: number[] = [];
  const joints: Joint[] = [];
  let from = 0;
  for (let index = 0; index <= length; index++) {
    const to = index < length ? (at[index] as number) : text.length;
    const joint: Joint = { signs: [], own: '' };
    let run = 1;
    for (let here = from; here < to; here += widthAt(text, here)) {
      const character = String.fromCodePoint(text.codePointAt(here) ?? 0);
      const folded = foldText(character);
      if (folded.length && folded.units[0] === units[index]) run++;
      else if (!isInvisible(character)) {
        joint.own += character.normalize('NFKC');
        const sign = foldSign(character);
        if (sign !== undefined) joint.signs.push(sign);
      }
    }
    joints.push(joint);
    if (index < length) {
      runs.push(run);
      from = Math.max(from, to + widthAt(text, to));
    }
  }
  return {
    text,
    units: units.slice(0, length),
    runs,
    joints,
    plain: runs.every((run) => run === 1) && joints.every(({ own }) => own === ''),
  };
}
