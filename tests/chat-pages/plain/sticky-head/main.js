import { conversation, expose } from '../../kit/conversation';
import { clock, drawLines, h } from '../../kit/plain';

const COAT = [
  ['customer', 'Здравствуйте, куртка ещё есть?'],
  ['agent', 'Добрый день! Да, осталось три.'],
  ['system', 'Заказ № 8821 оформлен'],
  ['customer', 'А доставка сколько дней?'],
  ['agent', 'Два-три рабочих дня.'],
  ['customer', 'Хорошо, беру'],
];
const talk = conversation({ 'Анна Орлова': COAT }, 'Иван');

/** Time and ticks float at the end of the text itself; hearts hang under what the customer wrote. */
function row(line) {
  if (line.side === 'system') return h('div', { class: 'note' }, line.text);
  const own = line.side === 'agent';
  const bubble = h('div', { class: 'bubble' }, line.text, h('span', { class: 'time' }, `${clock(line.at)}${own ? ' ✓✓' : ''}`));
  return h(
    'div',
    {},
    h('div', { class: own ? 'row own' : 'row' }, own ? null : h('div', { class: 'face' }, 'А'), bubble),
    own ? null : h('div', { class: 'hearts' }, '👍 1'),
  );
}

drawLines(talk, document.querySelector('.lines'), row, { scroller: document.querySelector('.scroll') });
const field = document.querySelector('textarea');
const send = () => {
  if (field.value.trim()) talk.send(field.value);
  field.value = '';
};
document.querySelector('.go').addEventListener('click', send);
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  send();
});
expose(talk);
