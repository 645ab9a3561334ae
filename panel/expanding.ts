import type { Draft } from '../chat/types';
import type { PackedReply } from '../messaging/protocol';
import { abbreviationBefore } from '../replies/abbreviation';
import { say } from './desk';
import type { Desk } from './desk';
import type { Filling } from './filling';
import type { Outcomes } from './outcomes';
import type { ReplyBook } from './reply-book';

/** For how long Ctrl+Z or Backspace brings an abbreviation back, ms. */
const TAKE_BACK_MS = 5000;

interface Expanded {
  reply: PackedReply;
  before: Draft;
  /** The draft as it stood after the expansion: one that was changed since is not taken back. */
  after: string;
  at: number;
}

/** Expands abbreviations where they stand in the chat box, and takes that back. */
export class Expanding {
  private last: Expanded | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly book: ReplyBook,
    private readonly filling: Filling,
    private readonly outcomes: Outcomes,
  ) {}

  /**
   * Puts the reply in the place of the abbreviation that ends at the caret.
   * @returns false when none stands there: then the key is the page's
   */
  expand(draft: Draft): boolean {
    if (draft.selectionStart !== draft.selectionEnd) return false;
    const found = abbreviationBefore(draft.text, draft.selectionStart, (folded) => this.book.byAbbreviation(folded));
    if (!found) return false;
    void this.replace(draft, found.start, found.value);
    return true;
  }

  private async replace(before: Draft, start: number, reply: PackedReply): Promise<void> {
    this.last = null;
    if (!(await this.filling.take(reply, { start, end: before.selectionEnd }))) return;
    this.last = { reply, before, after: this.desk.session.draft().text, at: Date.now() };
  }

  /**
   * Brings the abbreviation back that was expanded last.
   * @returns false when there is nothing to take back: then the key is the page's
   */
  takeBack(): boolean {
    const { last } = this;
    if (!last || Math.abs(Date.now() - last.at) > TAKE_BACK_MS || this.desk.session.draft().text !== last.after) return false;
    this.last = null;
    void this.restore(last);
    return true;
  }

  private async restore({ reply, before, after }: Expanded): Promise<void> {
    const { session, store } = this.desk;
    const caret = before.selectionStart;
    const end = after.length - (before.text.length - caret);
    const start = Math.min(commonStart(before.text.slice(0, caret), after), end);
    const outcome = await session.insert(before.text.slice(start, caret), { start, end });
    session.focus();
    if (!outcome.ok) {
      say(store, { kind: outcome.reason === 'composing' ? 'composing' : 'refused' });
      return;
    }
    session.select(caret, caret);
    this.outcomes.takeBack(reply);
    this.filling.drop();
    say(store, null);
  }
}

/** How far two texts are equal, in UTF-16 code units. */
function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
