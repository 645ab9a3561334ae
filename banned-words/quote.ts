import type { Span } from './confirm.ts';
import { foldText } from './fold.ts';
import { unitString } from './near.ts';

const closing = new Map([...'“”「」『』‘’《》""'].flatMap((mark, index, all) => (index % 2 ? [] : [[mark, all[index + 1] as string]])));

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
    this.passages ??= this.find(unitString(foldText(this.customerText)));
    return this.passages.some((passage) => passage.start <= start && passage.end >= end);
  }

  private find(said: string): Span[] {
    const passages: Span[] = [];
    for (let open = 0; open < this.text.length; open++) {
      const mark = closing.get(this.text[open] as string);
      if (!mark) continue;
      const close = this.text.indexOf(mark, open + 1);
      if (close < 0) continue;
      if (said.includes(unitString(foldText(this.text.slice(open + 1, close))))) passages.push({ start: open + 1, end: close });
      open = close;
    }
    return passages;
  }
}
