import 'quill/dist/quill.core.css';
import './style.css';
import Quill from 'quill';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { conversation, expose, uidOf } from '../../kit/conversation';
import { useConversation } from '../../kit/react';
import { only, SHOP } from '../../kit/seeds';

const talk = conversation(only(SHOP, 'customer agent system'));

function Row({ chat, open }) {
  const last = chat.lines.at(-1);
  return (
    <div className="SessionStarCard" onClick={() => talk.switchTo(chat.name)}>
      <div className={`SessionBaseCard-Static ${open ? 'SessionBaseCard-active' : ''}`}>
        <div className="SessionBaseCard-topHead">
          <span className="SessionBaseCard-topHeadName">{chat.name}</span>
          {last?.side === 'customer' && <span className="SessionBaseCard-topHeadTime">1分20秒后超时</span>}
        </div>
        <div className="SessionBaseCard-lastMessage">{last?.text}</div>
        {chat.unread > 0 && <sup className="ant-badge-count">{chat.unread}</sup>}
      </div>
    </div>
  );
}

function MessageRow({ line, uid }) {
  if (line.side === 'system') {
    return (
      <div id={`2_${uid}_${line.id}`}>
        <div className="kwaishop-cs-BizNoticeCard">{line.text}</div>
      </div>
    );
  }
  const mine = line.side === 'agent';
  return (
    <div id={`${mine ? 1 : 0}_${uid}_${line.id}`}>
      <div className={mine ? 'index-module__isMine--3xK9d' : 'index-module__notMe--1pQ7a'}>
        <img alt="" />
        <div className="index-module__bubble--2Lm0c">
          <span>{line.text}</span>
        </div>
      </div>
    </div>
  );
}

function Editor() {
  const holder = useRef(null);
  const quill = useRef(null);
  const [empty, setEmpty] = useState(true);
  const send = () => {
    const text = quill.current.getText().replace(/\n$/, '');
    if (!text.trim()) return;
    quill.current.setText('');
    talk.send(text);
  };
  useEffect(() => {
    quill.current = new Quill(holder.current, {
      placeholder: '请输入',
      modules: { toolbar: false, keyboard: { bindings: { send: { key: 'Enter', shiftKey: false, handler: send } } } },
    });
    quill.current.on('text-change', () => setEmpty(!quill.current.getText().trim()));
    return () => holder.current?.replaceChildren();
  }, []);
  return (
    <div className="SendBox">
      <div className="SendBox-Editor">
        <div id="esim-editor5678" ref={holder} />
      </div>
      <div className="SendBox-buttonRight">
        <button type="button" className="ant-btn ant-btn-primary" disabled={empty} onClick={send}>
          <span>发送 Enter</span>
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
    <div className="esim" key={generation}>
      <div className="SessionList">
        <div className="SessionListGroupItem">
          待回复 <span className="SessionListGroupItem-count">{chats.length}</span>
        </div>
        {chats.map((chat) => (
          <Row key={chat.name} chat={chat} open={chat === open} />
        ))}
      </div>
      <div className="ChatMain">
        <div className="LoginUserInfo-mainTitle">
          <span className="LoginUserInfo-mainTitle-text">{open.name}</span>
        </div>
        <div className="ChatMessageList" ref={scroller}>
          <div className="ChatMessageList-ContentWrap">
            {open.lines.map((line) => (
              <MessageRow key={line.id} line={line} uid={uidOf(talk, open)} />
            ))}
          </div>
        </div>
        <Editor key={open.name} />
      </div>
    </div>
  );
}

createRoot(document.getElementById('root')).render(<App />);
expose(talk);
