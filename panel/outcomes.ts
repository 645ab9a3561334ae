import type { Draft, IncomingMessage } from '../chat/types';
import type { PackedReply } from '../messaging/protocol';
import { fixedPieces, outcomeOf } from '../replies/outcome';
import type { RenderedBubble } from '../replies/render';
import { usageKey } from '../replies/search';
import { askOrSay } from './desk';
import type { Desk } from './desk';
import type { ReplyBook } from './reply-book';

/** A message of a reply that was put into the box and has not been seen to leave it. */
interface Standing {
  reply: string;
  customerKey: string;
  pieces: string[];
  /** The first message of its reply: with it the customer has had the reply. */
  first: boolean;
  held: boolean;
}

/** No more insertions are followed than these; the oldest was deleted long ago. */
const MOST = 50;
/** A message leaves the box and stands in the chat within this time, ms: two signs of one send. */
const ONE_SEND_MS = 15_000;

/**
 * Follows what becomes of replies: whether a message went out, changed or not, and whether it was
 * held back. That it went out is seen by its leaving the box, or by its standing in the chat.
 */
export class Outcomes {
  private standing: Standing[] = [];
  private lately: { sign: 'left' | 'stands'; text: string; at: number }[] = [];

  constructor(
    private readonly desk: Desk,
    private readonly book: ReplyBook,
    /** Called when a customer has had a reply. */
    private readonly onHad: () => void,
  ) {}

  /** A message was put into the box. */
  add(reply: PackedReply, message: RenderedBubble, first: boolean): void {
    const { key: customerKey } = this.desk.session.snapshot().customer;
    this.standing.push({ reply: usageKey(reply), customerKey, pieces: fixedPieces(message), first, held: false });
    this.standing.splice(0, this.standing.length - MOST);
  }

  /** The last insertion was taken back. */
  takeBack(reply: PackedReply): void {
    const at = this.standing.findLastIndex((one) => one.reply === usageKey(reply));
    if (at >= 0) this.standing.splice(at, 1);
  }

  /** A send was held, or asked about, for a word. */
  onHeld({ text }: Draft): void {
    const { key } = this.desk.session.snapshot().customer;
    for (const one of this.standing) {
      if (one.held || one.customerKey !== key || outcomeOf(one.pieces, text) === null) continue;
      one.held = true;
      this.tell(one.reply, 'held', null);
    }
  }

  /** A draft left the box. */
  onSent(text: string): void {
    this.onGone('left', text, null);
  }

  /** Messages that came to stand in the chat. */
  onMessages(messages: readonly IncomingMessage[]): void {
    for (const { side, history, text, customerKey } of messages) if (side === 'agent' && !history) this.onGone('stands', text, customerKey);
  }

  private onGone(sign: 'left' | 'stands', text: string, customerKey: string | null): void {
    const now = Date.now();
    const squeezed = text.replace(/\s+/g, '');
    this.lately = this.lately.filter(({ at }) => now - at < ONE_SEND_MS);
    const other = this.lately.findIndex((one) => one.sign !== sign && one.text === squeezed);
    if (other >= 0) {
      this.lately.splice(other, 1);
      return;
    }
    this.lately.push({ sign, text: squeezed, at: now });
    this.standing = this.standing.filter((one) => {
      const outcome = customerKey === null || one.customerKey === customerKey ? outcomeOf(one.pieces, text) : null;
      if (outcome === null) return true;
      this.tell(one.reply, outcome, one.first ? one.customerKey : null);
      return false;
    });
  }

  private tell(reply: string, outcome: 'sent' | 'edited' | 'held', customerKey: string | null): void {
    void askOrSay(this.desk.store, 'reply.outcome', { reply, outcome, customerKey: customerKey || null });
    if (!customerKey) return;
    this.book.noteHad(customerKey, reply);
    this.onHad();
  }
}
