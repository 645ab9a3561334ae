import 'react-chat-elements/dist/main.css';
import './style.css';
import { createRef, useRef } from 'react';
import { Button, ChatList, Input, MessageList } from 'react-chat-elements';
import { createRoot } from 'react-dom/client';
import { conversation, expose } from '../../kit/conversation';
import { useConversation } from '../../kit/react';
import { SHOP_EN } from '../../kit/seeds';

const talk = conversation(SHOP_EN, 'Ada');
const face = (name) => `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#789"/><text x="20" y="27" text-anchor="middle" fill="#fff">${name[0]}</text></svg>`)}`;
const messageListReference = createRef();

function App() {
  const { chats, open, generation } = useConversation(talk);
  const input = useRef(null);
  const send = () => {
    const text = input.current.value;
    if (!text.trim()) return;
    input.current.value = '';
    talk.send(text);
  };
  return (
    <div className="page" key={generation}>
      <div className="chats">
        <ChatList
          className="chat-list"
          dataSource={chats.map((chat) => ({
            id: chat.name,
            avatar: face(chat.name),
            alt: chat.name,
            title: chat.name,
            subtitle: chat.lines.at(-1)?.text ?? '',
            date: new Date(chat.lines.at(-1)?.at ?? Date.now()),
            unread: chat.unread,
          }))}
          onClick={(item) => talk.switchTo(item.title)}
        />
      </div>
      <div className="talk">
          <MessageList
            key={open.name}
            referance={messageListReference}
            className="message-list"
            lockable={false}
            toBottomHeight="100%"
            dataSource={open.lines.map((line) =>
              line.side === 'system'
                ? { id: line.id, type: 'system', text: line.text }
                : {
                    id: line.id,
                    position: line.side === 'customer' ? 'left' : 'right',
                    type: 'text',
                    title: line.name,
                    text: line.text,
                    date: new Date(line.at),
                  },
            )}
          />
        <Input
          referance={input}
          placeholder="Type here..."
          multiline={true}
          onKeyPress={(event) => {
            if (event.shiftKey || event.key !== 'Enter') return;
            event.preventDefault();
            send();
          }}
          rightButtons={<Button color="white" backgroundColor="black" text="Send" onClick={send} />}
        />
      </div>
    </div>
  );
}

createRoot(document.getElementById('root')).render(<App />);
expose(talk);
