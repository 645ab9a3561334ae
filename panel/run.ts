import { mend } from '../banned-words';
import type { Hit } from '../banned-words';
import type { Found } from '../chat/find';
import type { Guard } from '../chat/guard';
import { openSession } from '../chat/session';
import type { ChatSession } from '../chat/types';
import type { PictureRef, Thumb } from '../components/panel/view';
import { nextSlot } from '../replies/slots';
import { Checking } from './checking';
import { Customer } from './customer';
import { say } from './desk';
import type { Begin, Desk } from './desk';
import { Expanding } from './expanding';
import { Explaining } from './explaining';
import { Filling } from './filling';
import { composerKey } from './keys';
import type { KeyActions } from './keys';
import { Offering } from './offering';
import { Outcomes } from './outcomes';
import { Pictures } from './pictures';
import { ReplyBook } from './reply-book';
import type { PanelStore } from './state';
import { Timing } from './timing';

/** What the panel's view may ask for while a chat is attached. */
export interface PanelActions {
  search(query: string): void;
  setActive(index: number): void;
  /** The last of the offers came into sight. */
  showMore(): void;
  take(index: number): void;
  nextBubble(): void;
  /** The next message or picture of the reply that was begun. */
  nextStep(): void;
  /** Puts the n-th picture that is still to come into the chat box. */
  insertPicture(index: number): void;
  /** Saves the picture that the page did not take. */
  savePicture(): void;
  /** What is known of pictures; drawn anew when more of them has come. */
  thumbsOf(pictures: readonly PictureRef[]): Thumb[];
  fix(hit: Hit): void;
  /** Explains the next banned word where it stands. */
  explainNext(): void;
  /** The pointer is in the explanation, or left it. */
  overExplanation(inside: boolean): void;
  closeExplanation(): void;
  fixAll(): void;
  release(why: string): void;
  /** This find is no fault here. */
  excuse(hit: Hit): void;
  /** The same for the find at the caret, or the first. */
  excuseAtCaret(): void;
  /** Takes that back. */
  withdraw(id: string): void;
  typeNote(text: string): void;
  addNote(): void;
  openChat(key: string): void;
  toComposer(): void;
  /** Opens the chat that has waited longest, of those not in front; without one, back to the chat box. */
  toWaiting(): void;
  /** Puts the caret on the first word that must go. */
  toFault(): void;
  /** The packs were read anew. */
  renewPacks(): void;
  /** The settings were read anew. */
  renewSettings(): void;
}

/** A chat with the panel's parts on it. */
export interface Attached {
  session: ChatSession;
  actions: PanelActions;
}

interface Options {
  found: Found;
  guard: Guard;
  begin: Begin;
  store: PanelStore;
  /** Where marks may be drawn. */
  mount: ShadowRoot;
  signal: AbortSignal;
  /** The view's own moves of the focus. */
  focus: Omit<KeyActions, 'explainNext' | 'nextStep' | 'fixAll' | 'excuseAtCaret' | 'toWaiting'>;
}

/** Attaches the panel's parts to a chat that was found. Ends with `signal`, or when the chat is lost. */
export function attach({ found, guard, begin, store, mount, signal, focus }: Options): Attached {
  const ended = new AbortController();
  signal.addEventListener('abort', () => ended.abort(), { signal: ended.signal });
  const session = openSession(
    found,
    guard,
    {
      onSnapshot: (snapshot) => {
        customer.onCustomer(snapshot.customer);
        followCustomer(snapshot.customer.key);
        timing.onSnapshot(snapshot);
      },
      onMessages: (messages) => {
        outcomes.onMessages(messages);
        offering.onMessages();
      },
      onDraft: (draft) => {
        checking.onDraft(draft);
        offering.onDraft(draft);
        explaining.onDraft(draft);
      },
      onSend: (draft) => {
        const decision = checking.onSend(draft);
        if (decision === 'hold' && store.getState().held?.kind !== 'slot') outcomes.onHeld(draft);
        return decision;
      },
      onSent: (text) => {
        checking.onSent(text);
        outcomes.onSent(text);
      },
      onKey: (event) => composerKey(event, { desk, offering, expanding }, { ...focus, explainNext: () => explaining.next(), nextStep: () => void filling.nextStep(), fixAll, excuseAtCaret, toWaiting }),
      onHover: (mark) => explaining.onHover(mark),
      onLost: () => {
        ended.abort();
        store.setState({ phase: 'lost', waits: [], hits: [], held: null, explained: null, inPlace: null });
      },
    },
    ended.signal,
    mount,
  );
  const desk: Desk = { session, store, begin, signal: ended.signal };
  store.setState({
    phase: 'attached',
    site: session.site,
    fallback: found.fallback,
    holdAbility: session.holdAbility,
  });
  guard.onAbilityChange((holdAbility) => store.setState({ holdAbility }));
  const checking = new Checking(desk);
  const book = new ReplyBook(desk);
  const outcomes = new Outcomes(desk, book, () => offering.offer());
  const pictures = new Pictures(desk, () => offering.offer());
  const filling = new Filling(desk, book, outcomes, pictures);
  const offering = new Offering(desk, checking, book, filling, pictures);
  const expanding = new Expanding(desk, book, filling, outcomes);
  const explaining = new Explaining(desk);
  const customer = new Customer(desk);
  const timing = new Timing(desk);
  const snapshot = session.snapshot();
  customer.onCustomer(snapshot.customer);
  followCustomer(snapshot.customer.key);
  timing.onSnapshot(snapshot);
  checking.onDraft(session.draft());

  function followCustomer(key: string): void {
    filling.onCustomer(key);
    void book.onCustomer(key).then((known) => known && offering.offer());
  }
  const replace = async (start: number, end: number, text: string) => {
    const { selectionStart, selectionEnd } = session.draft();
    const outcome = await session.insert(text, { start, end });
    if (!outcome.ok) say(store, { kind: outcome.reason === 'composing' ? 'composing' : 'refused' });
    session.focus();
    // Who mends a word in the middle goes on writing where they were.
    const moved = (at: number) => (at <= start ? at : at < end ? start + text.length : at + text.length - (end - start));
    if (outcome.ok) session.select(moved(selectionStart), moved(selectionEnd));
  };
  function fixAll(): void {
    const { text } = session.draft();
    const mended = mend(text, store.getState().hits);
    if (mended !== text) void replace(0, text.length, mended);
  }
  function excuseAtCaret(): void {
    const { hits } = store.getState();
    const { selectionStart } = session.draft();
    const hit = hits.find(({ start, end }) => start <= selectionStart && selectionStart <= end) ?? hits[0];
    if (hit && !hit.spansRecent && !hit.asked) void checking.excuse(hit);
  }
  function toWaiting(): void {
    const { waits, customer: front } = store.getState();
    const next = waits.find(({ customerKey }) => customerKey !== front?.key);
    if (next) session.openChat(next.customerKey);
    else session.focus();
  }
  const actions: PanelActions = {
    search: (query) => offering.search(query),
    setActive: (index) => offering.setActive(index),
    showMore: () => offering.showMore(),
    take: (index) => void offering.take(index),
    nextBubble: () => void filling.next(),
    nextStep: () => void filling.nextStep(),
    insertPicture: (index) => void filling.insertPicture(index),
    savePicture: () => pictures.save(),
    thumbsOf: (wanted) => pictures.thumbsOf(wanted),
    explainNext: () => explaining.next(),
    overExplanation: (inside) => explaining.over(inside),
    closeExplanation: () => explaining.back(),
    fix: (hit) => void replace(hit.start, hit.end, hit.suggestion ?? ''),
    fixAll,
    toWaiting,
    release: (why) => checking.release(why),
    excuse: (hit) => {
      if (store.getState().explained) explaining.back();
      void checking.excuse(hit);
    },
    excuseAtCaret,
    withdraw: (id) => void checking.withdraw(id),
    typeNote: (text) => customer.typeNote(text),
    addNote: () => void customer.addNote(),
    openChat: (key) => session.openChat(key),
    toComposer: () => session.focus(),
    renewPacks: () => {
      checking.renew();
      book.renew();
      pictures.renew();
      offering.renew();
    },
    renewSettings: () => {
      checking.renewRules();
      offering.offer();
      timing.renewTarget();
    },
    toFault: () => {
      const { held, hits } = store.getState();
      const hit = hits.find((one) => one.level === held?.hits[0]?.level) ?? hits[0];
      const slot = nextSlot(session.draft().text, 0);
      const place = held?.kind === 'slot' ? slot : (hit ?? slot);
      session.focus();
      if (place) session.select(place.start, place.end);
    },
  };
  return { session, actions };
}
