import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { drawLines, h } from '../../kit/plain';
import { DRESS } from '../../kit/seeds';

/** How long the page takes to connect before there is any chat, ms. */
const CONNECTING = 1500;
const app = document.querySelector('#app');
const talk = conversation({ 小鱼爱吃糖: DRESS });
const LOOK = { agent: 'o', system: 'y' };

function enter() {
  const list = h('div', { class: 'g' });
  const text = h('textarea', { rows: '3' });
  const button = h('button', {}, '发送');
  app.replaceChildren(h('div', { class: 'box' }, h('h3', {}, '小鱼爱吃糖'), list, h('div', { class: 'i' }, text, button)));
  drawLines(talk, list, (line) => h('div', { class: LOOK[line.side] }, line.text));
  wireComposer(talk, text, { button });
}
/** The page goes to another route: the chat is gone. */
function leave() {
  app.replaceChildren(h('div', { class: 'idle' }, '没有进行中的会话'));
}
setTimeout(() => {
  enter();
  expose(talk, { leave, enter, rerender: enter });
}, CONNECTING);
