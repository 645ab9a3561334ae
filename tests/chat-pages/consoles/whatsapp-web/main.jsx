import './style.css';
import { registerHistory, createEmptyHistoryState } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { $createParagraphNode, $getRoot, CLEAR_HISTORY_COMMAND, COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND, createEditor } from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { conversation, expose, uidOf } from '../../kit/conversation';
import { clock } from '../../kit/plain';
import { useConversation } from '../../kit/react';
import { only, SHOP_EN } from '../../kit/seeds';

const talk = conversation(only(SHOP_EN, 'customer agent'), 'Nordlicht');

function Cell({ chat, open }) {
  return (
    <div role="listitem" className="x10l6tqk">
      <div data-testid="cell-frame-container" aria-selected={chat === open} className="x1n2onr6" onClick={() => talk.switchTo(chat.name)}>
        <div className="_ak8l">
          <span title={chat.name} dir="auto">
            {chat.name}
          </span>
          <div className="_ak8i">{clock(chat.lines.at(-1)?.at ?? 0)}</div>
        </div>
        <div className="_ak8j">
          <span>{chat.lines.at(-1)?.text}</span>
          {chat.unread > 0 && (
            <span data-testid="icon-unread-count" aria-label={`${chat.unread} unread messages`}>
              {chat.unread}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}

function MessageRow({ line, previous, uid }) {
  const own = line.side === 'agent';
  const first = previous?.side !== line.side;
  const day = new Date(line.at).toLocaleDateString('en-GB');
  return (
    <div role="row">
      <div data-testid={`conv-msg-${own}_${uid}@c.us_${line.id}`} data-id={`${own}_${uid}@c.us_${line.id}`} className={own ? 'message-out focusable-list-item' : 'message-in focusable-list-item'}>
        <div className="_amk4">
          {first && <span aria-hidden="true" data-testid={own ? 'tail-out' : 'tail-in'} className="_amk5" />}
          <div className="_amk6">
            <div className="copyable-text" data-pre-plain-text={`[${clock(line.at)}, ${day}] ${line.name}: `}>
              <span dir="auto" data-testid="selectable-text" className="_ao3e selectable-text copyable-text">
                <span>{line.text}</span>
              </span>
            </div>
            <div data-testid="msg-meta" className="_ak4y">
              <span>{clock(line.at)}</span>
              {own && <span data-testid="msg-dblcheck" aria-label=" Read " />}
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

function Composer() {
  const root = useRef(null);
  const editor = useRef(null);
  const [empty, setEmpty] = useState(true);
  const send = () => {
    const text = editor.current.getEditorState().read(() => $getRoot().getTextContent().replaceAll('\n\n', '\n'));
    if (!text.trim()) return;
    editor.current.update(() => {
      $getRoot().clear().append($createParagraphNode());
      $getRoot().selectEnd();
    });
    editor.current.dispatchCommand(CLEAR_HISTORY_COMMAND);
    talk.send(text);
  };
  useEffect(() => {
    const lexical = createEditor({ namespace: 'compose', theme: { paragraph: 'selectable-text copyable-text x15bjb6t x1n2onr6' }, onError: (e) => { throw e; } });
    editor.current = lexical;
    lexical.setRootElement(root.current);
    lexical.update(() => void $getRoot().append($createParagraphNode()));
    const cleanups = [
      registerPlainText(lexical),
      registerHistory(lexical, createEmptyHistoryState(), 300),
      lexical.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (!event || event.shiftKey || event.isComposing) return false;
          event.preventDefault();
          send();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      lexical.registerTextContentListener((text) => setEmpty(!text.trim())),
    ];
    return () => {
      for (const cleanup of cleanups) cleanup();
      lexical.setRootElement(null);
    };
  }, []);
  return (
    <footer className="_ak1i">
      <div className="_ak1m">
        <button type="button" aria-label="Attach">
          +
        </button>
        <div className="_ak1l">
          <div className="lexical-rich-text-input">
            <div
              ref={root}
              contentEditable="true"
              suppressContentEditableWarning
              role="textbox"
              aria-label="Type a message"
              aria-placeholder="Type a message"
              data-testid="conversation-compose-box-input"
              data-tab="10"
              data-lexical-editor="true"
              spellCheck="true"
            />
            {empty && <div className="x10l6tqk placeholder">Type a message</div>}
          </div>
        </div>
        {empty ? (
          <button type="button" aria-label="Voice message" data-tab="11">
            ●
          </button>
        ) : (
          <button type="button" aria-label="Send" data-tab="11" data-testid="compose-btn-send" onClick={send}>
            <span data-testid="send">➤</span>
          </button>
        )}
      </div>
    </footer>
  );
}

function App() {
  const { chats, open, generation, version } = useConversation(talk);
  const scroller = useRef(null);
  useLayoutEffect(() => {
    scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [version]);
  return (
    <div className="app-wrapper-web" key={generation}>
      <div id="side">
        <div contentEditable="true" suppressContentEditableWarning role="textbox" aria-label="Search input textbox" data-tab="3" className="searchbox" />
        <div id="pane-side">
          <div role="list" aria-label="Chat list">
            {chats.map((chat) => (
              <Cell key={chat.name} chat={chat} open={open} />
            ))}
          </div>
        </div>
      </div>
      <div id="main">
        <header>
          <span data-testid="conversation-info-header-chat-title">{open.name}</span>
        </header>
        <div className="_amm9" data-testid="conversation-panel-messages" ref={scroller}>
          <div role="application">
            {open.lines.map((line, index) => (
              <MessageRow key={line.id} line={line} previous={open.lines[index - 1]} uid={uidOf(talk, open)} />
            ))}
          </div>
        </div>
        <Composer key={open.name} />
      </div>
    </div>
  );
}

createRoot(document.getElementById('root')).render(<App />);
expose(talk);
