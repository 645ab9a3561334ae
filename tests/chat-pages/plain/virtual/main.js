import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { h } from '../../kit/plain';
import { DRESS } from '../../kit/seeds';

const ROW = 56;
const LONG = Array.from({ length: 60 }, (_, round) =>
  DRESS.map(([side, text]) => [side, `${text}（第${round + 1}单）`]),
).flat();
const talk = conversation({ 小鱼爱吃糖: LONG });
const port = document.querySelector('.vp');
const space = document.querySelector('.sp');
/** The rows on screen; each is given the text of another message as the list scrolls. */
const pool = [];

function draw() {
  const { lines } = talk.open;
  space.style.height = `${lines.length * ROW}px`;
  const visible = Math.ceil(port.clientHeight / ROW) + 2;
  while (pool.length < visible) pool.push(space.appendChild(h('div', { class: 'r' }, h('span'))));
  const first = Math.max(0, Math.min(Math.floor(port.scrollTop / ROW), lines.length - visible));
  for (let index = first; index < first + visible; index += 1) {
    const row = pool[index % pool.length];
    const line = lines[index];
    row.hidden = !line;
    row.style.display = line ? '' : 'none';
    if (!line) continue;
    row.style.top = `${index * ROW}px`;
    row.dataset.o = line.side === 'customer' ? '0' : line.side === 'agent' ? '1' : '2';
    row.firstChild.textContent = line.text;
  }
}
let length = 0;
let firstId = '';
function changed() {
  const { lines } = talk.open;
  const older = firstId && lines[0].id !== firstId ? lines.findIndex((line) => line.id === firstId) : 0;
  draw();
  // Older messages leave what is on screen where it is; a new one is scrolled to.
  if (older > 0) port.scrollTop += older * ROW;
  else if (lines.length > length) port.scrollTop = port.scrollHeight;
  length = lines.length;
  firstId = lines[0].id;
  draw();
}
talk.subscribe(changed);
port.addEventListener('scroll', draw, { passive: true });
changed();
wireComposer(talk, document.querySelector('textarea'), { button: document.querySelector('button') });
expose(talk, { rerender: undefined });
