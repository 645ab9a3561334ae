import type { Span } from './confirm.ts';
import { foldText } from './fold.ts';
import { unitString } from './near.ts';

const closing = new Map([...'“”「」『』‘’《》""'].flatMap((mark, index, all) => (index % 2 ? [] : [[mark, all[index + 1] as string]])));

/** Longest quotation that is looked for, and how much of the customer's text is read, in UTF-16 code units. */
const LONGEST = 200;
const READ = 4000;

/** The passages in quotation marks that repeat what the customer wrote. */
export class Quotations {
  private passages: Span[] | undefined;
  private readonly text: string;
  private readonly customerText: string | undefined;

  constructor(text: string, customerText: string | undefined) {
    this.text = text;
    this.customerText = customerText;
  }

  cover({ start, end }: Span): boolean {
    if (!this.customerText) return false;
    this.passages ??= this.find(unitString(foldText(this.customerText.slice(-READ))));
    // Passages come in order and apart: the last that begins at or before the span decides.
    let [low, high] = [0, this.passages.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.passages[middle] as Span).start <= start) low = middle + 1;
      else high = middle;
    }
    const passage = this.passages[low - 1];
    return passage !== undefined && passage.end >= end;
  }

  private find(said: string): Span[] {
    const passages: Span[] = [];
    for (let open = 0; open < this.text.length; open++) {
      const mark = closing.get(this.text[open] as string);
      if (!mark) continue;
      const within = this.text.slice(open + 1, open + 1 + LONGEST);
      const length = within.indexOf(mark);
      if (length < 0) continue;
      const passage = { start: open + 1, end: open + 1 + length };
      if (said.includes(unitString(foldText(within.slice(0, length))))) passages.push(passage);
      open = passage.end;
    }
    return passages;
  }
}
