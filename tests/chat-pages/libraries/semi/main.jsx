import '@douyinfe/semi-ui-19/dist/css/semi.min.css';
import { Chat } from '@douyinfe/semi-ui-19';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { conversation, expose } from '../../kit/conversation';
import { only, SHOP } from '../../kit/seeds';

const talk = conversation({ 小鱼爱吃糖: only(SHOP, 'customer agent').小鱼爱吃糖 });
const picture = (colour) => `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><rect width="24" height="24" fill="${colour}"/></svg>`)}`;

const roleInfo = {
  user: { name: '客服小周', avatar: picture('#3370ff') },
  assistant: { name: '小鱼爱吃糖', avatar: picture('#f7ba1e') },
  system: { name: '系统', avatar: picture('#86909c') },
};
const ROLE = { customer: 'assistant', agent: 'user', system: 'system' };
const toMessage = (line) => ({ role: ROLE[line.side], id: line.id, createAt: line.at, content: line.text });

function App() {
  const [message, setMessage] = useState(() => talk.open.lines.map(toMessage));
  const [generation, setGeneration] = useState(0);

  useEffect(() => {
    expose(talk, {
      receive: (text, options = {}) => {
        const line = talk.add(options.side ?? 'customer', text, options);
        setMessage((messages) => [...messages, toMessage(line)]);
      },
      prepend: (count) => {
        const older = talk.prepend(count);
        setMessage((messages) => [...older.map(toMessage), ...messages]);
      },
      rerender: () => setGeneration((n) => n + 1),
    });
  }, []);

  return (
    <Chat
      key={generation}
      style={{ border: '1px solid var(--semi-color-border)', borderRadius: 16, margin: '8px 16px', height: 640 }}
      chats={message}
      roleConfig={roleInfo}
      onChatsChange={setMessage}
      onMessageSend={(content) => talk.send(content)}
    />
  );
}

createRoot(document.getElementById('root')).render(<App />);
