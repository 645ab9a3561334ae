import { conversation, expose } from '../../kit/conversation';
import { drawLines, h } from '../../kit/plain';

const KETTLE_AR = [
  ['customer', 'مرحبا، هل الغلاية متوفرة؟'],
  ['agent', 'أهلا، نعم متوفرة.'],
  ['customer', 'كم يستغرق التوصيل؟'],
  ['agent', 'يومان إلى ثلاثة أيام.'],
  ['customer', 'شكرا'],
];
const talk = conversation({ 'ليلى حسن': KETTLE_AR }, 'سامي');
drawLines(talk, document.querySelector('.lines'), (line) => h('div', { class: line.side === 'agent' && 'x' }, line.text));
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const field = document.querySelector('input');
  if (field.value.trim()) talk.send(field.value);
  field.value = '';
});
expose(talk);
