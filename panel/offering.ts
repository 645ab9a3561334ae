import type { Draft } from '../chat/types';
import { searchReplies, usageKey } from '../replies/search';
import { suggestReplies } from '../replies/suggest';
import { onOffer } from '../replies/wordings';
import type { Checking } from './checking';
import type { Desk } from './desk';
import type { Filling } from './filling';
import { inPlaceQuery } from './in-place';
import type { Pictures } from './pictures';
import type { ReplyBook } from './reply-book';
import type { Offer } from '../components/panel/view';

/** Offers drawn in the panel: at first, more each time the last of them comes into sight, at most. */
const IN_PANEL = { first: 10, step: 10, most: 50 };
/** Offers shown at the chat box. */
const AT_BOX = 8;
/** Time after which offers are checked although the page is never idle, ms. */
const CHECKED_WITHIN_MS = 300;

/**
 * Messages bring other offers at most once in this time, ms: a busy chat must not cost a search a
 * frame, nor move the offers away from under a hand.
 */
const OFFER_GAP_MS = 250;

/** Finds replies, by what is asked for and by what the customer asked. */
export class Offering {
  /** The `/query` that was waved off with Escape: it stays closed until it is changed. */
  private closed: string | null = null;
  private unchecked = 0;
  /** How many offers the panel draws, and for which query. */
  private drawn = { query: '', count: IN_PANEL.first };
  /** Offers that messages asked for: when they were last made, and the timer of those to come. */
  private renewedAt = -Infinity;
  private renewing: ReturnType<typeof setTimeout> | undefined;
  /** What was suggested for the last question. */
  private fitting: { to: string; replies: string[] } | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly checking: Checking,
    private readonly book: ReplyBook,
    private readonly filling: Filling,
    private readonly pictures: Pictures,
  ) {
    this.offer();
  }

  /** Searches for what stands in the panel's field. */
  search(query: string): void {
    this.desk.store.setState({ query, inPlace: null });
    this.offer();
  }

  /** Follows a `/query` in the chat box. What an input method is still composing is none. */
  onDraft(draft: Draft): void {
    if (this.desk.session.composing()) return;
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
    const gap = Date.now() - this.renewedAt;
    if (this.renewing !== undefined) return;
    // A clock set back counts as a long time.
    if (gap < 0 || gap >= OFFER_GAP_MS) this.renewForMessages();
    else this.renewing = setTimeout(() => this.renewForMessages(), OFFER_GAP_MS - gap);
  }

  private renewForMessages(): void {
    this.renewing = undefined;
    this.renewedAt = Date.now();
    if (!this.desk.signal.aborted && !this.desk.store.getState().inPlace) this.offer();
  }

  /** Closes the offers at the chat box; its text stays. */
  closeInPlace(): void {
    this.closed = this.desk.store.getState().inPlace?.query ?? null;
    this.desk.store.setState({ inPlace: null });
    this.offer();
  }

  move(by: number): void {
    const { offers, activeOffer } = this.desk.store.getState();
    if (offers.length > 0) this.setActive((activeOffer + by + offers.length) % offers.length);
  }

  setActive(activeOffer: number): void {
    this.desk.store.setState({ activeOffer });
    if (activeOffer >= this.desk.store.getState().offers.length - 2) this.showMore();
  }

  /** The last of the offers came into sight. */
  showMore(): void {
    const { moreOffers, inPlace, activeOffer } = this.desk.store.getState();
    if (!moreOffers || inPlace) return;
    this.drawn.count += IN_PANEL.step;
    this.offer(activeOffer);
  }

  /** Puts the n-th offer into the chat box. */
  async take(index: number): Promise<void> {
    const { offers, inPlace } = this.desk.store.getState();
    const reply = this.book.get(offers[index]?.id ?? '');
    if (!reply || !(await this.filling.take(reply, inPlace ?? undefined))) return;
    this.desk.store.setState({ query: '', inPlace: null });
    this.offer();
  }

  /** The replies are others. */
  renew(): void {
    this.fitting = null;
    this.offer();
  }

  /** Works out anew what is on offer. */
  offer(activeOffer = 0): void {
    const { query, inPlace } = this.desk.store.getState();
    const asked = (inPlace?.query ?? query).trim();
    if (asked !== this.drawn.query) this.drawn = { query: asked, count: IN_PANEL.first };
    const limit = inPlace ? AT_BOX : Math.min(this.drawn.count, IN_PANEL.most);
    const suggested = asked ? [] : this.suggestions();
    const now = new Date();
    const found = searchReplies(this.desk.begin.replyIndex, asked, { usage: this.book.uses, now: now.getTime(), limit: limit + suggested.length + 1 })
      .filter((one) => !suggested.includes(usageKey(one)));
    const offers = [
      ...suggested.map((id) => this.describe(id, [], true)),
      ...found.slice(0, limit - suggested.length).map((one) => this.describe(usageKey(one), one.spans.filter((span) => span.field === 'title'), false)),
    ].filter((offer) => offer !== null);
    const moreOffers = !inPlace && limit < IN_PANEL.most && found.length > limit - suggested.length;
    this.desk.store.setState({ offers, moreOffers, activeOffer });
    this.checkLater();
  }

  /** Which offers would be held is said once they are drawn: a keystroke does not wait for it. */
  private checkLater(): void {
    cancelIdleCallback(this.unchecked);
    const { offers } = this.desk.store.getState();
    this.unchecked = requestIdleCallback(
      () => {
        if (this.desk.signal.aborted || this.desk.store.getState().offers !== offers) return;
        const checked = offers.map((offer) => this.checked(offer));
        if (checked.some((offer, at) => offer !== offers[at])) this.desk.store.setState({ offers: checked });
      },
      { timeout: CHECKED_WITHIN_MS },
    );
  }

  /** The same offer when nothing is to be said of it. */
  private checked(offer: Offer): Offer {
    const held = this.levelOf(offer.id, this.checking.levelOf);
    return held === offer.held ? offer : { ...offer, held };
  }

  /** The gravest level of a reply's messages, as `level` says it of a text. */
  private levelOf(id: string, level: (text: string) => Offer['held']): Offer['held'] {
    const reply = this.book.get(id);
    const levels = reply ? this.book.bubblesOf(reply).map((bubble) => level(this.book.render(reply, bubble).text)) : [];
    return levels.includes('block') ? 'block' : levels.includes('warn') ? 'warn' : null;
  }

  private suggestions(): string[] {
    const question = this.desk.session.snapshot().messages.findLast((message) => message.side === 'customer');
    const answered = this.desk.session.snapshot().messages.at(-1)?.side === 'agent';
    if (!question || answered) return [];
    if (this.fitting?.to === question.id) return this.fitting.replies;
    // A customer is answered in the language that they write.
    const language = /\p{Script=Han}/u.test(question.text) ? 'zh-CN' : 'en';
    const replies = suggestReplies(this.desk.begin.replyIndex, question.text, { usage: this.book.uses, now: Date.now(), limit: 6 })
      .map(usageKey)
      .filter((id) => this.book.get(id)?.language === language)
      .slice(0, 3);
    this.fitting = { to: question.id, replies };
    return replies;
  }

  private describe(id: string, titleSpans: { start: number; end: number }[], suggested: boolean): Offer | null {
    const reply = this.book.get(id);
    if (!reply || !onOffer(reply, new Date())) return null;
    const bubbles = this.book.bubblesOf(reply);
    return {
      id,
      title: reply.title,
      group: reply.group,
      abbreviation: reply.abbreviation ?? null,
      text: this.book.render(reply, bubbles[0] ?? '').text,
      bubbles: bubbles.length,
      titleSpans,
      // What is known already is said at once, so that no mark comes and goes at each key.
      held: this.levelOf(id, this.checking.knownLevelOf),
      suggested,
      hadAt: this.book.hadBy(id)?.at ?? null,
      pictures: this.pictures.thumbsOf((reply.pictures ?? []).map((picture) => ({ pack: reply.pack, id: picture }))),
    };
  }
}
