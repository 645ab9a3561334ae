import type { ChatSnapshot, IncomingMessage } from '../chat/types';
import { answeredWaits } from '../clock/chat';
import type { Chat } from '../clock/chat';
import { CONFIRM_MS, emptyList, leftChats, missingChats, seeList } from '../clock/leaving';
import { questionOf } from '../clock/questions';
import { createClock, dueAlerts, nextChange, openWaits, reduce, restoreClock } from '../clock/waits';
import type { Wait } from '../clock/wait';
import type { ClockEvent, ClockState } from '../clock/waits';
import { Calling } from './calling';
import { askOrSay } from './desk';
import type { Desk } from './desk';

/** The clock may be kept this long after it changed, ms: a busy page changes it many times a second. */
const KEEP_AFTER_MS = 1000;

/** Runs the clock over what the page shows, stores finished waits, and shows who is waiting. */
export class Timing {
  private clock: ClockState;
  /** Chats, as they are now, whose answered waits went to the background. */
  private readonly told = new WeakSet<Chat>();
  /** By customer: ids of waits that were stored before they were settled. */
  private readonly early = new Map<string, string[]>();
  private list = emptyList;
  /** The open chat's, as last read. */
  private messages: IncomingMessage[] = [];
  private readonly calling: Calling;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private leaveTimer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly desk: Desk) {
    const { site, targetMs, clock } = desk.begin;
    const now = Date.now();
    this.clock =
      (clock === null ? null : restoreClock(clock, { site, targetMs }, now)) ?? createClock({ site, targetMs }, now);
    // Hundreds of kilobytes, of no more use until the page takes the chat away and brings it back.
    desk.begin.clock = null;
    this.calling = new Calling(
      desk,
      () => dueAlerts(this.clock, Date.now()),
      (customerKeys) => this.take({ type: 'alerted', customerKeys, now: Date.now() }),
    );
    desk.signal.addEventListener('abort', () => {
      desk.begin.clock = JSON.stringify(this.clock);
      clearTimeout(this.timer);
      clearTimeout(this.leaveTimer);
      clearTimeout(this.keepTimer);
    });
    this.show();
  }

  onSnapshot({ messages, customer, openChats }: ChatSnapshot): void {
    this.messages = messages;
    this.take({ type: 'messages', messages, customer, now: Date.now() });
    this.take({ type: 'chats', chats: openChats, now: Date.now() });
    this.list = seeList(this.list, openChats, customer.key, Date.now());
    this.endLeft();
    void this.store();
    this.show();
  }

  /** The target was set anew: who is late goes by it from now on. */
  renewTarget(): void {
    this.clock = { ...this.clock, options: { ...this.clock.options, targetMs: this.desk.begin.targetMs } };
    this.show();
  }

  /** Ends the waits of chats that have left the list, or were gone when the page came back: closed, or handed over. */
  private endLeft(): void {
    clearTimeout(this.leaveTimer);
    const now = Date.now();
    const { left, list } = leftChats(this.list, now);
    this.list = list;
    for (const customerKey of left) this.take({ type: 'closed', customerKey, now });
    const { missing, next } = missingChats(list, this.clock.unseen, now);
    for (const [customerKey, at] of missing) this.take({ type: 'closed', customerKey, at, now });
    const ms = Math.min(list.gone.length > 0 ? CONFIRM_MS : Infinity, (next ?? Infinity) - now);
    if (ms === Infinity) return;
    this.leaveTimer = setTimeout(() => {
      this.endLeft();
      void this.store();
      this.show();
    }, ms);
  }

  private take(event: ClockEvent): void {
    const before = this.clock;
    this.clock = reduce(before, event);
    if (this.clock.chats === before.chats || this.keepTimer !== undefined) return;
    this.keepTimer = setTimeout(() => {
      this.keepTimer = undefined;
      void askOrSay(this.desk.store, 'clock.keep', { state: JSON.stringify(this.clock) });
    }, KEEP_AFTER_MS);
  }

  /**
   * Stores a wait as soon as it is answered, and once more if it still changes (a late or withdrawn
   * message). A finished one is forgotten only once it is stored.
   */
  private async store(): Promise<void> {
    const { finished, chats, options } = this.clock;
    const changed = chats.filter((chat) => !this.told.has(chat));
    const answered = changed.flatMap((chat) => answeredWaits(chat, options));
    const forget = this.takenBack(changed, answered, finished);
    for (const chat of chats) this.told.add(chat);
    const waits = [...finished, ...answered].flatMap(({ endedAt, outcome, ...wait }) =>
      endedAt === null || outcome === 'open' ? [] : [{ ...wait, endedAt, outcome, question: questionOf(this.messages, wait.id) }],
    );
    if (waits.length === 0 && forget.length === 0) return;
    const stored = await askOrSay(this.desk.store, 'waits.store', { waits: waits.slice(0, 1000), forget });
    if (stored && finished.length > 0) {
      this.take({ type: 'stored', ids: finished.slice(0, 1000).map(({ id }) => id), now: Date.now() });
    }
  }

  /** Waits stored before that are none any more: their first message was withdrawn, or an earlier one turned up. */
  private takenBack(changed: Chat[], answered: Wait[], finished: Wait[]): string[] {
    const standing = new Set([...answered, ...finished].map(({ id }) => id));
    const gone: string[] = [];
    for (const { key } of changed) {
      gone.push(...(this.early.get(key) ?? []).filter((id) => !standing.has(id)));
      this.early.set(key, answered.filter((wait) => wait.customerKey === key).map(({ id }) => id));
    }
    return gone;
  }

  private show(): void {
    clearTimeout(this.timer);
    if (this.desk.signal.aborted) return;
    const now = Date.now();
    const openKey = this.desk.store.getState().customer?.key;
    // The open chat's wait stands first, then the most urgent.
    const waits = openWaits(this.clock, now).sort(
      (a, b) => Number(b.customerKey === openKey) - Number(a.customerKey === openKey),
    );
    this.desk.store.setState({ waits });
    this.calling.onWaits(waits);
    const ms = (nextChange(this.clock, now) ?? Infinity) - now;
    if (ms !== Infinity) this.timer = setTimeout(() => this.show(), Math.min(ms, 2 ** 31 - 1));
  }
}
