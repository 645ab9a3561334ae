import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { clock, drawChats, drawLines, h } from '../../kit/plain';
import { SHOP_EN } from '../../kit/seeds';

const talk = conversation(SHOP_EN, 'Jonas');
const list = document.querySelector('.pane');
const title = document.querySelector('main > header');
const COLOURS = { Jonas: '#e8912d', 'Emma Clark': '#4a154b', 'Tom Baker': '#2bac76' };

drawLines(talk, list, (line, previous) => {
  if (line.side === 'system') {
    return h('div', { class: 'item' }, h('span'), h('span', { class: 'joined' }, line.text));
  }
  if (previous?.name === line.name) {
    return h('div', { class: 'item more' }, h('span', { class: 'when' }, clock(line.at)), h('div', {}, line.text));
  }
  return h(
    'div',
    { class: 'item' },
    h('span', { class: 'face', style: `background:${COLOURS[line.name] ?? '#666'}` }, line.name[0]),
    h('div', {}, h('span', { class: 'who' }, line.name), h('span', { class: 'when' }, clock(line.at))),
    h('div', {}, line.text),
  );
});
drawChats(talk, document.querySelector('nav ul'), (chat, open) =>
  h(
    'li',
    {},
    h(
      'a',
      { href: '#', 'aria-current': open && 'page', onclick: (e) => (e.preventDefault(), talk.switchTo(chat.name)) },
      chat.name,
      chat.unread ? h('b', {}, String(chat.unread)) : null,
    ),
  ),
);
const rename = () => (title.textContent = talk.open.name);
talk.subscribe(rename);
rename();

wireComposer(talk, document.querySelector('.edit'), { button: document.querySelector('.go') });
expose(talk);
