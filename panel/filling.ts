import type { PackedReply } from '../messaging/protocol';
import { firstBubble, nextBubble } from '../replies/bubbles';
import type { BubbleStep } from '../replies/bubbles';
import type { Pending } from '../components/panel/view';
import { say } from './desk';
import type { Desk } from './desk';
import type { Outcomes } from './outcomes';
import type { Pictures } from './pictures';
import type { ReplyBook } from './reply-book';

/** Puts replies into the chat box, filled in; never sends. */
export class Filling {
  /** What is still to come, by customer: who goes to another chat and comes back finds it again. */
  private readonly pending = new Map<string, Pending>();

  constructor(
    private readonly desk: Desk,
    private readonly book: ReplyBook,
    private readonly outcomes: Outcomes,
    private readonly pictures: Pictures,
  ) {}

  /**
   * Puts a reply's first message at the caret, or over `range` of the draft.
   * @returns false when the box did not take it; that is said
   */
  async take(reply: PackedReply, range?: { start: number; end: number }): Promise<boolean> {
    const { customer } = this.desk.session.snapshot();
    const step = firstBubble(reply.pack, reply.id, this.book.bubblesOf(reply), customer.key);
    if (!(await this.insert(reply, step, range))) return false;
    const pictures = (reply.pictures ?? []).map((id) => ({ pack: reply.pack, id }));
    this.setPending(customer.key, { title: reply.title, run: step.rest, pictures });
    this.book.use(reply);
    return true;
  }

  /** Follows the agent from chat to chat. */
  onCustomer(key: string): void {
    const pending = this.pending.get(key) ?? null;
    if (pending !== this.desk.store.getState().pending) this.desk.store.setState({ pending });
  }

  /** Nothing of a reply is to come any more. */
  drop(): void {
    this.setPending(this.desk.session.snapshot().customer.key, null);
  }

  /** Puts what comes next into the chat box: a message, else a picture. */
  async nextStep(): Promise<void> {
    if (this.desk.store.getState().pending?.run) await this.next();
    else await this.insertPicture(0);
  }

  /** Puts the n-th picture that is still to come into the chat box. */
  async insertPicture(index: number): Promise<void> {
    const { key } = this.desk.session.snapshot().customer;
    const picture = this.desk.store.getState().pending?.pictures[index];
    if (!picture || !(await this.pictures.insert(picture))) return;
    const pending = this.pending.get(key);
    if (pending) this.setPending(key, { ...pending, pictures: pending.pictures.filter((other) => other !== picture) });
  }

  /** Puts the next message of a reply of several into the chat box. */
  async next(): Promise<void> {
    const run = this.desk.store.getState().pending?.run;
    const reply = run && this.book.get(`${run.pack}/${run.replyId}`);
    const { key } = this.desk.session.snapshot().customer;
    const step = run && nextBubble(run, key);
    if (!reply || !step) this.drop();
    else if (await this.insert(reply, step)) {
      const pending = this.pending.get(key);
      if (pending) this.setPending(key, { ...pending, run: step.rest });
    }
  }

  private setPending(key: string, pending: Pending | null): void {
    const some = pending && (pending.run !== null || pending.pictures.length > 0) ? pending : null;
    if (some) this.pending.set(key, some);
    else this.pending.delete(key);
    if (this.desk.session.snapshot().customer.key === key) this.desk.store.setState({ pending: some });
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
    say(store, open.length > 0 ? { kind: 'slots', names: open } : { kind: 'inserted', title: reply.title });
    return true;
  }
}
