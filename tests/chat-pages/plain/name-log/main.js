import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { drawChats, drawLines, fullClock, h } from '../../kit/plain';
import { SHOP } from '../../kit/seeds';

const talk = conversation(SHOP);
drawLines(talk, document.querySelector('.log'), (line) =>
  line.side === 'system'
    ? h('div', { class: 's' }, line.text)
    : h('div', {}, h('h4', { class: line.side === 'customer' ? 'b' : 'a' }, `${line.name}  ${fullClock(line.at)}`), h('p', {}, line.text)),
);
drawChats(talk, document.querySelector('.side'), (chat, open) =>
  h('div', { class: open && 'now', onclick: () => talk.switchTo(chat.name) }, chat.name, chat.unread ? h('i') : null),
);
wireComposer(talk, document.querySelector('textarea'), { button: document.querySelectorAll('.in button')[1] });
expose(talk);
