import { Excuses, loadWords, phraseAround, verdict } from '../banned-words';
import type { CheckContext, Hit, WordChecker } from '../banned-words';
import type { Draft, SendDecision } from '../chat/types';
import { openSlots } from '../replies/slots';
import { askOrSay, say } from './desk';
import type { Desk } from './desk';

/** How many of the agent's last messages are read together with the draft: 加 / 我 / V信. */
const RECENT_MESSAGES = 4;

/** Texts of replies of which it is remembered whether they would be held. */
const MOST_LEVELS = 2000;

/** Checks the draft as it is typed, and holds a send that must not go out. */
export class Checking {
  /** A draft that was asked about, or released: let go when it is sent unchanged. */
  private cleared: string | null = null;
  /** The draft that was held last, until it was mended or released. */
  private heldBack: { text: string; hits: Hit[] } | null = null;

  private checker: WordChecker;
  private rules: Pick<CheckContext, 'site' | 'settings' | 'excuses'>;
  private levels: { checker: WordChecker | null; rules: object | null; by: string; known: Map<string, 'block' | 'warn' | null> } = { checker: null, rules: null, by: '', known: new Map() };

  constructor(private readonly desk: Desk) {
    this.checker = loadWords(desk.begin.words);
    this.rules = rulesOf(desk);
  }

  /** Takes up words that changed. */
  renew(): void {
    this.checker = loadWords(this.desk.begin.words);
    this.onDraft(this.desk.session.draft());
  }

  /** Takes up the lead's switches and the exceptions, which may have changed. */
  renewRules(): void {
    this.rules = rulesOf(this.desk);
    this.onDraft(this.desk.session.draft());
  }

  /** Hits in `text` as if it were sent now. */
  check(text: string): Hit[] {
    return this.checker.check(text, { ...this.rules, ...this.around() });
  }

  /** The level at which `text` would be held if it were sent now; null when it would go. */
  readonly levelOf = (text: string): 'block' | 'warn' | null => {
    const known = this.levelsNow();
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = this.check(text).map((hit) => hit.level);
    const level = found.includes('block') ? 'block' : found.includes('warn') ? 'warn' : null;
    if (known.size >= MOST_LEVELS) known.clear();
    known.set(text, level);
    return level;
  };

  /** The same as far as it is known; null where it is not. */
  readonly knownLevelOf = (text: string): 'block' | 'warn' | null => this.levelsNow().get(text) ?? null;

  /** What `levelOf` found, as long as all that it went by is the same. */
  private levelsNow(): Map<string, 'block' | 'warn' | null> {
    const { recent, customerText } = this.around();
    const by = JSON.stringify([recent, customerText]);
    if (this.levels.checker !== this.checker || this.levels.rules !== this.rules || this.levels.by !== by) {
      this.levels = { checker: this.checker, rules: this.rules, by, known: new Map() };
    }
    return this.levels.known;
  }

  /** What was said last: words are found across messages, and some only in answer to others. */
  private around(): { recent: string[]; customerText: string | undefined } {
    const { messages } = this.desk.session.snapshot();
    const recent = messages
      .filter((message) => message.side === 'agent')
      .slice(-RECENT_MESSAGES)
      .map((message) => message.text);
    return { recent, customerText: messages.findLast((message) => message.side === 'customer')?.text };
  }

  /** Marks the hits in the box and shows them in the panel. */
  onDraft(draft: Draft): void {
    const { hits: before } = this.desk.store.getState();
    const found = draft.text ? this.check(draft.text) : [];
    // The same objects as long as nothing changed: nothing is drawn anew for a key that brought none.
    const hits = JSON.stringify(found) === JSON.stringify(before) ? before : found;
    this.desk.session.mark(hits.map(({ start, end, level }) => ({ start, end, level })));
    const { held } = this.desk.store.getState();
    // What was held stays explained until its cause is gone.
    if (held && !this.hold(draft.text, hits)) {
      this.cleared = this.heldBack = null;
      this.desk.store.setState({ hits, held: null });
    } else if (hits !== before) this.desk.store.setState({ hits });
  }

  onSend(draft: Draft): SendDecision {
    const hits = this.check(draft.text);
    const cleared = draft.text === this.cleared;
    const held = cleared ? null : this.hold(draft.text, hits);
    if (!held) {
      if (!cleared) this.heldBack = null;
      this.cleared = null;
      this.desk.store.setState({ held: null });
      return 'let';
    }
    if (held.kind === 'ask') this.cleared = draft.text;
    this.desk.store.setState({ held });
    this.heldBack = held.kind === 'slot' ? null : { text: draft.text, hits: held.hits };
    if (this.heldBack) this.keep(held.hits, 'held', '');
    return 'hold';
  }

  /** The message has left: its leave to go is of no more use. Sent although it was held: asked about and meant, or past us. */
  onSent(text: string): void {
    if (this.heldBack?.text === text) this.keep(this.heldBack.hits, 'sent-anyway', '');
    this.heldBack = null;
    this.cleared = null;
    if (text) void askOrSay(this.desk.store, 'sent.store', { text: text.slice(0, 20_000) });
  }

  /** Lets the held draft go when it is next sent unchanged. The agent sends, never we. */
  release(why: string): void {
    const { held } = this.desk.store.getState();
    if (!held?.mayRelease) return;
    this.cleared = this.desk.session.draft().text;
    this.heldBack = null;
    this.keep(held.hits, 'sent-anyway', why);
    this.desk.store.setState({ held: null });
    say(this.desk.store, { kind: 'released' });
    this.desk.session.focus();
  }

  /** The agent says that this find is no fault here. A block stays until the lead accepts it. */
  async excuse(hit: Hit): Promise<void> {
    const { term, category, level, pack, text: found } = hit;
    const phrase = phraseAround(this.desk.session.draft().text, hit);
    const stored = await askOrSay(this.desk.store, 'exception.store', { term, category, level, pack, found, ...phrase });
    if (!stored || this.desk.signal.aborted) return;
    this.desk.begin.excuses = stored.excuses;
    this.renewRules();
    say(this.desk.store, { kind: level === 'block' ? 'excuseAsked' : 'excused', id: stored.id, text: phrase.text });
  }

  /** Takes that back. */
  async withdraw(id: string): Promise<void> {
    const stored = await askOrSay(this.desk.store, 'exception.withdraw', { id });
    if (!stored || this.desk.signal.aborted) return;
    this.desk.begin.excuses = stored.excuses;
    this.renewRules();
    say(this.desk.store, null);
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

/** What decides about a find beside the lists. Links to the console's own site may be written. */
function rulesOf({ begin }: Desk): Pick<CheckContext, 'site' | 'settings' | 'excuses'> {
  const { site, wordSettings, excuses } = begin;
  const allowedDomains = [...(wordSettings.allowedDomains ?? []), site];
  return { site, settings: { ...wordSettings, allowedDomains }, excuses: new Excuses(excuses) };
}
