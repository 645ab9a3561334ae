import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { clock, drawChats, drawLines, h } from '../../kit/plain';
import { SHOP } from '../../kit/seeds';

const talk = conversation(SHOP);
const head = document.querySelector('article > header');
drawLines(
  talk,
  document.querySelector('.inner'),
  (line, previous) =>
    line.side === 'system'
      ? h('div', { class: 'row day' }, h('div', {}, line.text))
      : h(
          'div',
          { class: line.side === 'customer' ? 'row' : 'row out' },
          h(
            'div',
            { class: 'bub' },
            line.side === 'robot' || (line.side === 'customer' && previous?.side !== 'customer') ? h('b', {}, line.name) : null,
            line.text,
            h('time', {}, clock(line.at)),
          ),
        ),
  { scroller: document.querySelector('.scroll') },
);
drawChats(talk, document.querySelector('aside'), (chat, open) =>
  h(
    'div',
    { role: 'button', class: open && 'on', onclick: () => talk.switchTo(chat.name) },
    h('img', { alt: '', src: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>' }),
    h('div', { class: 't' }, h('div', {}, chat.name), h('div', { class: 'p' }, chat.lines.at(-1)?.text ?? '')),
    chat.unread ? h('div', { class: 'n' }, String(chat.unread)) : null,
  ),
);
const rename = () => head.replaceChildren(talk.open.name, h('span', {}, '在线'));
talk.subscribe(rename);
rename();
wireComposer(talk, document.querySelector('[contenteditable]'), { button: document.querySelector('.bar svg') });
expose(talk);
