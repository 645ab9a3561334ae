import './style.css';
import { useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { conversation, expose } from '../../kit/conversation';
import { clock } from '../../kit/plain';
import { useConversation } from '../../kit/react';
import { only, SHOP_EN } from '../../kit/seeds';

const talk = conversation(only(SHOP_EN, 'customer agent system'), 'ada.lindqvist');

function Item({ line, previous }) {
  if (line.side === 'system') {
    return (
      <div role="listitem" aria-roledescription="system message" className="rcx-message-system" data-qa-type="system-message">
        <span data-qa-type="system-message-body">{line.text}</span>
      </div>
    );
  }
  const sequential = previous?.name === line.name;
  return (
    <div
      role="listitem"
      aria-roledescription="message"
      id={line.id}
      className={`rcx-message ${sequential ? 'rcx-message--sequential' : ''}`}
      data-id={line.id}
      data-mid={line.id}
      data-own={line.side === 'agent'}
      data-sequential={sequential}
      data-qa-type="message"
    >
      <div className="rcx-message-container rcx-message-container--left">
        {!sequential && <figure className="rcx-avatar">{line.name[0]}</figure>}
      </div>
      <div className="rcx-message-container">
        {!sequential && (
          <div className="rcx-message-header">
            <span className="rcx-message-header__name">{line.name}</span>
            <span className="rcx-message-header__time">{clock(line.at)}</span>
          </div>
        )}
        <div className="rcx-message-body" aria-roledescription="message body">
          <div>{line.text}</div>
        </div>
      </div>
    </div>
  );
}

function Composer() {
  const [draft, setDraft] = useState('');
  const send = () => {
    if (!draft.trim()) return;
    talk.send(draft);
    setDraft('');
  };
  return (
    <div role="group" aria-label="Message composer" className="rcx-box rcx-message-composer">
      <textarea
        name="msg"
        aria-label="Message"
        placeholder="Message"
        rows={1}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div className="rcx-message-composer-toolbar">
        <button type="button" aria-label="Emoji">☺</button>
        <button type="button" aria-label="Send" disabled={!draft.trim()} onClick={send}>
          ➤
        </button>
      </div>
    </div>
  );
}

function App() {
  const { chats, open, generation, version } = useConversation(talk);
  const scroller = useRef(null);
  useLayoutEffect(() => {
    scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [version]);
  return (
    <div className="rcx-page" key={generation}>
      <nav className="rcx-sidebar" aria-label="Sidebar">
        <div className="rcx-sidebar-topbar">
          <button type="button" aria-label="User menu" title="ada.lindqvist">
            A
          </button>
        </div>
        <div role="list" aria-label="Channels">
          {chats.map((chat) => (
            <a
              key={chat.name}
              href="#"
              className={`rcx-sidebar-item ${chat === open ? 'rcx-sidebar-item--selected' : ''}`}
              onClick={(event) => {
                event.preventDefault();
                talk.switchTo(chat.name);
              }}
            >
              <span className="rcx-sidebar-item__title">{chat.name}</span>
              {chat.unread > 0 && <span className="rcx-badge">{chat.unread}</span>}
            </a>
          ))}
        </div>
      </nav>
      <main>
        <header className="rcx-room-header">
          <h1>{open.name}</h1>
        </header>
        <div className="rcx-scroll" ref={scroller}>
          <div role="list" aria-label="Message list">
            {open.lines.map((line, index) => (
              <Item key={line.id} line={line} previous={open.lines[index - 1]} />
            ))}
          </div>
        </div>
        <Composer />
      </main>
    </div>
  );
}

createRoot(document.getElementById('rocketchat')).render(<App />);
expose(talk);
