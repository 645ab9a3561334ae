import { conversation, expose } from '../../kit/conversation';
import { clock, drawLines, h } from '../../kit/plain';
import { JACKET_EN } from '../../kit/seeds';

const talk = conversation({ 'Emma Clark': JACKET_EN }, 'Hazel');
drawLines(talk, document.querySelector('#log'), (line) => h('p', {}, `[${clock(line.at)}] <${line.name}> ${line.text}`));
const [field, reply] = document.querySelectorAll('input');
const send = () => {
  if (field.value.trim()) talk.send(field.value);
  field.value = '';
};
reply.addEventListener('click', send);
field.addEventListener('keydown', (event) => event.key === 'Enter' && send());
expose(talk);
