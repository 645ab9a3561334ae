import { foldText } from './fold.ts';

/** How many earlier messages are read with the one being written, and how much of each. */
const MESSAGES = 6;
const TAIL = 40;
/** A message of more folded characters than this was not a piece of one word. */
const LONGEST_PIECE = 4;

/** The agent's latest messages and the one being written, as one text. */
export interface Joined {
  text: string;
  /** Where the message being written begins. */
  offset: number;
  /** Start and end of each earlier message in the text, latest first, and whether it is short enough to be a piece of a word. */
  earlier: { start: number; end: number; piece: boolean }[];
}

export function joinRecent(recent: readonly string[] | undefined, text: string): Joined {
  if (!recent?.length) return { text, offset: 0, earlier: [] };
  let before = '';
  const earlier: Joined['earlier'] = [];
  for (const message of recent.slice(-MESSAGES)) {
    const tail = message.slice(-TAIL);
    const start = before.length;
    before += `${tail}\n`;
    const piece = tail.length === message.length && foldText(tail).length <= LONGEST_PIECE;
    earlier.unshift({ start, end: before.length - 1, piece });
  }
  return { text: before + text, offset: before.length, earlier };
}

/** Longest message that ends a word which began in the one before, where something follows the word. */
const LONGEST_END = 6;

const lengthOf = (text: string): number => foldText(text).length;

/**
 * Whether a find that begins in an earlier message was cut into messages on purpose: the messages it
 * runs through are pieces, and belong to it wholly. Something may stand before it in the first when
 * nothing follows in the last (您加我 / 微信); of two messages the second may go on only when it is short
 * or goes on with something else than a Chinese character (好 / 评价一下 is no 好评).
 */
export function cutOnPurpose({ earlier, text, offset }: Joined, start: number, end: number): boolean {
  const pieces = earlier.filter((message) => message.end > start);
  const first = pieces.at(-1);
  if (!first || !pieces.every(({ piece }) => piece)) return false;
  if (lengthOf(text.slice(end)) === 0) return true;
  if (lengthOf(text.slice(first.start, Math.max(first.start, start))) > 0) return false;
  const apart = !/^\p{Script=Han}/u.test(text.slice(end, end + 2));
  return pieces.length > 1 || apart || lengthOf(text.slice(offset)) <= LONGEST_END;
}
