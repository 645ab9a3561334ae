import 'ckeditor5/ckeditor5.css';
import './style.css';
import { Bold, Essentials, InlineEditor, Italic, Paragraph } from 'ckeditor5';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { conversation, expose } from '../../kit/conversation';
import { clock } from '../../kit/plain';
import { useConversation } from '../../kit/react';
import { only, SHOP_EN } from '../../kit/seeds';

const talk = conversation(only(SHOP_EN, 'customer agent'), 'Ada Lindqvist');
const ticketOf = (chat) => 4210 + talk.chats.indexOf(chat) * 3;

function plainText(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll('p')].map((p) => p.textContent.replace(/\u00a0/g, ' ')).join('\n');
}

function Comment({ line }) {
  return (
    <article data-test-id="omni-log-comment-item">
      <div data-test-id="omni-log-item-message" type={line.side === 'agent' ? 'agent' : 'end-user'} className={`sc-1k2m3n-0 ${line.side === 'agent' ? 'hQwErT' : 'jKlMnO'}`}>
        <div className="sc-54nfmn-1 gPxWqo">
          <span data-test-id="omni-log-item-sender">{line.name}</span>{' '}
          <time data-test-id="timestamp-relative" dateTime={new Date(line.at).toISOString()}>
            {clock(line.at)}
          </time>
        </div>
        <div data-test-id="omni-log-message-content" className="sc-i0djx2-0">
          {line.text}
        </div>
      </div>
    </article>
  );
}

/** Every open ticket stays in the document with an editor of its own; only one is shown. */
function Ticket({ chat, open }) {
  const holder = useRef(null);
  const scroller = useRef(null);
  useEffect(() => {
    const editor = InlineEditor.create(holder.current, {
      licenseKey: 'GPL',
      plugins: [Essentials, Paragraph, Bold, Italic],
      placeholder: 'Reply to the customer',
    });
    return () => void editor.then((instance) => instance.destroy());
  }, []);
  useLayoutEffect(() => {
    scroller.current.scrollTop = scroller.current.scrollHeight;
  });
  const send = () => {
    const editor = holder.current.ckeditorInstance;
    const text = plainText(editor.getData());
    if (!text.trim()) return;
    editor.setData('');
    talk.send(text);
  };
  return (
    <section data-ticket-id={ticketOf(chat)} style={{ display: open ? 'flex' : 'none' }} className="ticket" aria-hidden={!open}>
      <header className="ticket-head">
        Conversation with {chat.name} <span>#{ticketOf(chat)}</span>
      </header>
      <div data-test-id="omni-log-container" ref={scroller}>
        {chat.lines.map((line) => (
          <Comment key={line.id} line={line} />
        ))}
      </div>
      <div className="omnicomposer">
        <div data-test-id="omnicomposer-rich-text-ckeditor" ref={holder} />
        <div className="omni-foot">
          <button type="button" data-test-id="submit_button-button" onClick={send}>
            Submit as Open
          </button>
        </div>
      </div>
    </section>
  );
}

function App() {
  const { chats, open, generation } = useConversation(talk);
  return (
    <div className="workspace">
      <div role="tablist" className="tabs">
        {chats.map((chat) => (
          <div
            key={chat.name}
            role="tab"
            data-entity-id={ticketOf(chat)}
            data-test-id="header-tab"
            aria-selected={chat === open}
            className="tab"
            onClick={() => talk.switchTo(chat.name)}
          >
            <span data-test-id="header-tab-title">{chat.name}</span>
            {chat.unread > 0 && <span className="tab-new">{chat.unread}</span>}
          </div>
        ))}
        <input placeholder="search Zendesk" />
      </div>
      <div className="body" key={generation}>
        <aside>
          <label>
            Requester <input defaultValue={open.name} />
          </label>
          <label>
            Tags <input />
          </label>
        </aside>
        {chats.map((chat) => (
          <Ticket key={chat.name} chat={chat} open={chat === open} />
        ))}
      </div>
    </div>
  );
}

createRoot(document.getElementById('root')).render(<App />);
expose(talk);
