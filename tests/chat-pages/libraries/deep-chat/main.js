import 'deep-chat';
import { conversation, expose } from '../../kit/conversation';
import { JACKET_EN } from '../../kit/seeds';

const talk = conversation({ 'Emma Clark': JACKET_EN }, 'Ada');
const chat = document.querySelector('deep-chat');
const ROLE = { customer: 'customer', agent: 'user' };

chat.names = { user: { text: 'Ada' }, customer: { text: 'Emma Clark', position: 'left' } };
chat.textInput = { placeholder: { text: 'Write to Emma' } };
chat.history = talk.open.lines.map((line) => ({ role: ROLE[line.side], text: line.text }));
// A live chat between two people: the library's own websocket mode, with the socket on this page.
chat.connect = {
  websocket: true,
  handler: (_, signals) => {
    signals.onOpen();
    signals.newUserMessage.listener = (body) => talk.send(body.messages[0].text);
    expose(talk, {
      receive: (text, options = {}) => {
        const line = talk.add(options.side ?? 'customer', text, options);
        signals.onResponse({ role: ROLE[line.side], text: line.text });
      },
      prepend: undefined,
      rerender: undefined,
    });
  },
};
