import { useState } from 'react';
import type { Chat } from '@/practice/customer';
import { TARGET_MS, type Shift } from '@/practice/shift';
import { Avatar } from './Avatar';
import { useWords } from './words';

interface Props {
  shift: Shift;
  onOpen(chatId: string): void;
}

function Session({ chat, active, elapsed, onOpen }: { chat: Chat; active: boolean; elapsed: number; onOpen(): void }) {
  const { t, hour } = useWords();
  const last = chat.messages.at(-1);
  const wait = chat.waits.at(-1);
  const waiting = wait?.until === null;
  const late = waiting && elapsed - wait.since >= TARGET_MS;
  const classes = ['session', active && 'is-current', chat.outcome !== 'open' && 'is-ended'].filter(Boolean).join(' ');
  return (
    <li>
      <button type="button" className={classes} aria-current={active || undefined} onClick={onOpen} data-uid={chat.id}>
        <span className="session-face">
          <Avatar name={chat.name} seed={chat.id} />
          {chat.unread > 0 && (
            <span className="badge">
              <span aria-hidden="true">{chat.unread > 99 ? '99+' : chat.unread}</span>
              <span className="sr-only">{t.unread(chat.unread)}</span>
            </span>
          )}
        </span>
        <span className="session-main">
          <span className="session-line">
            <bdi className="nick" title={chat.name}>{chat.name}</bdi>
            {last && <time className="session-time" dateTime={new Date(last.at).toISOString()}>{hour(last.at)}</time>}
          </span>
          <span className="session-line">
            <span className="last-msg" dir="auto">{last?.text}</span>
            {waiting && <span className={late ? 'mark mark-late' : 'mark'}>{late ? t.late : t.waiting}</span>}
          </span>
        </span>
      </button>
    </li>
  );
}

export function SessionList({ shift, onOpen }: Props) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = shift.chats.filter(({ name }) => name.toLowerCase().includes(wanted));
  const recent = (chat: Chat) => chat.messages.at(-1)?.at ?? 0;
  const open = found.filter(({ outcome }) => outcome === 'open');
  const ended = found.filter(({ outcome }) => outcome !== 'open').toSorted((a, b) => recent(b) - recent(a));
  const rows = (chats: Chat[]) =>
    chats.map((chat) => (
      <Session key={chat.id} chat={chat} active={chat.id === shift.openChatId} elapsed={shift.elapsed} onOpen={() => onOpen(chat.id)} />
    ));
  const empty = shift.chats.length === 0 ? (shift.status === 'ready' ? t.noSessions : t.soonFirst) : t.noMatch;
  return (
    <nav className="sessions" aria-label={t.sessions}>
      <div className="sessions-head">
        <h2>{t.serving(shift.chats.filter(({ outcome }) => outcome === 'open').length)}</h2>
        <input type="search" value={query} onChange={(event) => setQuery(event.target.value)} placeholder={t.findCustomer} aria-label={t.findCustomer} />
      </div>
      <div className="sessions-scroll">
        {found.length === 0 && <p className="empty">{empty}</p>}
        <ul>{rows(open)}</ul>
        {ended.length > 0 && <h3 className="sessions-group">{t.ended}</h3>}
        {ended.length > 0 && <ul>{rows(ended)}</ul>}
      </div>
    </nav>
  );
}
