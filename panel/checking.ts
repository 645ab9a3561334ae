import { loadWords, verdict } from '../banned-words';
import type { Hit, WordChecker } from '../banned-words';
import type { Draft, SendDecision } from '../chat/types';
import { openSlots } from '../replies/slots';
import { askOrSay, say } from './desk';
import type { Desk } from './desk';

/** How many of the agent's last messages are read together with the draft: 加 / 我 / V信. */
const RECENT_MESSAGES = 4;

/** Checks the draft as it is typed, and holds a send that must not go out. */
export class Checking {
  /** A draft that was asked about, or released: let go when it is sent unchanged. */
  private cleared: string | null = null;

  private checker: WordChecker;

  constructor(private readonly desk: Desk) {
    this.checker = loadWords(desk.begin.words);
  }

  /** Takes up words that changed. */
  renew(): void {
    this.checker = loadWords(this.desk.begin.words);
    this.onDraft(this.desk.session.draft());
  }

  /** Hits in `text` as if it were sent now. */
  check(text: string): Hit[] {
    const { messages } = this.desk.session.snapshot();
    const recent = messages
      .filter((message) => message.side === 'agent')
      .slice(-RECENT_MESSAGES)
      .map((message) => message.text);
    const lastOfCustomer = messages.findLast((message) => message.side === 'customer');
    return this.checker.check(text, { recent, site: this.desk.begin.site, customerText: lastOfCustomer?.text });
  }

  /** Marks the hits in the box and shows them in the panel. */
  onDraft(draft: Draft): void {
    const hits = draft.text ? this.check(draft.text) : [];
    this.desk.session.mark(hits.map(({ start, end, level }) => ({ start, end, level })));
    const { held } = this.desk.store.getState();
    // What was held stays explained until its cause is gone.
    const mended = held && draft.text !== this.cleared && !this.hold(draft.text, hits);
    this.desk.store.setState(mended ? { hits, held: null } : { hits });
  }

  onSend(draft: Draft): SendDecision {
    const hits = this.check(draft.text);
    const held = draft.text === this.cleared ? null : this.hold(draft.text, hits);
    if (!held) {
      this.cleared = null;
      this.desk.store.setState({ held: null });
      return 'let';
    }
    if (held.kind === 'ask') this.cleared = draft.text;
    this.desk.store.setState({ held });
    if (held.kind !== 'slot') this.keep(held.hits, 'held', '');
    return 'hold';
  }

  /** The message has left: its leave to go is of no more use. */
  onSent(): void {
    this.cleared = null;
  }

  /** Lets the held draft go when it is next sent unchanged. The agent sends, never we. */
  release(why: string): void {
    const { held } = this.desk.store.getState();
    if (!held?.mayRelease) return;
    this.cleared = this.desk.session.draft().text;
    this.keep(held.hits, 'sent-anyway', why);
    this.desk.store.setState({ held: null });
    say(this.desk.store, { kind: 'released' });
    this.desk.session.focus();
  }

  private hold(text: string, hits: Hit[]) {
    const { action, hits: grave } = verdict(hits);
    if (action === 'hold') {
      const blocking = grave.filter((hit) => hit.level === 'block');
      const mayRelease = blocking.every((hit) => hit.mayOverride);
      return { kind: 'block' as const, hits: grave, slots: [], mayRelease };
    }
    const slots = openSlots(text).map((slot) => slot.name);
    if (slots.length > 0) return { kind: 'slot' as const, hits: [], slots, mayRelease: false };
    if (action === 'ask') return { kind: 'ask' as const, hits: grave, slots: [], mayRelease: false };
    return null;
  }

  private keep(hits: Hit[], action: 'held' | 'sent-anyway', why: string): void {
    const customerKey = this.desk.session.snapshot().customer.key;
    const kept = hits.map(({ term, category, level }) => ({ term, category, level }));
    void askOrSay(this.desk.store, 'hold.store', { customerKey, hits: kept.slice(0, 200), action, why });
  }
}
