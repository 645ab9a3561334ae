import { expect, it } from 'vitest';
import { maskPersonal } from '../../../clock/mask.ts';
import { questionOf } from '../../../clock/questions.ts';
import { a, c, T0 } from './stream.ts';

it.each([
  ['我电话13800138000，快点', '我电话***，快点'],
  ['138 0013-8000', '***'],
  ['１３８００１３８０００', '***'],
  ['一三八零零一三八零零零', '***'],
  ['身份证11010519491231002X', '身份证***X'],
  ['order 20261124-5567', 'order ***'],
  ['mail li.wei+shop@example.com please', 'mail *** please'],
  ['看这个 https://item.example.com/1?id=9 有货吗', '看这个 *** 有货吗'],
  ['42码有吗，199元', '42码有吗，199元'],
  ['一二三号哪个好', '一二三号哪个好'],
])('masks %s', (text, masked) => expect(maskPersonal(text)).toBe(masked));

it('the question of a wait is the first of its messages that asks something', () => {
  const messages = [
    c('1', T0, { text: '旧问题什么时候发货' }),
    a('2', T0),
    c('3', T0, { text: '在吗' }),
    c('4', T0, { text: '订单13800138000发什么快递' }),
    c('5', T0, { text: '运费多少' }),
    a('6', T0),
    c('7', T0, { text: '可以退吗' }),
  ];
  expect(questionOf(messages, '3')).toBe('订单***发什么快递');
  expect(questionOf(messages, '7')).toBe('可以退吗');
  expect(questionOf(messages.slice(3), '3')).toBeUndefined();
  expect(questionOf([c('3', T0, { text: '好的谢谢' })], '3')).toBeUndefined();
});
