import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { clock, drawLines, h } from '../../kit/plain';
import { PARCEL } from '../../kit/seeds';

const talk = conversation({ 阳光下的猫: PARCEL });
drawLines(
  talk,
  document.querySelector('.talk tbody'),
  (line) =>
    line.side === 'system'
      ? h('tr', { class: 'tip' }, h('td', {}, line.text))
      : h(
          'tr',
          { class: line.side === 'customer' ? 'left' : 'right' },
          h('td', {}, h('div', { class: 'meta' }, `${line.name} ${clock(line.at)}`), h('div', { class: 'bubble' }, line.text)),
        ),
  { scroller: document.querySelector('.talk') },
);
wireComposer(talk, document.querySelector('textarea'), {
  button: document.querySelector('input[type=button]'),
  key: (event) => event.ctrlKey,
});
expose(talk);
