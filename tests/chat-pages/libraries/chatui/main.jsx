import Chat, { Bubble, useMessages } from '@chatui/core';
import '@chatui/core/dist/index.css';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { conversation, expose } from '../../kit/conversation';
import { KETTLE } from '../../kit/seeds';

const talk = conversation({ 老王五金: KETTLE });

const toMessage = (line) =>
  line.side === 'system'
    ? { _id: line.id, type: 'system', content: { text: line.text } }
    : {
        _id: line.id,
        type: 'text',
        content: { text: line.text },
        position: line.side === 'customer' ? 'left' : 'right',
        createdAt: line.at,
        hasTime: true,
        ...(line.side !== 'agent' && { user: { name: line.name } }),
      };

function App() {
  const { messages, appendMsg, prependMsgs } = useMessages(talk.open.lines.map(toMessage));

  useEffect(() => {
    expose(talk, {
      receive: (text, options = {}) => appendMsg(toMessage(talk.add(options.side ?? 'customer', text, options))),
      prepend: (count) => prependMsgs(talk.prepend(count).map(toMessage)),
    });
  }, [appendMsg, prependMsgs]);

  function handleSend(type, val) {
    if (type === 'text' && val.trim()) appendMsg(toMessage(talk.send(val)));
  }

  function renderMessageContent(msg) {
    return <Bubble content={msg.content.text} />;
  }

  return (
    <Chat
      navbar={{ title: '老王五金' }}
      messages={messages}
      renderMessageContent={renderMessageContent}
      onSend={handleSend}
    />
  );
}

function Page() {
  const [generation, setGeneration] = useState(0);
  useEffect(() => talk.subscribe(() => setGeneration(talk.generation)), []);
  return <App key={generation} />;
}

createRoot(document.getElementById('root')).render(<Page />);
