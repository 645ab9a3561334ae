import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { h } from '../../kit/plain';
import { DRESS } from '../../kit/seeds';

const talk = conversation({ 小鱼爱吃糖: DRESS });
const list = document.querySelector('section');

/** Face and text are cells of one grid: nothing wraps a message. */
function cells(line) {
  if (line.side === 'system') return [h('p', { class: 'mid' }, line.text)];
  const way = line.side === 'customer' ? 'i' : 'o';
  const face = h('span', { class: `${way}-face` }, line.name[0]);
  const text = h('p', { class: `${way}-text` }, line.text);
  return way === 'i' ? [face, text] : [text, face];
}
function draw() {
  list.replaceChildren(...talk.open.lines.flatMap(cells));
  list.scrollTop = list.scrollHeight;
}
talk.subscribe(draw);
draw();
wireComposer(talk, document.querySelector('.in'), { button: document.querySelector('.ok') });
expose(talk);
