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

/**
 * Whether a find that begins in an earlier message was cut into messages on purpose: every earlier
 * message it runs through is a piece, and each but the first belongs to it wholly.
 */
export function cutOnPurpose({ earlier, text }: Joined, start: number): boolean {
  for (const message of earlier) {
    if (start >= message.end) return true;
    if (!message.piece) return false;
    if (start >= message.start) return foldText(text.slice(message.start, start)).length <= 2;
  }
  return true;
}
