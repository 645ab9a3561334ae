import type { ChatRow, Fixture, Line, Side } from './types';

/** A line to start with: side and text, and a speaker's name where the page wants another than the usual. */
export type Seed = readonly [Side, string, string?];

export interface Chat {
  name: string;
  unread: number;
  lines: Line[];
}

/** The shop's own state behind a page: chats, the open one, and what was sent. Pages draw from it and write to it. */
export interface Conversation {
  readonly chats: readonly Chat[];
  readonly open: Chat;
  /** Counts up with every change, for frameworks that compare snapshots. */
  readonly version: number;
  /** Grows when the page is to draw everything with new elements. */
  readonly generation: number;
  readonly sentTexts: readonly string[];
  subscribe(listener: () => void): () => void;
  add(side: Side, text: string, options?: { name?: string; at?: number; chat?: string }): Line;
  /** The page's send handler calls this with exactly what the library handed it. */
  send(text: string): Line;
  prepend(count: number): Line[];
  switchTo(name: string): void;
  rerender(): void;
}

const HISTORY: Seed[] = [
  ['customer', '上次买的那件收到了，颜色很正'],
  ['agent', '谢谢您的认可，欢迎常来'],
  ['customer', '这款有别的尺码吗'],
  ['agent', '有的，S到XL都有现货'],
];

let lastId = 0;

/** Ids like those of a server: not guessable from the position, unique in the page. */
function nextId(): string {
  lastId += 1;
  return `${(Date.now() - 1e6).toString(36)}${lastId.toString(36).padStart(3, '0')}`;
}

function speaker(side: Side, customer: string, agent: string): string {
  if (side === 'customer') return customer;
  if (side === 'agent') return agent;
  return side === 'robot' ? '店小蜜机器人' : '系统';
}

/** A conversation that starts with these chats; the first one is open. */
export function conversation(start: Record<string, readonly Seed[]>, agent = '客服小周'): Conversation {
  const listeners = new Set<() => void>();
  const sentTexts: string[] = [];
  let version = 0;
  let generation = 0;
  const opened = Date.now() - 20 * 60_000;

  const chats: Chat[] = Object.entries(start).map(([name, seeds], row) => ({
    name,
    unread: row === 0 ? 0 : (row * 2) % 3,
    lines: seeds.map(([side, text, who], index) => ({
      id: nextId(),
      side,
      text,
      name: who ?? speaker(side, name, agent),
      at: opened + index * 47_000,
    })),
  }));
  const first = chats[0];
  if (!first) throw new Error('A conversation needs at least one chat.');
  let open = first;

  const changed = () => {
    version += 1;
    for (const listener of listeners) listener();
  };

  const self: Conversation = {
    chats,
    sentTexts,
    get open() {
      return open;
    },
    get version() {
      return version;
    },
    get generation() {
      return generation;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(side, text, options = {}) {
      const chat = options.chat ? chats.find((c) => c.name === options.chat) : open;
      if (!chat) throw new Error(`There is no chat with ${options.chat}.`);
      const line = {
        id: nextId(),
        side,
        text,
        name: options.name ?? speaker(side, chat.name, agent),
        at: options.at ?? Date.now(),
      };
      // New arrays, so that a framework that compares by identity sees the change.
      chat.lines = [...chat.lines, line];
      if (chat !== open) chat.unread += 1;
      changed();
      return line;
    },
    send(text) {
      sentTexts.push(text);
      return self.add('agent', text);
    },
    prepend(count) {
      const before = open.lines[0]?.at ?? Date.now();
      const older = Array.from({ length: count }, (_, index): Line => {
        const [side, text] = HISTORY[index % HISTORY.length]!;
        return {
          id: nextId(),
          side,
          text: `${text}（${open.lines.length + count - index}）`,
          name: speaker(side, open.name, agent),
          at: before - (count - index) * 60_000,
        };
      });
      open.lines = [...older, ...open.lines];
      changed();
      return older;
    },
    switchTo(name) {
      const chat = chats.find((c) => c.name === name);
      if (!chat) throw new Error(`There is no chat with ${name}.`);
      open = chat;
      chat.unread = 0;
      changed();
    },
    rerender() {
      generation += 1;
      changed();
    },
  };
  return self;
}

export function rows(talk: Conversation): ChatRow[] {
  return talk.chats.map((chat) => ({ name: chat.name, unread: chat.unread, active: chat === talk.open }));
}

/** Puts the driver on the window. `own` replaces what the page does in its library's own way. */
export function expose(talk: Conversation, own: Partial<Fixture> = {}): void {
  const withList = talk.chats.length > 1;
  window.fixture = {
    receive: (text, options = {}) => void talk.add(options.side ?? 'customer', text, options),
    sent: () => [...talk.sentTexts],
    messages: () => talk.open.lines.map(({ side, text }) => ({ side, text })),
    prepend: (count) => void talk.prepend(count),
    rerender: () => talk.rerender(),
    ...(withList && { switchTo: (name: string) => talk.switchTo(name), chats: () => rows(talk) }),
    ...own,
  };
}

/** A stable number for each chat, as consoles give every customer a uid. */
export function uidOf(talk: Conversation, chat: Chat): string {
  return String(1_875_210_170_836 + talk.chats.indexOf(chat) * 7_919);
}

/** A moment in epoch ms for a line that no other line of the page has. */
export function stampOf(line: Line): string {
  const known = stamps.get(line.id);
  if (known) return String(known);
  let stamp = line.at;
  while (taken.has(stamp)) stamp += 1;
  taken.add(stamp);
  stamps.set(line.id, stamp);
  return String(stamp);
}

const stamps = new Map<string, number>();
const taken = new Set<number>();
