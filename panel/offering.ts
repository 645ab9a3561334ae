import type { Draft } from '../chat/types';
import type { PackedReply } from '../messaging/protocol';
import { firstBubble, nextBubble } from '../replies/bubbles';
import type { BubbleStep } from '../replies/bubbles';
import { renderBubble } from '../replies/render';
import type { RenderedBubble } from '../replies/render';
import { searchReplies, usageKey } from '../replies/search';
import { suggestReplies } from '../replies/suggest';
import { onOffer, pickBubbles } from '../replies/wordings';
import type { Checking } from './checking';
import { askOrSay, say } from './desk';
import type { Desk } from './desk';
import { inPlaceQuery } from './in-place';
import type { Offer } from '../components/panel/view';

/** Offers shown at once in the panel, and at the chat box. */
const IN_PANEL = 30;
const AT_BOX = 8;

function byKey(replies: PackedReply[]): Map<string, PackedReply> {
  return new Map(replies.map((reply) => [usageKey(reply), reply]));
}

/** Finds replies and puts them into the chat box; never sends. */
export class Offering {
  private replies: Map<string, PackedReply>;
  private readonly uses: Map<string, { count: number; lastUsed: number }>;
  /** The `/query` that was waved off with Escape: it stays closed until it is changed. */
  private closed: string | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly checking: Checking,
  ) {
    this.replies = byKey(desk.begin.replies);
    this.uses = new Map(desk.begin.uses.map(({ reply, ...use }) => [reply, use]));
    this.offer();
  }

  /** Takes up replies that changed. */
  renew(): void {
    this.replies = byKey(this.desk.begin.replies);
    this.offer();
  }

  /** Searches for what stands in the panel's field. */
  search(query: string): void {
    this.desk.store.setState({ query, inPlace: null });
    this.offer();
  }

  /** Follows a `/query` in the chat box. */
  onDraft(draft: Draft): void {
    const typed = inPlaceQuery(draft);
    const before = this.desk.store.getState().inPlace;
    if (typed?.query !== this.closed) this.closed = null;
    const inPlace = typed && typed.query !== this.closed ? typed : null;
    if (!inPlace && !before) return;
    this.desk.store.setState({ inPlace });
    if (inPlace?.query !== before?.query) this.offer();
  }

  /** The customer wrote, or another chat is in front: what fits may have changed. */
  onMessages(): void {
    if (!this.desk.store.getState().inPlace) this.offer();
  }

  /** Closes the offers at the chat box; its text stays. */
  closeInPlace(): void {
    this.closed = this.desk.store.getState().inPlace?.query ?? null;
    this.desk.store.setState({ inPlace: null });
    this.offer();
  }

  move(by: number): void {
    const { offers, activeOffer } = this.desk.store.getState();
    if (offers.length > 0) this.desk.store.setState({ activeOffer: (activeOffer + by + offers.length) % offers.length });
  }

  /** Puts the n-th offer into the chat box. */
  async take(index: number): Promise<void> {
    const { offers, inPlace } = this.desk.store.getState();
    const reply = this.replies.get(offers[index]?.id ?? '');
    if (!reply) return;
    const { customer } = this.desk.session.snapshot();
    const step = firstBubble(reply.pack, reply.id, this.bubblesOf(reply), customer.key);
    if (!(await this.insert(reply, step, inPlace ?? undefined))) return;
    const id = usageKey(reply);
    this.uses.set(id, { count: (this.uses.get(id)?.count ?? 0) + 1, lastUsed: Date.now() });
    void askOrSay(this.desk.store, 'reply.used', { reply: id });
    this.desk.store.setState({ query: '', inPlace: null });
    this.offer();
  }

  /** Puts the next message of a reply of several into the chat box. */
  async next(): Promise<void> {
    const run = this.desk.store.getState().pending?.run;
    const reply = run && this.replies.get(`${run.pack}/${run.replyId}`);
    const step = run && nextBubble(run, this.desk.session.snapshot().customer.key);
    if (reply && step) await this.insert(reply, step);
    else this.desk.store.setState({ pending: null });
  }

  private async insert(reply: PackedReply, step: BubbleStep, range?: { start: number; end: number }): Promise<boolean> {
    const { session, store } = this.desk;
    const { text, caret, slots } = this.render(reply, step.template);
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
    const open = slots.filter((one) => one.open).map((one) => one.name);
    store.setState({ pending: step.rest && { title: reply.title, run: step.rest } });
    say(store, open.length > 0 ? { kind: 'slots', names: open } : { kind: 'inserted', title: reply.title });
    return true;
  }

  /** Works out anew what is on offer, and which of it would be held. */
  offer(): void {
    const { query, inPlace } = this.desk.store.getState();
    const asked = (inPlace?.query ?? query).trim();
    const limit = inPlace ? AT_BOX : IN_PANEL;
    const suggested = asked ? [] : this.suggestions();
    const now = new Date();
    const found = searchReplies(this.desk.begin.replyIndex, asked, { usage: this.uses, now: now.getTime(), limit: limit + 10 })
      .filter((one) => !suggested.includes(usageKey(one)));
    const offers = [
      ...suggested.map((id) => this.describe(id, [], true)),
      ...found.map((one) => this.describe(usageKey(one), one.spans.filter((span) => span.field === 'title'), false)),
    ].filter((offer) => offer !== null);
    this.desk.store.setState({ offers: offers.slice(0, limit), activeOffer: 0 });
  }

  private suggestions(): string[] {
    const question = this.desk.session.snapshot().messages.findLast((message) => message.side === 'customer');
    const answered = this.desk.session.snapshot().messages.at(-1)?.side === 'agent';
    if (!question || answered) return [];
    // A customer is answered in the language that they write.
    const language = /\p{Script=Han}/u.test(question.text) ? 'zh-CN' : 'en';
    return suggestReplies(this.desk.begin.replyIndex, question.text, { usage: this.uses, now: Date.now(), limit: 6 })
      .map(usageKey)
      .filter((id) => this.replies.get(id)?.language === language)
      .slice(0, 3);
  }

  private describe(id: string, titleSpans: { start: number; end: number }[], suggested: boolean): Offer | null {
    const reply = this.replies.get(id);
    if (!reply || !onOffer(reply, new Date())) return null;
    const bubbles = this.bubblesOf(reply);
    const texts = bubbles.map((bubble) => this.render(reply, bubble).text);
    const levels = texts.flatMap((text) => this.checking.check(text)).map((hit) => hit.level);
    return {
      id,
      title: reply.title,
      group: reply.group,
      abbreviation: reply.abbreviation ?? null,
      text: texts[0] ?? '',
      bubbles: bubbles.length,
      titleSpans,
      held: levels.includes('block') ? 'block' : levels.includes('warn') ? 'warn' : null,
      suggested,
    };
  }

  private bubblesOf(reply: PackedReply): readonly string[] {
    const { begin, session } = this.desk;
    return pickBubbles(reply, {
      site: session.site,
      shop: begin.shopName,
      customerKey: session.snapshot().customer.key,
      now: new Date(),
    });
  }

  private render(reply: PackedReply, template: string): RenderedBubble {
    const { begin, session, store } = this.desk;
    const values = {
      language: reply.language,
      customer: session.snapshot().customer.name,
      agent: begin.agentName,
      shop: begin.shopName,
      returning: (store.getState().file?.notes.length ?? 0) > 0,
      reply: (id: string) => this.replies.get(`${reply.pack}/${id}`)?.bubbles[0],
    };
    return renderBubble(template, values, new Date());
  }
}
