import './style.css';
import { useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { conversation, expose, uidOf } from '../../kit/conversation';
import { clock } from '../../kit/plain';
import { useConversation } from '../../kit/react';
import { SHOP } from '../../kit/seeds';

const talk = conversation(SHOP);

function Row({ chat, open }) {
  const last = chat.lines.at(-1);
  const waits = last?.side === 'customer';
  return (
    <div
      data-qa-id="qa-conversation-chat-item"
      data-kora="conversation"
      className={`conversationCard-ePRNJi ${open ? 'selected-Kq2xVd' : ''}`}
      onClick={() => talk.switchTo(chat.name)}
    >
      <span className="auxo-badge newAvatar-y0Rp2C">
        <img alt="" />
        {chat.unread > 0 && (
          <sup className="auxo-scroll-number auxo-badge-count" title={String(chat.unread)}>
            {chat.unread}
          </sup>
        )}
      </span>
      <div className="cardBody-b1Mw0z">
        <div className="nameLine-Q8PQwE" title={chat.name}>
          <span className="newNameContent-w7Zk1a">{chat.name}</span>
          <span className="timerParticular-mU3cPe">{waits ? '45秒' : clock(last?.at ?? 0)}</span>
        </div>
        <div className="msgContent-Xo8rTd" data-btm="d089038">
          <span>{last?.text}</span>
        </div>
      </div>
    </div>
  );
}

function MessageRow({ line }) {
  if (line.side === 'system') {
    return (
      <div data-qa-id="qa-message-warpper" className="msgItemWrap">
        <div data-id={`${line.id}_CsAssign_`} className="e0Bi5IauHWvUG8773oi9">
          {line.text}
        </div>
      </div>
    );
  }
  const mine = line.side !== 'customer';
  return (
    <div data-qa-id="qa-message-warpper" className="msgItemWrap">
      <div data-id={line.side === 'robot' ? `${line.id}_Welcome_` : line.id} className="tC9ap6QtAyeCD0jfuMns">
        <div
          className={`iD7SHBvMhm4OhfCsBGr1 ${mine ? 'messageIsMe' : 'messageNotMe'}`}
          style={{ display: 'flex', flexDirection: mine ? 'row-reverse' : 'row' }}
        >
          <img alt="" className="Zr5uTqYb" />
          <div className="leaveMessageWrapper-k2Ud">
            <div className="O4UWWFoQxgMq4AWHMq25">{clock(line.at)}</div>
            <pre>{line.text}</pre>
            {line.side === 'robot' && <div className="pT7wLm0x">由机器人发送</div>}
          </div>
        </div>
      </div>
    </div>
  );
}

function Composer({ name, uid }) {
  const [draft, setDraft] = useState('');
  const send = () => {
    if (!draft.trim()) return;
    talk.send(draft);
    setDraft('');
  };
  return (
    <div className="editor-Ma1oQe">
      <textarea
        data-qa-id="qa-send-message-textarea"
        className={`inputArea_${uid}`}
        placeholder={`发送给 ${name}，使用 Enter 键发送，Shift+Enter 换行`}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div data-qa-id="qa-send-message-button" className="sendBtn-u9Wd" onClick={send}>
        发送
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
  const waits = chats.filter((chat) => chat.lines.at(-1)?.side === 'customer');
  return (
    <div id="workspace" key={generation}>
      <div className="sideList-Vu2m">
        <div data-btm="message_group_name_waitReply">待回复({waits.length})</div>
        <div id="chantListScrollArea">
          <div className="list_items">
            {chats.map((chat) => (
              <Row key={chat.name} chat={chat} open={chat === open} />
            ))}
          </div>
        </div>
      </div>
      <div id="workspace-chat">
        <div id="topbar-left-info">
          <span data-btm-id="a9034.b39122.c0467.d4350">{open.name}</span>
        </div>
        <div className="messageList" ref={scroller}>
          {open.lines.map((line) => (
            <MessageRow key={line.id} line={line} />
          ))}
        </div>
        <Composer name={open.name} uid={uidOf(talk, open)} />
      </div>
      <div className="orderPane-Fs0e">
        <input placeholder="搜索订单/商品" />
        <p>近90天订单 1</p>
      </div>
    </div>
  );
}

createRoot(document.getElementById('root')).render(<App />);
expose(talk);
