import { isDigit } from '../fold.ts';
import type { Folded } from '../fold.ts';
import { widthAt } from '../spelling.ts';
import { otherNumbers, ourNumbers, telephoneWords } from './rules.ts';
import type { PatternFind, PatternName } from './rules.ts';

/** Digits that stand together. `joint` is what parts them from the group before. */
interface Group {
  digits: string;
  start: number;
  end: number;
  /** Folded index of the first digit. */
  index: number;
  joint: string | undefined;
}

/** What may stand between the groups of one number: at most three of these. */
const separators = /^(?:[ \-–—.·_()/（）]{1,3}|\n)$/u;
/** Characters that are not seen between two digits. */
const hidden = /[\u200B-\u200D\u2060\uFEFF]|\uFE0F|\u20E3/g;
const chinese = /^[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]$/u;

/** Fewest digits that a number of ours has. */
const FEWEST = 8;

/** Digits in their groups, in chains of groups that may be one number; short chains are left out. */
function chainsOf({ text, units, at, length }: Folded): Group[][] {
  const chains: Group[][] = [];
  let chain: Group[] = [];
  let digits = 0;
  let last: Group | undefined;
  let lastChinese = false;
  const close = () => {
    if (digits >= FEWEST) chains.push(chain);
    chain = [];
    digits = 0;
  };
  for (let index = 0; index < length; index++) {
    const unit = units[index] as number;
    if (!isDigit(unit)) continue;
    const start = at[index] as number;
    const here = text.charCodeAt(start);
    const isChinese = here > 0x2fff && here < 0xa000 && chinese.test(text[start] as string);
    let between: string | undefined;
    if (last && start - last.end < 12) {
      between = start === last.end ? '' : text.slice(last.end, start).replace(hidden, '');
      if (between === '' && isChinese === lastChinese && isDigit(units[index - 1] ?? 0)) {
        last.digits += String.fromCharCode(unit);
        last.end = start + widthAt(text, start);
        digits++;
        continue;
      }
    }
    const joint = between !== undefined && (between === '' || separators.test(between)) ? between : undefined;
    if (joint === undefined) close();
    last = { digits: String.fromCharCode(unit), start, end: start + widthAt(text, start), index, joint };
    chain.push(last);
    digits++;
    lastChinese = isChinese;
  }
  close();
  return chains;
}

/** Weights and check characters of GB 11643-1999. */
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idCheck = '10X98765432';

/** A resident identity number: province, a possible birthday, and the check character. */
export function isIdCard(number: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(number) || !/^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/.test(number)) return false;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number) as [number, number, number];
  const birthday = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2099 || birthday.getUTCMonth() !== month - 1 || birthday.getUTCDate() !== day) return false;
  return idCheck[idWeights.reduce((sum, weight, place) => sum + weight * Number(number[place]), 0) % 11] === number[17];
}

/** Check digit of ISO/IEC 7812. */
const luhn = (digits: string) =>
  [...digits].reverse().reduce((sum, digit, place) => {
    const twice = Number(digit) * 2;
    return sum + (place % 2 ? (twice > 9 ? twice - 9 : twice) : Number(digit));
  }, 0) % 10 === 0;

/** First digits and lengths of the card schemes, as far as they are told from order numbers. */
const cardSchemes = /^(62\d{14,17}|4\d{15}|(5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|35(2[89]|[3-8]\d)\d{12}|6(011|5\d\d)\d{12})$/;

export const isBankCard = (digits: string): boolean => cardSchemes.test(digits) && luhn(digits);

/** Groups in which a mobile number is written: in one, 3-4-4 and the like, or digit by digit. */
const mobileShapes = new Set(['11', '344', '443', '38', '74', '335', '11111111111']);

function nameOf(digits: string, shape: string, joints: string, before: string, announced: () => boolean): PatternName | undefined {
  if (before === '+' && /^[1-9]\d{7,14}$/.test(digits) && !digits.startsWith('86')) return 'foreign-phone';
  // The country's code is a group of its own (+86 138 …) or written with the number.
  const code = /^(00)?86(?=1[3-9]\d{9}$)/.exec(digits)?.[0].length;
  if (code) return mobileShapes.has(shape.slice(1)) || shape === String(digits.length) ? 'phone' : undefined;
  if (/^1[3-9]\d{9}$/.test(digits) && mobileShapes.has(shape)) return 'phone';
  if (/^0(10|2\d|[3-9]\d\d)\d{7,8}$/.test(digits)) {
    if (/^[34][78]$/.test(shape) && !joints.includes('/')) return 'landline';
    if (/^(1[0-2])$/.test(shape) && announced()) return 'landline';
  }
  // North American: 415-555-2671, (415) 555-2671; service numbers are no private contact.
  if (/^1?[2-9]\d\d[2-9]\d{6}$/.test(digits) && /^1?334$/.test(shape) && /[-.()]/.test(joints) && !/^1?(400|800|888|877|866)/.test(digits))
    return 'foreign-phone';
  return undefined;
}

/** The word of a list that stands nearest to the end of a text, with its distance; or undefined. */
function nearest(text: string, words: readonly string[]): { word: string; away: number } | undefined {
  let best: { word: string; away: number } | undefined;
  for (const word of words) {
    const at = text.lastIndexOf(word);
    const away = text.length - at - word.length;
    if (at >= 0 && (!best || away < best.away)) best = { word, away };
  }
  return best;
}

/** Up to `reach` folded units before a group, as a string. */
const unitsBefore = (folded: Folded, { index }: Group, reach: number): string =>
  String.fromCharCode(...folded.units.subarray(Math.max(0, index - reach), index));

/** Telephone, identity and card numbers. Linear: a number has at most 20 groups. */
export function findNumbers(folded: Folded): PatternFind[] {
  const { text } = folded;
  const finds: PatternFind[] = [];
  for (const groups of chainsOf(folded))
    for (let from = 0; from < groups.length; from++) {
      const first = groups[from] as Group;
      if (from > 0 && tight.test(first.joint ?? '')) continue;
      if (from === 0 && /[a-z]/i.test(text[first.start - 1] ?? '')) continue;
      const number = readNumber(folded, groups, from);
      if (!number) continue;
      const sign = /[+(（]+$/.exec(text.slice(Math.max(0, first.start - 2), first.start))?.[0] ?? '';
      const ahead = unitsBefore(folded, first, 12);
      const [other, ours] = [nearest(ahead, otherNumbers), nearest(ahead, ourNumbers)];
      const context = other && (!ours || other.away < ours.away) ? other.word : undefined;
      finds.push({ name: number.name, start: first.start - sign.length, end: number.end, ...(context && { context }) });
      from = number.to;
    }
  return finds;
}

/** Joints that make two groups one number, which is then read whole or not at all. */
const tight = /^(|[-.·_–—/])$/;
/** Groups in which a card number is written. */
const cardShapes = /^(4{3,4}\d?|1[5-9]|6\d+|465)$/;

/** The longest number that begins with a group of a chain. */
function readNumber(folded: Folded, groups: readonly Group[], from: number): { name: PatternName; to: number; end: number } | undefined {
  const { text } = folded;
  const first = groups[from] as Group;
  const sign = /\+\(?$/.test(text.slice(Math.max(0, first.start - 2), first.start)) ? '+' : '';
  const announced = () => nearest(unitsBefore(folded, first, 8), telephoneWords) !== undefined;
  let [digits, shape, joints] = ['', '', ''];
  let best: { name: PatternName; to: number; end: number } | undefined;
  for (let to = from; to < groups.length && to - from < 20 && digits.length < 22; to++) {
    const { digits: more, end, joint } = groups[to] as Group;
    if (to > from) joints += joint;
    digits += more;
    shape += more.length;
    const spelt = shape.length === digits.length;
    // Of more than six groups, only a mobile number spelt digit by digit is one.
    if (to - from >= 6 && !spelt) break;
    if (digits.length < FEWEST || (spelt && to > from && digits.length !== 11)) continue;
    if (to + 1 < groups.length && tight.test(groups[to + 1]?.joint ?? '')) continue;
    // Cut into lines or messages, a number has whatever groups the cuts made.
    const whole = /^\n*$/.test(joints) ? String(digits.length) : shape;
    const letter = /^ ?[xX]/.exec(text.slice(end, end + 2))?.[0] ?? '';
    const name = nameOf(digits, whole, joints, sign, announced);
    if (isIdCard(digits)) best = { name: 'id-card', to, end };
    else if (letter && isIdCard(`${digits}X`)) best = { name: 'id-card', to, end: end + letter.length };
    else if (isBankCard(digits) && cardShapes.test(whole)) best = { name: 'bank-card', to, end };
    else if (name && !/[a-z]/i.test(text[end] ?? '')) best = { name, to, end };
  }
  return best;
}
