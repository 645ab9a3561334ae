import { childrenOf } from '../tree';
import { hasText } from '../read/bubbles';
import { isTime } from '../read/time';
import { rowsParent } from '../read/units';

/** What the rows of a list show of who speaks in them. */
export interface Talk {
  /** Rows that were looked at, from the end. */
  rows: number;
  /** The rows begin with names, of which a few come again and again. */
  named: boolean;
  /** The page makes the rows in a few kinds. */
  kinds: boolean;
}

const SAMPLE = 16;
const LONGEST_NAME = 30;
/** `[12:01] <Anna> text`, `Anna: text` */
const SPOKEN = /^[\s[(（]*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\])）\s-]*)?(?:<([^<>]{1,30})>|([^:：<>\n]{1,30})[:：])/;

/** Looks at the newest rows of `list`. */
export function talkIn(list: HTMLElement): Talk {
  const rows = childrenOf(rowsParent(list)).filter(hasText).slice(-SAMPLE);
  return {
    rows: rows.length,
    named: comeAgain(rows.map(nameAtHead).filter((name) => name !== ''), rows.length),
    kinds: comeAgain(rows.map(lookOf), rows.length),
  };
}

/** How the page says that a row looks. */
const lookOf = (row: Element): string =>
  [row, row.firstElementChild].map((one) => `${one?.getAttribute('class') ?? ''} ${one?.getAttribute('style') ?? ''}`).join('/');

/** Two or more, and so few that they are no titles. */
function comeAgain(names: readonly string[], rows: number): boolean {
  const different = new Set(names).size;
  return names.length * 2 > rows && different >= 2 && different <= Math.max(2, names.length / 2);
}

/** The name with which a row begins; empty when it does not. */
function nameAtHead(row: Element): string {
  const texts = row.ownerDocument.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(), seen = 0; node && seen < 4; node = texts.nextNode()) {
    const text = (node as Text).data.trim();
    if (text === '') continue;
    seen++;
    if (isTime(text)) continue;
    const spoken = SPOKEN.exec(text);
    const name = (spoken?.[1] ?? spoken?.[2] ?? (text.length <= LONGEST_NAME ? text : '')).trim();
    return /\p{L}/u.test(name) && name.length < (row.textContent ?? '').trim().length ? name : '';
  }
  return '';
}
