import type { Draft } from '../chat/types';

/**
 * `/` opens a search only as the first sign of a line or after white space: 他/她, and/or, dates and
 * addresses are text. Chinese input methods write `、` or `／` for that key.
 */
const OPENED = /(?:^|\s)([/／、]([^\s/／、]{0,24}))$/u;

/** A `/query` right before the caret; positions in UTF-16 code units of the draft. */
export interface InPlace {
  start: number;
  end: number;
  query: string;
}

/** The search that is being typed in the chat box itself, or null. */
export function inPlaceQuery({ text, selectionStart, selectionEnd }: Draft): InPlace | null {
  if (selectionStart !== selectionEnd) return null;
  const typed = OPENED.exec(text.slice(0, selectionStart));
  if (!typed?.[1]) return null;
  return { start: selectionStart - typed[1].length, end: selectionStart, query: typed[2] ?? '' };
}
