import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { clock, drawLines, h } from '../../kit/plain';
import { JACKET_EN } from '../../kit/seeds';

const talk = conversation({ 'Priya N.': JACKET_EN }, 'Ada');
drawLines(
  talk,
  document.querySelector('.stream'),
  (line) =>
    h(
      'div',
      { class: line.side === 'agent' ? 'm us' : 'm' },
      h('small', {}, clock(line.at)),
      h('strong', {}, line.name),
      h('div', {}, line.text),
    ),
  { newestFirst: true },
);
wireComposer(talk, document.querySelector('textarea'), { button: document.querySelector('button'), key: (event) => event.ctrlKey });
expose(talk);
