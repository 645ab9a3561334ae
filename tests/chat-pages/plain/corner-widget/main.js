import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { drawLines, h } from '../../kit/plain';
import { ORDER_EN } from '../../kit/seeds';

const talk = conversation({ 'Tom Baker': ORDER_EN }, 'Ada');
const LOOK = { agent: 'w-m op', system: 'w-m sy', customer: 'w-m' };
drawLines(talk, document.querySelector('.w-b'), (line) => h('div', { class: LOOK[line.side] }, line.text));
wireComposer(talk, document.querySelector('.w textarea'), { button: document.querySelector('.w-f button') });
expose(talk);
