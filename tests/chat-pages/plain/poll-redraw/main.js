import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { clock } from '../../kit/plain';
import { PARCEL } from '../../kit/seeds';

const talk = conversation({ 阳光下的猫: PARCEL });
const list = document.querySelector('#list');
const escape = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const LOOK = { customer: '', agent: 'me', robot: 'me', system: 'c' };

/** Old pages ask the server every second and write the whole list anew, whether anything is new or not. */
function poll() {
  const low = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  list.innerHTML = talk.open.lines
    .map((line) => `<div class="fl ${LOOK[line.side]}"><div>${line.side === 'system' ? '' : `<b>${clock(line.at)}</b> `}${escape(line.text)}</div></div>`)
    .join('');
  if (low) list.scrollTop = list.scrollHeight;
}
poll();
list.scrollTop = list.scrollHeight;
setInterval(poll, 1000);
wireComposer(talk, document.querySelector('#say'), { button: document.querySelector('#go') });
expose(talk, { rerender: poll });
