import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { clock, drawChats, drawLines, h } from '../../kit/plain';
import { only, SHOP } from '../../kit/seeds';

const talk = conversation(only(SHOP, 'customer agent'));
const scroller = document.querySelector('#t-chat-scroll');
drawLines(talk, scroller, (line) =>
  h(
    'div',
    { class: 'message' },
    h(
      'div',
      { class: line.side === 'customer' ? 'message_left' : 'message_right', id: line.id },
      h('div', { class: 'message__time_str' }, `${line.name} ${clock(line.at)}`),
      h('div', { class: 'message__content' }, line.text),
    ),
  ),
);
drawChats(talk, document.querySelector('.alluser-list'), (chat, open) =>
  h(
    'div',
    { class: open ? 'alluser-item checked' : 'alluser-item', onclick: () => talk.switchTo(chat.name) },
    h('div', { class: 'alluser-item-name' }, chat.name),
    h('div', { class: 'alluser-item-breifdesc' }, chat.lines.at(-1)?.text ?? ''),
    h('div', { class: 'alluser-item-date-w' }, clock(chat.lines.at(-1)?.at ?? 0)),
    chat.unread ? h('span', { class: 'alluser-item-num' }, String(chat.unread)) : null,
    chat.lines.at(-1)?.side === 'customer' ? h('span', { class: 'user-none-reply-t' }, '35秒') : null,
  ),
);
const title = document.querySelector('.chat-head-name > span');
const rename = () => (title.textContent = talk.open.name);
talk.subscribe(rename);
rename();
wireComposer(talk, document.querySelector('.EditorContent'), { button: document.querySelector('.send-button') });
expose(talk);
