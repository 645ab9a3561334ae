import { UserOutlined } from '@ant-design/icons';
import { Bubble, Conversations, Sender } from '@ant-design/x';
import { Avatar, Badge, Flex } from 'antd';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { conversation, expose } from '../../kit/conversation';
import { useConversation } from '../../kit/react';
import { only, SHOP } from '../../kit/seeds';

const talk = conversation(only(SHOP, 'customer agent system'));

const role = {
  customer: { placement: 'start', avatar: <Avatar icon={<UserOutlined />} /> },
  agent: { placement: 'end', variant: 'shadow' },
};

function App() {
  const { chats, open, generation } = useConversation(talk);
  const [value, setValue] = useState('');
  return (
    <Flex style={{ height: '100vh' }} key={generation}>
      <Conversations
        style={{ width: 240 }}
        items={chats.map((chat) => ({
          key: chat.name,
          label: (
            <Badge count={chat.unread} size="small" offset={[12, 0]}>
              {chat.name}
            </Badge>
          ),
        }))}
        activeKey={open.name}
        onActiveChange={(key) => talk.switchTo(key)}
      />
      <Flex vertical gap="small" style={{ flex: 1, padding: 16, minWidth: 0 }}>
        <Bubble.List
          style={{ flex: 1, minHeight: 0 }}
          role={role}
          autoScroll
          items={open.lines.map((line) => ({
            key: line.id,
            role: line.side,
            content: line.text,
          }))}
        />
        <Sender
          value={value}
          onChange={setValue}
          placeholder="输入消息"
          onSubmit={(text) => {
            setValue('');
            talk.send(text);
          }}
        />
      </Flex>
    </Flex>
  );
}

createRoot(document.getElementById('root')).render(<App />);
expose(talk);
