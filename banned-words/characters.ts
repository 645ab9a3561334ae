import type { FoldingName } from '../packs/format.ts';
import { lookalikes } from './lookalikes.ts';
import { simplified, traditional } from './traditional.ts';

/** What one character means to the checker: how it folds, and what it does between two others. */

const toSimplified = new Map([...traditional].map((character, index) => [character, simplified[index] ?? character]));

/** First characters of runs 1 to 9 that are drawn as digits in a circle, in brackets, before a dot, or raised. */
const digitRuns = '①⑴⒈⓵❶➀➊㈠㊀₁';
const digitsDrawn = new Map<string, string>([
  ...[...digitRuns].flatMap((first) =>
    Array.from({ length: 9 }, (_, n) => [String.fromCharCode(first.charCodeAt(0) + n), String(n + 1)] as const),
  ),
  ...Array.from({ length: 11 }, (_, n) => [String.fromCharCode(0x2469 + n), String(n + 10)] as const),
  ...[...'⓪⓿⁰₀'].map((zero) => [zero, '0'] as const),
  ...[...'¹²³⁴⁵⁶⁷⁸⁹'].map((digit, n) => [digit, String(n + 1)] as const),
]);
const chineseDigits = new Map<string, string>(
  ['零〇', '一壹弌幺', '二贰弍', '三叁弎', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((forms, n) =>
    [...forms].map((form) => [form, String(n)] as const),
  ),
);

/** Zero-width and combining characters: they neither stand for anything nor part anything. */
const invisible =
  /^[\p{Mn}\p{Me}\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]$/u;
/** Strokes that are written as mere ornament (加丶微信); squared Chinese characters (🉐) are emoji and count as such. */
const ornaments = new Set('丶丨丿');

const solid = /^[\p{L}\p{N}]$/u;

/** Whether a UTF-16 code unit is a letter or a number. */
export const isSolid = (unit: number): boolean => solid.test(String.fromCharCode(unit));

/** Characters that a table of ours folds. */
export const singled: readonly string[] = [...toSimplified.keys(), ...chineseDigits.keys(), ...lookalikes.keys(), ...ornaments];


export const isInvisible = (character: string): boolean => invisible.test(character);

/** A mark drawn onto the character before it (keycap, accent, variation selector), as against a zero-width space. */
export const isAttached = (character: string): boolean =>
  /^[\p{Mn}\p{Me}]$/u.test(character);

/** Squared, circled and flag letters that Unicode's compatibility folding leaves alone. */
function drawnLetter(point: number): string | undefined {
  for (const first of [0x1f150, 0x1f170, 0x1f1e6])
    if (point >= first && point < first + 26) return String.fromCharCode(97 + point - first);
  return undefined;
}

/**
 * The character under the foldings that are not in `off`, as one or more units; the empty string for
 * a character that only stands between others. `character` is one code point.
 */
export function foldCharacter(character: string, off: readonly FoldingName[] = []): string {
  const on = (name: FoldingName) => !off.includes(name);
  const point = character.codePointAt(0) ?? 0;
  if (ornaments.has(character) || (point >= 0x1f200 && point < 0x1f300)) return '';
  let folded = character;
  if (on('digits')) folded = digitsDrawn.get(folded) ?? folded;
  if (on('width')) folded = drawnLetter(point) ?? (folded === '™' ? folded : folded.normalize('NFKC'));
  if (on('lookalikes')) folded = lookalikes.get(folded) ?? folded;
  if (on('invisible') && (point < 0x530 || (point >= 0x1e00 && point < 0x2000)))
    folded = folded.normalize('NFD').replace(/\p{Mn}/gu, '');
  if (on('case')) folded = folded.toLowerCase();
  if (on('traditional')) folded = toSimplified.get(folded) ?? folded;
  if (on('lookalikes')) folded = lookalikes.get(folded) ?? folded;
  if (on('digits')) folded = chineseDigits.get(folded) ?? folded;
  return [...folded].every((part) => solid.test(part)) ? folded : '';
}

/** A sign that belongs to a term (+, %, ❤), in one form for all its looks; undefined for mere punctuation. */
export function foldSign(character: string): string | undefined {
  if (isInvisible(character) || /^[\s\-._·,，、。．/()（）:：;；~～…“”"《》【】「」[\]!！?？|—–]$/u.test(character))
    return undefined;
  if (/^['’‘`´＇ʼ]$/u.test(character)) return "'";
  if (/^[➕＋﹢⊕]$/u.test(character)) return '+';
  if (/^[❤♥♡💓💕💖💗💙💚💛💜🖤💘💝🧡🤍]$/u.test(character)) return '❤';
  return character.normalize('NFKC');
}

/** What stands between two characters: nothing that parts them, something soft, a line's end, or a sentence's. */
export type Gap = 'none' | 'soft' | 'line' | 'hard';

/** Marks after which a new clause begins: a word rarely goes on behind them. */
const clauseEnds = /^[。．｡？！?!；;…~～〜：:，,﹐]$/u;

export function gapOf(character: string, next: string): Gap {
  if (isInvisible(character)) return 'none';
  if (character === '\r' && next === '\n') return 'soft';
  if (character === '\n' || character === '\r' || character === '\u2028') return 'line';
  if (clauseEnds.test(character)) return 'hard';
  return character === '.' && /^\s/u.test(next) ? 'hard' : 'soft';
}

/** Marks that end a clause. */
export const isClauseEnd = (character: string): boolean => isSentenceEnd(character) || /^[，,﹐:：]$/u.test(character);

/** Marks that end a sentence, behind which a negation no longer counts. */
export const isSentenceEnd = (character: string): boolean => /^[。．｡？！?!；;…\n\r]$/u.test(character);
