import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import {
  Avatar,
  ChatContainer,
  Conversation,
  ConversationHeader,
  ConversationList,
  MainContainer,
  Message,
  MessageInput,
  MessageList,
  MessageSeparator,
  Sidebar,
} from '@chatscope/chat-ui-kit-react';
import { createRoot } from 'react-dom/client';
import { conversation, expose } from '../../kit/conversation';
import { useConversation } from '../../kit/react';
import { SHOP_EN } from '../../kit/seeds';

const talk = conversation(SHOP_EN);
const face = (name) => `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#6ea9d7"/><text x="20" y="27" font-size="20" text-anchor="middle" fill="#fff">${name[0]}</text></svg>`,
)}`;

function App() {
  const { chats, open, generation } = useConversation(talk);
  return (
    <div style={{ position: 'relative', height: '600px' }} key={generation}>
      <MainContainer responsive>
        <Sidebar position="left" scrollable={false}>
          <ConversationList>
            {chats.map((chat) => (
              <Conversation
                key={chat.name}
                name={chat.name}
                lastSenderName={chat.lines.at(-1)?.name}
                info={chat.lines.at(-1)?.text}
                unreadCnt={chat.unread}
                active={chat === open}
                onClick={() => talk.switchTo(chat.name)}
              >
                <Avatar src={face(chat.name)} name={chat.name} status="available" />
              </Conversation>
            ))}
          </ConversationList>
        </Sidebar>
        <ChatContainer>
          <ConversationHeader>
            <Avatar src={face(open.name)} name={open.name} />
            <ConversationHeader.Content userName={open.name} info="Active 10 mins ago" />
          </ConversationHeader>
          <MessageList>
            {open.lines.map((line) =>
              line.side === 'system' ? (
                <MessageSeparator key={line.id} content={line.text} />
              ) : (
                <Message
                  key={line.id}
                  model={{
                    message: line.text,
                    sentTime: '15 mins ago',
                    sender: line.name,
                    direction: line.side === 'customer' ? 'incoming' : 'outgoing',
                    position: 'single',
                  }}
                >
                  {line.side === 'customer' && <Avatar src={face(line.name)} name={line.name} />}
                </Message>
              ),
            )}
          </MessageList>
          <MessageInput
            placeholder="Type message here"
            onSend={(innerHtml, textContent) => talk.send(textContent)}
          />
        </ChatContainer>
      </MainContainer>
    </div>
  );
}

createRoot(document.getElementById('root')).render(<App />);
expose(talk);
