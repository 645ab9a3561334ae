import type { PackedReply } from '../messaging/protocol';
import { firstBubble, nextBubble } from '../replies/bubbles';
import type { BubbleStep } from '../replies/bubbles';
import { say } from './desk';
import type { Desk } from './desk';
import type { Outcomes } from './outcomes';
import type { ReplyBook } from './reply-book';

/** Puts replies into the chat box, filled in; never sends. */
export class Filling {
  constructor(
    private readonly desk: Desk,
    private readonly book: ReplyBook,
    private readonly outcomes: Outcomes,
  ) {}

  /**
   * Puts a reply's first message at the caret, or over `range` of the draft.
   * @returns false when the box did not take it; that is said
   */
  async take(reply: PackedReply, range?: { start: number; end: number }): Promise<boolean> {
    const { customer } = this.desk.session.snapshot();
    const step = firstBubble(reply.pack, reply.id, this.book.bubblesOf(reply), customer.key);
    if (!(await this.insert(reply, step, range))) return false;
    this.book.use(reply);
    return true;
  }

  /** Puts the next message of a reply of several into the chat box. */
  async next(): Promise<void> {
    const run = this.desk.store.getState().pending?.run;
    const reply = run && this.book.get(`${run.pack}/${run.replyId}`);
    const step = run && nextBubble(run, this.desk.session.snapshot().customer.key);
    if (reply && step) await this.insert(reply, step);
    else this.desk.store.setState({ pending: null });
  }

  private async insert(reply: PackedReply, step: BubbleStep, range?: { start: number; end: number }): Promise<boolean> {
    const { session, store } = this.desk;
    const message = this.book.render(reply, step.template);
    const { text, caret, slots } = message;
    const before = session.draft();
    const start = range?.start ?? before.selectionStart;
    const outcome = await session.insert(text, range);
    if (!outcome.ok) {
      say(store, { kind: outcome.reason === 'composing' ? 'composing' : 'refused' });
      return false;
    }
    const [slot] = slots;
    session.focus();
    if (slot) session.select(start + slot.start, start + slot.end);
    else if (caret !== text.length) session.select(start + caret, start + caret);
    this.outcomes.add(reply, message, step.number === 1);
    const open = slots.filter((one) => one.open).map((one) => one.name);
    store.setState({ pending: step.rest && { title: reply.title, run: step.rest } });
    say(store, open.length > 0 ? { kind: 'slots', names: open } : { kind: 'inserted', title: reply.title });
    return true;
  }
}
