import 'quikchat/dist/quikchat.css';
import quikchat from 'quikchat';
import { conversation, expose } from '../../kit/conversation';
import { JACKET_EN } from '../../kit/seeds';

const talk = conversation({ 'Emma Clark': JACKET_EN }, 'Ada');
const PLACE = { customer: ['Emma Clark', 'left'], agent: ['Ada', 'right'] };

const chat = new quikchat(
  '#chat-instance',
  (self, message) => {
    talk.send(message);
    self.messageAddNew(message, 'Ada', 'right');
  },
  {
    theme: 'quikchat-theme-light',
    titleArea: { title: 'Emma Clark', show: true, align: 'left' },
  },
);
for (const line of talk.open.lines) chat.messageAddNew(line.text, ...PLACE[line.side]);
expose(talk, {
  receive: (text, options = {}) => {
    const line = talk.add(options.side ?? 'customer', text, options);
    chat.messageAddNew(line.text, ...PLACE[line.side]);
  },
  prepend: undefined,
  rerender: undefined,
});
