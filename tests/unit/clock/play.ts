import type { IncomingMessage, Side } from '../../../chat/types.ts';
import type { Wait } from '../../../clock/wait.ts';
import type { ClockEvent, ClockState } from '../../../clock/waits.ts';
import { createClock, openWaits, reduce, restoreClock } from '../../../clock/waits.ts';
import type { Line, OracleWait } from './oracle.ts';
import { oracleWaits } from './oracle.ts';
import { T0 } from './stream.ts';

/** A line as the shop's server has it; `delivered` once the clock has heard of it. */
interface ServerLine extends Line {
  delivered: boolean;
}

interface ServerChat {
  key: string;
  /** The page shows times; otherwise a line's `at` is the time at which it was first seen. */
  timed: boolean;
  lines: ServerLine[];
  markedAt: number | null;
}

export type Step =
  | { kind: 'say'; chat: number; side: Side; after: number; late: boolean }
  | { kind: 'catchUp'; whole: boolean }
  | { kind: 'open'; chat: number }
  | { kind: 'list' }
  | { kind: 'withdraw'; back: number; trace: boolean }
  | { kind: 'close'; chat: number }
  | { kind: 'jump'; ms: number }
  | { kind: 'reload'; after: number }
  | { kind: 'double'; back: number; count: number };

const OPTIONS = { site: 'test', settleMs: 5 * 60_000, sessionGapMs: 10 * 60_000 };
/** A line is at most this late; less than `settleMs`, within which late lines still count. */
const MAX_LATE = 2 * 60_000;
const RESUME = 30 * 60_000;

/**
 * A shop's console with several chats, of which one is in front: plays steps to the clock as `chat/`
 * would tell them, and knows the truth for the oracle.
 */
export class Console {
  state: ClockState = createClock(OPTIONS, T0);
  now = T0;
  private front = 0;
  private heardAt = T0;
  private watchedFrom = T0;
  private serial = 0;
  private markWaits: OracleWait[] = [];
  readonly chats: ServerChat[];

  constructor(chats: { timed: boolean; past: { side: Side; ago: number }[] }[]) {
    this.chats = chats.map(({ timed, past }, index) => ({
      key: `k${index}`,
      timed,
      markedAt: null,
      lines: past
        .toSorted((a, b) => b.ago - a.ago)
        .map(({ side, ago }) => ({ id: `m${(this.serial += 1)}`, side, at: T0 - ago, ours: false, delivered: false })),
    }));
    this.show(this.chats[0]!);
  }

  play(step: Step): void {
    const chat = this.chats[this.front]!;
    switch (step.kind) {
      case 'say': {
        this.pass(step.after);
        const target = this.chats[step.chat % this.chats.length]!;
        target.lines.push({ id: `m${(this.serial += 1)}`, side: step.side, at: this.now, ours: false, delivered: false });
        if (target === chat && !step.late) this.deliver(chat, chat.timed ? target.lines.slice(-1) : target.lines, false);
        return;
      }
      case 'catchUp': {
        const wanted = step.whole || !chat.timed ? chat.lines : chat.lines.filter(({ delivered }) => !delivered);
        // One by one, newest first: as far out of order as it gets.
        if (step.whole || !chat.timed) this.deliver(chat, wanted, false);
        else for (const line of wanted.toReversed()) this.deliver(chat, [line], false);
        return;
      }
      case 'open':
        this.catchUp();
        this.front = step.chat % this.chats.length;
        return this.show(this.chats[this.front]!);
      case 'list':
        return this.list();
      case 'withdraw':
        return this.withdraw(chat, step.back, step.trace);
      case 'close':
        return this.close(this.chats[step.chat % this.chats.length]!);
      case 'jump':
        this.catchUp();
        this.pass(step.ms);
        return this.send({ type: 'time', now: this.now });
      case 'reload': {
        this.catchUp();
        this.pass(step.after);
        if (this.now - this.heardAt > RESUME) this.watchedFrom = this.now;
        this.heardAt = this.now;
        this.state = restoreClock(JSON.stringify(this.state), OPTIONS, this.now)!;
        return this.show(this.chats[this.front]!);
      }
      case 'double': {
        const known = chat.lines.filter(({ delivered, side }) => delivered && side !== 'closing');
        for (const line of known.slice(-1 - step.back).slice(0, step.count)) this.deliver(chat, [line], false);
      }
    }
  }

  /** Everything late arrives, and whatever is finished has come out. */
  finish(): void {
    this.catchUp();
    this.pass(3_600_000);
    this.send({ type: 'time', now: this.now });
  }

  /** The oracle's waits of every chat: [ended, open]. */
  oracle(): { ended: OracleWait[]; open: { key: string; since: number }[] } {
    const ended: OracleWait[] = [...this.markWaits];
    const open: { key: string; since: number }[] = [];
    for (const chat of this.chats) {
      const waits = this.waitsOf(chat);
      ended.push(...waits.filter(({ outcome }) => outcome !== 'open'));
      const since = waits.find(({ outcome }) => outcome === 'open')?.since ?? chat.markedAt;
      if (since !== null) open.push({ key: chat.key, since });
    }
    return { ended, open };
  }

  /** The clock's, in the same form. */
  clock(): { ended: Partial<Wait>[]; open: { key: string; since: number }[] } {
    const ended = this.state.finished.map(({ id, since, endedAt, outcome, first, opener, followUps, robotAfterMs }) => ({ id, since, endedAt, outcome, first, opener, followUps, robotAfterMs }));
    return { ended, open: openWaits(this.state, this.now).map(({ customerKey, since }) => ({ key: customerKey, since })) };
  }

  private waitsOf(chat: ServerChat): OracleWait[] {
    return oracleWaits(chat.lines.filter(({ delivered }) => delivered), OPTIONS.sessionGapMs);
  }

  private pass(ms: number): void {
    const overdue = this.chats[this.front]!.lines.some(({ delivered, at }) => !delivered && this.now + ms - at > MAX_LATE);
    if (overdue) this.catchUp();
    this.now += ms;
    // Round minutes mean "no seconds shown" to the clock; that rule has a test of its own.
    if (this.now % 60_000 === 0) this.now += 1;
  }

  private send(event: ClockEvent): void {
    this.heardAt = this.now;
    this.state = reduce(this.state, event);
  }

  private catchUp(): void {
    this.play({ kind: 'catchUp', whole: true });
  }

  private show(chat: ServerChat): void {
    this.deliver(chat, chat.lines, true);
  }

  private deliver(chat: ServerChat, lines: ServerLine[], history: boolean): void {
    const shown = lines.filter(({ side }) => side !== 'closing');
    if (shown.length === 0) return;
    const known = new Set(shown.filter(({ delivered }) => delivered));
    const messages = shown.map((line): IncomingMessage => {
      const at = chat.timed || (known.has(line) && !history) ? line.at : this.now;
      return { id: line.id, customerKey: chat.key, side: line.side as Side, text: '', at, atSource: chat.timed ? 'page' : 'seen', history };
    });
    this.learn(chat, shown.filter((line) => !known.has(line)), history);
    this.send({ type: 'messages', messages, now: this.now });
  }

  /** What becomes known of new lines, and when they count as written. */
  private learn(chat: ServerChat, fresh: ServerLine[], history: boolean): void {
    for (const line of fresh) line.delivered = true;
    const known = chat.lines.filter(({ delivered }) => delivered);
    const lastAnswer = known.findLastIndex(({ side }) => side === 'agent');
    for (const line of fresh.toReversed()) {
      const below = known[known.indexOf(line) + 1];
      line.ours = !history || (chat.timed && line.at >= this.watchedFrom);
      if (chat.timed) continue;
      line.at = Math.min(this.now, below?.at ?? Infinity);
      if (chat.markedAt !== null && known.indexOf(line) > lastAnswer) {
        line.at = Math.min(line.at, chat.markedAt);
        line.ours = true;
      }
    }
    chat.markedAt = null;
  }

  private unread(chat: ServerChat): number {
    const fresh = chat.lines.filter(({ delivered }) => !delivered);
    return fresh.slice(fresh.findLastIndex(({ side }) => side === 'agent') + 1).filter(({ side }) => side === 'customer').length;
  }

  private list(): void {
    const rows = this.chats.map((chat, index) => ({ key: chat.key, name: chat.key, active: index === this.front, unread: index === this.front ? 0 : this.unread(chat) }));
    for (const [index, chat] of this.chats.entries()) {
      if (index === this.front) continue;
      const isOpen = this.waitsOf(chat).some(({ outcome }) => outcome === 'open');
      if (rows[index]!.unread === 0) chat.markedAt = null;
      else if (!isOpen) chat.markedAt ??= this.now;
    }
    this.send({ type: 'chats', chats: rows, now: this.now });
  }

  private withdraw(chat: ServerChat, back: number, trace: boolean): void {
    const recent = chat.lines
      .slice(chat.lines.findLastIndex(({ side }) => side === 'closing') + 1)
      .filter(({ delivered, at }) => delivered && this.now - at <= MAX_LATE);
    const line = recent.at(-1 - back);
    if (!line) return;
    // A page on which nothing known is left looks like one that was scrolled up: the clock cannot tell.
    const lonely = chat.lines.filter(({ delivered, side }) => delivered && side !== 'closing').length === 1;
    if (trace || lonely) {
      line.side = 'system';
      return this.deliver(chat, [line], false);
    }
    chat.lines = chat.lines.filter((other) => other !== line);
    this.send({ type: 'withdrawn', customerKey: chat.key, ids: [line.id], now: this.now });
  }

  private close(chat: ServerChat): void {
    if (chat === this.chats[this.front]) this.catchUp();
    const known = chat.lines.filter(({ delivered }) => delivered);
    if (!known.some(({ side }) => side === 'customer' || side === 'agent')) return;
    if (chat.markedAt !== null) this.markWaits.push(this.markedWait(chat, chat.markedAt, known));
    chat.lines = [...known, { id: `closing${(this.serial += 1)}`, side: 'closing', at: this.now, ours: true, delivered: true }];
    chat.markedAt = null;
    this.send({ type: 'closed', customerKey: chat.key, now: this.now });
  }

  /** A mark that was never explained stands for a customer's line at that time. */
  private markedWait(chat: ServerChat, at: number, known: Line[]): OracleWait {
    const id = `mark|test|${chat.key}|${at}`;
    const wait = oracleWaits([...known, { id, side: 'customer', at, ours: true }], OPTIONS.sessionGapMs).at(-1)!;
    return { ...wait, endedAt: this.now, outcome: 'unanswered' };
  }
}
