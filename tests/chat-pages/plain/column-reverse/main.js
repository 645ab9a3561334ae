import { conversation, expose } from '../../kit/conversation';
import { drawLines, h } from '../../kit/plain';
import { JACKET_EN } from '../../kit/seeds';

const talk = conversation({ 'Emma Clark': JACKET_EN }, 'Hazel');
const LOOK = { agent: 'mine', system: 'note' };
drawLines(talk, document.querySelector('ol'), (line) => h('li', { class: LOOK[line.side] }, line.text), {
  newestFirst: true,
});
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const { msg } = event.target.elements;
  if (msg.value.trim()) talk.send(msg.value);
  msg.value = '';
});
expose(talk);
