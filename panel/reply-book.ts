import type { PackedReply } from '../messaging/protocol';
import { foldAbbreviation } from '../replies/abbreviation';
import { renderBubble } from '../replies/render';
import type { RenderedBubble } from '../replies/render';
import { usageKey } from '../replies/search';
import type { Usage } from '../replies/search';
import { onOffer, pickBubbles } from '../replies/wordings';
import { askOrSay } from './desk';
import type { Desk } from './desk';

/** How often a customer has had a reply, and when last (epoch ms). */
export interface Had {
  count: number;
  at: number;
}

/** The replies at hand: what they say here and now, how often they were used, and who has had them. */
export class ReplyBook {
  private replies = new Map<string, PackedReply>();
  private abbreviations = new Map<string, PackedReply>();
  private had = new Map<string, Had>();
  private customerKey = '';
  readonly uses: Map<string, Usage>;

  constructor(private readonly desk: Desk) {
    this.uses = new Map(desk.begin.uses.map(({ reply, ...use }) => [reply, use]));
    this.renew();
  }

  /** Takes up replies that changed. */
  renew(): void {
    this.replies = new Map();
    this.abbreviations = new Map();
    for (const reply of this.desk.begin.replies) {
      this.replies.set(usageKey(reply), reply);
      const code = foldAbbreviation(reply.abbreviation ?? '');
      // Of two with one code the first counts: packs in the agent's language stand first.
      if (code !== '' && !this.abbreviations.has(code) && onOffer(reply, new Date())) this.abbreviations.set(code, reply);
    }
  }

  get(key: string): PackedReply | undefined {
    return this.replies.get(key);
  }

  /** The reply with this abbreviation, folded. */
  byAbbreviation(folded: string): PackedReply | undefined {
    return this.abbreviations.get(folded);
  }

  /** Counts a use on this site. */
  use(reply: PackedReply): void {
    const key = usageKey(reply);
    this.uses.set(key, { count: (this.uses.get(key)?.count ?? 0) + 1, lastUsed: Date.now() });
    void askOrSay(this.desk.store, 'reply.used', { reply: key });
  }

  /** Whether the customer of the open chat has had a reply. */
  hadBy(key: string): Had | undefined {
    return this.had.get(key);
  }

  /** This customer was sent a reply. */
  noteHad(customerKey: string, key: string): void {
    if (customerKey !== this.customerKey) return;
    this.had.set(key, { count: (this.had.get(key)?.count ?? 0) + 1, at: Date.now() });
  }

  /**
   * Follows the agent from chat to chat.
   * @returns true once it is known what another customer has had
   */
  async onCustomer(key: string): Promise<boolean> {
    if (key === '' || key === this.customerKey) return false;
    this.customerKey = key;
    this.had = new Map();
    const known = await askOrSay(this.desk.store, 'reply.had', { key });
    if (!known || this.customerKey !== key || this.desk.signal.aborted) return false;
    for (const { reply, count, at } of known.replies) {
      const fresh = this.had.get(reply);
      this.had.set(reply, { count: count + (fresh?.count ?? 0), at: fresh?.at ?? at });
    }
    return true;
  }

  /** The messages of a reply in the wording for this customer, shop and day. */
  bubblesOf(reply: PackedReply): readonly string[] {
    const { begin, session } = this.desk;
    return pickBubbles(reply, {
      site: session.site,
      shop: begin.shopName,
      customerKey: session.snapshot().customer.key,
      timesSent: this.had.get(usageKey(reply))?.count,
      now: new Date(),
    });
  }

  /** A message with everything filled in that is known now. */
  render(reply: PackedReply, template: string): RenderedBubble {
    const { begin, session, store } = this.desk;
    const values = {
      language: reply.language,
      customer: session.snapshot().customer.name,
      agent: begin.agentName,
      shop: begin.shopName,
      // Looked for on the page only where a message names them.
      get order() {
        return session.deal().order;
      },
      get item() {
        return session.deal().item;
      },
      returning: (store.getState().file?.notes.length ?? 0) > 0,
      reply: (id: string) => {
        const other = this.replies.get(`${reply.pack}/${id}`);
        return other && this.bubblesOf(other)[0];
      },
    };
    return renderBubble(template, values, new Date());
  }
}
