import { conversation, expose } from '../../kit/conversation';
import { clock, drawLines, editableText, h } from '../../kit/plain';
import { JACKET_EN } from '../../kit/seeds';

const talk = conversation({ 'Emma Clark': JACKET_EN }, 'Jonas Weber');
const list = document.querySelector('section');
drawLines(
  talk,
  list,
  (line) =>
    line.side === 'system'
      ? h('p', { class: 'event' }, line.text)
      : h(
          'div',
          { class: 'entry' },
          h('header', {}, h('b', {}, line.name), h('span', {}, line.side === 'agent' ? 'Agent' : 'Customer'), h('time', {}, clock(line.at))),
          h('div', {}, line.text),
        ),
  { scroller: document.documentElement },
);
const text = document.querySelector('.text');
document.querySelector('.go').addEventListener('click', () => {
  if (editableText(text).trim()) talk.send(editableText(text).trim());
  text.replaceChildren();
});
expose(talk);
