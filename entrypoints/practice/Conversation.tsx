import { useLayoutEffect, useRef } from 'react';
import type { Chat, Message } from '@/practice/customer';
import { Avatar } from './Avatar';
import { Icon } from './Icon';
import { useWords } from './words';

function Bubble({ message, chat }: { message: Message; chat: Chat }) {
  const { t, clock } = useWords();
  if (message.side === 'system') {
    return (
      <li className="msg msg-system">
        <span>{message.text}</span> <time dateTime={new Date(message.at).toISOString()}>{clock(message.at)}</time>
      </li>
    );
  }
  const who = { customer: chat.name, agent: t.agentName, robot: t.robot }[message.side];
  return (
    <li className={`msg msg-${message.side === 'customer' ? 'left' : 'right'}`} data-msgid={message.id}>
      <Avatar name={who} seed={message.side === 'customer' ? chat.id : message.side} robot={message.side === 'robot'} />
      <div className="msg-body">
        <div className="msg-meta">
          <bdi className={message.side === 'robot' ? 'msg-who tag' : 'msg-who'}>{who}</bdi>
          <time dateTime={new Date(message.at).toISOString()}>{clock(message.at)}</time>
        </div>
        <div className="bubble" dir="auto">{message.text}</div>
      </div>
    </li>
  );
}

function OrderCard({ chat }: { chat: Chat }) {
  const { t } = useWords();
  const { item, order } = chat.scene;
  return (
    <div className="order">
      <span className="order-picture"><Icon name="bag" /></span>
      <div className="order-item">
        <span className="order-name">{item.name}</span>
        <span className="muted">{item.variant} · {item.price}</span>
      </div>
      {order ? (
        <dl className="order-facts">
          <div><dt>{t.orderNumber}</dt><dd>{order.number}</dd></div>
          <div><dt className="tag">{order.state}</dt><dd>{order.amount}</dd></div>
          {order.parcel && <div className="order-parcel"><dt>{t.parcel}</dt><dd>{order.parcel}</dd></div>}
        </dl>
      ) : (
        <span className="tag">{t.consulting}</span>
      )}
    </div>
  );
}

/** The open chat above the composer. Keeps to the newest message while the reader is at the end. */
export function Conversation({ chat, onClose }: { chat: Chat; onClose(): void }) {
  const { t } = useWords();
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const last = chat.messages.at(-1);
  useLayoutEffect(() => {
    const element = log.current;
    if (element && (atEnd.current || last?.side === 'agent')) element.scrollTop = element.scrollHeight;
  }, [last]);
  const { customer } = chat.scene;
  return (
    <>
      <header className="chat-head">
        <div className="chat-who">
          <h2><bdi>{chat.name}</bdi></h2>
          <span className="tag">{customer.returning ? t.returningCustomer : t.newCustomer}</span>
          <span className="tag tag-quiet">{t.customerClass(customer.customerClass)}</span>
          <span className="muted">{customer.place}</span>
        </div>
        {chat.outcome === 'open' && <button type="button" className="btn" onClick={onClose}>{t.endChat}</button>}
      </header>
      <OrderCard chat={chat} />
      <div
        className="log"
        role="log"
        aria-label={t.messages(chat.name)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be within the keyboard's reach
        tabIndex={0}
        ref={log}
        onScroll={({ currentTarget: el }) => {
          atEnd.current = el.scrollHeight - el.scrollTop - el.clientHeight < 40;
        }}
      >
        <ol>{chat.messages.map((message) => <Bubble key={message.id} message={message} chat={chat} />)}</ol>
      </div>
    </>
  );
}
