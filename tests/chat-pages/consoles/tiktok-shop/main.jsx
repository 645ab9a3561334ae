import './style.css';
import { useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { conversation, expose } from '../../kit/conversation';
import { clock } from '../../kit/plain';
import { useConversation } from '../../kit/react';
import { SHOP_EN } from '../../kit/seeds';

const talk = conversation(SHOP_EN, 'Nordlicht Store');

function MessageRow({ line }) {
  if (line.side === 'system') {
    return (
      <div className="chatd-message">
        <div className="messageSystemContent-a1B2c">{line.text}</div>
      </div>
    );
  }
  const own = line.side === 'agent';
  return (
    <div className={`chatd-message ${own ? 'chatd-message--right' : 'chatd-message--left'}`}>
      <div className="chatd-avatar" />
      <div className="chatd-message-main">
        {!own && <div className="chatd-message-userName">{line.name}</div>}
        <div className={`chatd-bubble ${own ? 'chatd-bubble--self' : 'chatd-bubble--other'}`}>
          <div className="chatd-bubble-main">
            <pre>{line.text}</pre>
          </div>
        </div>
        <time className="chatd-time">{clock(line.at)}</time>
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
    <div id="im_sdk_chat_input">
      <div className="inputBox-q0Zx">
        <textarea
          id="imTextarea"
          className="arco-textarea"
          placeholder="Send a message"
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
      </div>
      <div className="footer-R5tYw">
        <span className="count-u8">{draft.length}/2000</span>
        <button type="button" className="arco-btn arco-btn-primary" disabled={!draft.trim()} onClick={send}>
          <span>Send</span>
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
    <div className="imWrap-k1" key={generation}>
      <div className="arco-list listWrap-z2">
        {chats.map((chat) => (
          <div className="arco-list-item" key={chat.name}>
            <div className={`contactCard-eR4 ${chat === open ? 'active-m0' : ''}`} onClick={() => talk.switchTo(chat.name)}>
              <span className="avatar-p3">
                {chat.unread > 0 && <span className="m4b-badge-number">{chat.unread}</span>}
              </span>
              <div className="cardText-s6">
                <div className="uname-Wq8">{chat.name}</div>
                <div className="lastMsg-x5">{chat.lines.at(-1)?.text}</div>
              </div>
            </div>
          </div>
        ))}
      </div>
      <div className="chatWrap-n7">
        <div className="personInfo-v9">{open.name}</div>
        <div className="chatd-scrollView" ref={scroller}>
          {open.lines.map((line) => (
            <MessageRow key={line.id} line={line} />
          ))}
        </div>
        <Composer />
      </div>
    </div>
  );
}

createRoot(document.getElementById('root')).render(<App />);
expose(talk);
