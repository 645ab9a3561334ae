import { expect, it } from 'vitest';
import { orderIn, ordersIn, titleIn } from '../../../chat/read/deal';

it.each([
  ['订单号：241119-30582217', '241119-30582217'],
  ['你好，我的订单编号 4012345678901234567 还没发', '4012345678901234567'],
  ['订单 #48213377 怎么还没到', '48213377'],
  ['Order no. A-10023-556 please', 'A-10023-556'],
  ['order number: 114-3941689-8772232', '114-3941689-8772232'],
  ['241124-512345678901234', '241124-512345678901234'],
  ['6921567890123456789', '6921567890123456789'],
])('finds the order in %s', (text, number) => expect(orderIn(text)).toBe(number));

it.each(['我的电话 13812345678', '13812345678', '订单什么时候发货', '快递单号 SF1234567890123', '订单在 2026 年付的', 'in order to get 12345678', '订单号'])(
  'finds none in %s',
  (text) => expect(orderIn(text)).toBe(''),
);

it('takes a number that stands in the piece behind its label, and no other', () => {
  expect(ordersIn(['羽绒被', '订单号', '241119-30582217', '运输中', '75582201994612'])).toEqual(['241119-30582217']);
  expect(ordersIn(['订单编号：', '4012345678901234567', '复制', '订单编号：', '4012345678901234568'])).toHaveLength(2);
  expect(ordersIn(['运单号', '75582201994612'])).toEqual([]);
});

it('takes the first text of a card that is no price, time or number', () => {
  expect(titleIn(['轻暖羽绒被 白鹅绒 1.5 米', '白色 · ¥328.00', '¥328.00', '订单号', '241119-30582217', '中通 7558 2201 9946 · 石家庄转运中心'])).toBe('轻暖羽绒被 白鹅绒 1.5 米');
  expect(titleIn(['¥59.00', '×1', '10:32'])).toBe('');
});
