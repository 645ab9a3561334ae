import 'framework7/css/bundle';
import Framework7 from 'framework7/bundle';
import { conversation, expose } from '../../kit/conversation';
import { ORDER_EN } from '../../kit/seeds';

const talk = conversation({ 'Tom Baker': ORDER_EN }, 'Ada');
const app = new Framework7({ el: '#app', name: 'Shop' });
app.views.create('.view-main');

const toMessage = (line) => ({
  text: line.text,
  type: line.side === 'agent' ? 'sent' : 'received',
  ...(line.side === 'customer' && { name: line.name }),
});
const messages = app.messages.create({
  el: '.messages',
  firstMessageRule: (message, previous) => !previous || previous.type !== message.type,
  lastMessageRule: (message, _, next) => !next || next.type !== message.type,
  tailMessageRule: (message, _, next) => !next || next.type !== message.type,
  messages: talk.open.lines.map(toMessage),
});
const messagebar = app.messagebar.create({ el: '.messagebar' });

document.querySelector('.send-link').addEventListener('click', () => {
  const text = messagebar.getValue();
  if (!text.trim().length) return;
  messagebar.clear();
  messagebar.focus();
  messages.addMessage(toMessage(talk.send(text)));
});
expose(talk, {
  receive: (text, options = {}) => void messages.addMessage(toMessage(talk.add(options.side ?? 'customer', text, options))),
  prepend: (count) => void messages.addMessages(talk.prepend(count).map(toMessage), 'prepend'),
  rerender: () => {
    messages.clear();
    messages.addMessages(talk.open.lines.map(toMessage));
  },
});
