import 'react-virtualized/styles.css';
import './style.css';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { List } from 'react-virtualized';
import { conversation, expose } from '../../kit/conversation';
import { clock } from '../../kit/plain';
import { useConversation } from '../../kit/react';
import { only, SHOP_EN } from '../../kit/seeds';

const LONG = only(SHOP_EN, 'customer agent');
LONG['Emma Clark'] = Array.from({ length: 30 }, (_, n) => [
  ['customer', `Is order #${48_000 + n} on its way?`],
  ['agent', `Yes, parcel ${n + 1} left this morning.`],
]).flat();
const talk = conversation(LONG, 'nordlicht_store');

function Cell({ chat, open }) {
  return (
    <div
      data-cy={`webchat-conversation-cell-root-${talk.chats.indexOf(chat)}`}
      className={`_3k9xQ2 ${open ? '_1oPq7Z' : ''}`}
      onClick={() => talk.switchTo(chat.name)}
    >
      <div className="_2Vt0aM">
        <div data-cy="webchat-conversation-cell-name" title={chat.name} className="_9dKe3s">
          {chat.name}
        </div>
        <div data-cy="webchat-conversation-cell-message" className="_7uWq1L">
          {chat.lines.at(-1)?.text}
        </div>
      </div>
      {chat.unread > 0 && <div className="_0cNz5B">{chat.unread}</div>}
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
    <div id="inputField" data-cy="webchat-conversation-detail-input" className="_6rEo8T">
      <textarea
        rows={2}
        placeholder="Type a message here"
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div className="_4sGx9w" onClick={send}>
        <i className="_5tIc0n">
          <svg viewBox="0 0 16 16" width="18" height="18" fill="#ee4d2d">
            <path d="M1 15 15 8 1 1v5l9 2-9 2z" />
          </svg>
        </i>
      </div>
    </div>
  );
}

function App() {
  const { chats, open, generation, version } = useConversation(talk);
  const list = useRef(null);
  // Version 10 of the library scrolls to a row when it is told to; it no longer has a property for it.
  useEffect(() => {
    list.current?.forceUpdateGrid();
    list.current?.scrollToRow({ index: open.lines.length - 1, align: 'end' });
  }, [version, open]);
  return (
    <div className="_1aPpR0" key={generation}>
      <div className="_2LiSt8">
        <div className="_tabs0x">
          <span id="tab_unreplied">Unreplied</span>
          <span id="tab_manually_replied">Replied</span>
        </div>
        {chats.map((chat) => (
          <Cell key={chat.name} chat={chat} open={chat === open} />
        ))}
      </div>
      <div className="_3dEtA1">
        <div className="_hEad9q">
          <div className="_2-8iOrKyky" title={open.name}>
            {open.name}
          </div>
        </div>
        <div id="messageSection">
          <List
            id="message-virtualized-list"
            ref={list}
            width={620}
            height={460}
            rowCount={open.lines.length}
            rowHeight={64}
            rowRenderer={({ index, key, style }) => {
              const line = open.lines[index];
              const own = line.side === 'agent';
              return (
                <div key={key} style={style}>
                  <div data-cy={own ? 'webchat-message-send' : 'webchat-message-receive'} className={own ? '_8mSnD2' : '_8mRcV3'}>
                    <div className="_bUb7bl">
                      <div className="_pRe4xw">{line.text}</div>
                      <div className="_tIm1ez">{clock(line.at)}</div>
                    </div>
                  </div>
                </div>
              );
            }}
          />
        </div>
        <Composer />
      </div>
      <div className="_oRdEr5">
        <p>Orders</p>
        <p>Voucher</p>
      </div>
    </div>
  );
}

createRoot(document.getElementById('root')).render(<App />);
expose(talk);
