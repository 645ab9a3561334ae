import { addressOf } from '../address';
import { contains, labelOf, parentOf } from '../tree';
import { ChatRows, findChatList } from './chats';
import type { ChatRow } from './row';
import { customerOf, nameOverList } from './customer';
import { chatListByProfile, customerByProfile, dealByProfile } from './by-profile';
import { Voices } from './voices';
import { MessageWindow } from './window';
import { Streams } from './streams';
import { standingsOf } from './standing';
import type { Standing } from './standing';
import { readDeal } from './deal';
import { observeDeep } from './observe';
import type { Item } from './item';
import type { Located } from '../find/locate';
import type { ChatSnapshot, Deal, IncomingMessage } from '../types';

/** What is remembered of a site's chats while their elements come and go. */
export class Memory {
  readonly streams = new Streams();
  readonly voices = new Voices();
}

export interface ReaderHooks {
  /** Something was read anew. `fresh`: messages not handed on before. */
  onRead(snapshot: ChatSnapshot, fresh: IncomingMessage[]): void;
}

/** Time one reading may take before it goes on in the next frame, in ms. */
const BUDGET = 10;
/** Quiet time after which moving and fading messages are measured again, in ms. */
const SETTLED = 450;
/** Most of the page's text that is looked through for the agent's name, in UTF-16 code units. */
const MOST_SURROUNDINGS = 20_000;
/** With more speakers than this it is no shop's chat with one customer. */
const MOST_SPEAKERS = 6;

/**
 * Reads one found chat: who it is with, its messages, the list of chats. Reads at most once a
 * frame, only after the page changed, and keeps what it read of unchanged elements.
 */
export class Reader {
  private window: MessageWindow;
  private chatList: ChatRows | null = null;
  private rows: ChatRow[] = [];
  private nameOver = '';
  private text = '';
  /** Of the speakers' names, as of `standingNames`. */
  private standings: ReadonlyMap<string, Standing> = new Map();
  private standingNames = '';
  private latest: ChatSnapshot;
  /** Null after any change of the page. */
  private latestDeal: Deal | null = null;
  private asked = false;
  private listChangedAt = 0;
  private surroundingsStale = true;
  private settleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly located: Located,
    private readonly memory: Memory,
    private readonly hooks: ReaderHooks,
    private readonly signal: AbortSignal,
  ) {
    const { list, anchor } = located.parts;
    this.window = new MessageWindow(list, located.profile, list.getBoundingClientRect().top >= anchor.getBoundingClientRect().bottom - 4);
    this.latest = { site: located.site, customer: { key: '', name: '' }, messages: [], openChats: [] };
    const area = this.area(list, anchor);
    observeDeep(area, (records) => this.onChange(records), signal);
    const again = { signal, passive: true } as const;
    area.ownerDocument.defaultView?.addEventListener('resize', () => this.measureAgain(), again);
    area.ownerDocument.defaultView?.addEventListener('load', () => this.measureAgain(), again);
    area.ownerDocument.addEventListener('visibilitychange', () => this.ask(), again);
    signal.addEventListener('abort', () => clearTimeout(this.settleTimer), { once: true });
    this.ask();
    this.settle();
  }

  snapshot(): ChatSnapshot {
    return this.latest;
  }

  /** What the open chat is about. Read when it is asked for, and kept until the page changes. */
  deal(): Deal {
    if (this.latestDeal) return this.latestDeal;
    const { parts, profile } = this.located;
    const told = profile ? dealByProfile(parts.anchor, profile) : { order: '', item: '' };
    const found = told.order && told.item ? told : readDeal(parts.list, this.latest.messages);
    return (this.latestDeal = { order: told.order || found.order, item: told.item || found.item });
  }

  /** The agent sent this text: the message that will show it tells which voice is the agent's. */
  expectOwn(text: string): void {
    this.memory.voices.expect(text, Date.now());
  }

  /** The row of an open chat, while the page shows it. */
  rowOf(key: string): HTMLElement | null {
    return this.rows.find((row) => row.key === key && row.element.isConnected)?.element ?? null;
  }

  chatListElement(): HTMLElement | null {
    return this.chatList?.holder.isConnected ? this.chatList.holder : null;
  }

  /** Reads now; used where the next frame would be too late. */
  readNow(): void {
    this.read();
  }

  /** What holds list, composer and the list of chats. */
  private area(list: HTMLElement, composer: HTMLElement): Element {
    let area: Element = list;
    for (let node: Element | null = list; node; node = parentOf(node)) {
      area = node;
      if (contains(node, composer)) break;
    }
    this.findSurroundings();
    for (let node: Element | null = area; this.chatList && node; node = parentOf(node)) {
      area = node;
      if (contains(node, this.chatList.holder)) break;
    }
    for (let up = 0, node = parentOf(area); !this.chatList && node && up < 3; up++, node = parentOf(node)) area = node;
    return area;
  }

  private findSurroundings(): void {
    const { list, anchor } = this.located.parts;
    this.nameOver = nameOverList(list, anchor);
    const names = [this.nameOver, this.memory.voices.authors.customer].filter((name) => name !== '');
    if (!this.chatList?.holder.isConnected) {
      const { profile } = this.located;
      const holder = (profile && chatListByProfile(list.ownerDocument, profile)) ?? findChatList(list, anchor, names);
      this.chatList = holder && new ChatRows(holder, profile);
    }
    this.text = (list.ownerDocument.body?.textContent ?? '').slice(0, MOST_SURROUNDINGS);
    this.surroundingsStale = false;
    this.standingNames = '';
  }

  private findStandings(items: readonly Item[]): void {
    const names = new Set(items.map(({ author }) => author).filter((name) => name.length > 1));
    const asked = [...names].join('\n');
    if (asked === this.standingNames) return;
    this.standingNames = asked;
    const { list, composer } = this.located.parts;
    this.standings = names.size > MOST_SPEAKERS ? new Map() : standingsOf(names, list, composer);
  }

  private onChange(records: MutationRecord[]): void {
    const { list, composer } = this.located.parts;
    let touched = false;
    for (const { target } of records) {
      if (contains(composer, target)) continue;
      touched = true;
      if (contains(list, target)) {
        this.window.forget(target);
        this.listChangedAt = Date.now();
      } else if (this.chatList && contains(this.chatList.holder, target)) this.chatList.forget(target);
      else this.surroundingsStale = true;
    }
    if (!touched) return;
    this.latestDeal = null;
    this.ask();
    this.settle();
  }

  private settle(): void {
    clearTimeout(this.settleTimer);
    this.settleTimer = setTimeout(() => {
      this.surroundingsStale = true;
      this.window.forgetLast(6);
      this.ask();
    }, SETTLED);
  }

  private measureAgain(): void {
    this.window.forgetAll();
    this.surroundingsStale = true;
    this.ask();
  }

  private ask(): void {
    if (this.asked || this.signal.aborted) return;
    this.asked = true;
    const read = (): void => {
      this.asked = false;
      if (!this.signal.aborted) this.read();
    };
    // Hidden pages get no frames, and their customers wait all the same.
    if (this.located.parts.list.ownerDocument.hidden) setTimeout(read, 100);
    else requestAnimationFrame(read);
  }

  private read(): void {
    const { list } = this.located.parts;
    if (!list.isConnected) return;
    const { items, complete } = this.window.read(BUDGET);
    if (!complete) return this.ask();
    if (this.surroundingsStale) this.findSurroundings();
    this.findStandings(items);
    const { profile, parts } = this.located;
    const document = list.ownerDocument;
    this.rows = this.chatList?.read() ?? [];
    const openChats = this.rows.map(({ key, name, active, unread, preview }) => ({ key, name, active, unread, preview }));
    const told = profile ? customerByProfile(parts.anchor, profile) : { key: '', name: '' };
    const customerName = told.name || openChats.find((chat) => chat.active)?.name || this.nameOver;
    const now = Date.now();
    const known = { customerName, prompt: labelOf(parts.composer), surroundings: this.text, standings: this.standings };
    const lines = this.memory.voices.linesOf(items, known, now);
    const customer = customerOf(told, openChats, this.nameOver, this.memory.voices.authors, this.standings, addressOf(document));
    const taken = this.memory.streams.take(customer.key, lines, now, this.listChangedAt, () => this.window.isAtEnd());
    if (taken.wait !== null) {
      setTimeout(() => this.ask(), taken.wait);
      if (taken.fresh.length === 0) return;
    }
    const name = taken.key === customer.key ? customer.name : this.latest.customer.name;
    this.latest = { site: this.located.site, customer: { key: taken.key, name }, messages: taken.messages, openChats };
    this.latestDeal = null;
    this.hooks.onRead(this.latest, taken.fresh);
  }
}
