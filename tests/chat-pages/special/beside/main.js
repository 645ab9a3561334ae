import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { drawLines, h } from '../../kit/plain';
import { DRESS } from '../../kit/seeds';

const talk = conversation({ 小鱼爱吃糖: DRESS });
const LOOK = { customer: 'u', agent: 'k', system: 'n' };
drawLines(talk, document.querySelector('.chat .b'), (line) => h('div', { class: LOOK[line.side] }, h('p', {}, line.text)));
wireComposer(talk, document.querySelector('.chat textarea'), { button: document.querySelector('.chat button') });
expose(talk);
