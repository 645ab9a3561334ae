import 'daisyui/daisyui.css';
import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { clock, drawLines, h } from '../../kit/plain';
import { JACKET_EN } from '../../kit/seeds';

const talk = conversation({ 'Emma Clark': JACKET_EN }, 'Ada');
drawLines(talk, document.querySelector('#thread'), (line) =>
  line.side === 'system'
    ? h('div', { class: 'divider' }, line.text)
    : h(
        'div',
        { class: `chat ${line.side === 'customer' ? 'chat-start' : 'chat-end'}` },
        h('div', { class: 'chat-header' }, line.name, h('time', { class: 'text-xs opacity-50' }, clock(line.at))),
        h('div', { class: line.side === 'customer' ? 'chat-bubble' : 'chat-bubble chat-bubble-primary' }, line.text),
        h('div', { class: 'chat-footer opacity-50' }, line.side === 'customer' ? '' : 'Delivered'),
      ),
);
wireComposer(talk, document.querySelector('.input'), { button: document.querySelector('.btn') });
expose(talk);
