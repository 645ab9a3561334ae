import './style.css';
import { useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { conversation, expose } from '../../../kit/conversation';
import { editableText, fullClock } from '../../../kit/plain';
import { useConversation } from '../../../kit/react';
import { only, SHOP } from '../../../kit/seeds';

const talk = conversation(only(SHOP, 'customer agent'), '云裳女装:小周');

function MessageRow({ line }) {
  return (
    <div className={line.side === 'agent' ? 'message-item self' : 'message-item'}>
      <div className="item-head">
        <span className="nick">{line.name}</span>
        <span className="time">{fullClock(line.at)}</span>
      </div>
      <div className="item-body">
        <div className="content">
          <pre>{line.text}</pre>
        </div>
      </div>
    </div>
  );
}

function Composer() {
  const edit = useRef(null);
  const [empty, setEmpty] = useState(true);
  const send = () => {
    const text = editableText(edit.current);
    if (!text.trim()) return;
    edit.current.replaceChildren();
    setEmpty(true);
    talk.send(text);
  };
  return (
    <div className="im-editor">
      <pre
        className="edit"
        contentEditable="true"
        suppressContentEditableWarning
        ref={edit}
        onInput={() => setEmpty(!editableText(edit.current).trim())}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div className="im-foot">
        <button type="button" className={`next-btn next-medium next-btn-primary send-btn ${empty ? 'gray' : ''}`} onClick={send}>
          <span className="next-btn-helper">发送</span>
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
    <div className="im-main" key={generation}>
      <div className="conversation-list">
        {chats.map((chat) => (
          <div
            key={chat.name}
            className={`conversation-item ${chat === open ? 'active' : ''}`}
            onClick={() => talk.switchTo(chat.name)}
          >
            <div className="name">{chat.name}</div>
            <div className="desc">{chat.lines.at(-1)?.text}</div>
            <div className="time">现在</div>
            {chat.unread > 0 && <span className="unread-badge">{chat.unread}</span>}
          </div>
        ))}
      </div>
      <div className="im-chat">
        <div className="ww_user_panel">{open.name}</div>
        <div className="message-list">
          <div className="rc-scrollbars-container">
            <div className="rc-scrollbars-view" ref={scroller}>
              {open.lines.map((line) => (
                <MessageRow key={line.id} line={line} />
              ))}
            </div>
          </div>
        </div>
        <Composer />
      </div>
    </div>
  );
}

createRoot(document.getElementById('root')).render(<App />);
expose(talk);
