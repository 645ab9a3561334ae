import { describe, expect, it } from 'vitest';
import { isControl, isReaction, isReceipt, isStatus, isTyping, saysCustomer, saysOwn, saysRobot, withoutRobotLabel, withoutStatus } from '../../../chat/read/words';
import { spokenLine } from '../../../chat/read/transcript';
import { isSign, saysAnswer, saysMessage, saysOtherButton, saysOtherForm, saysSearch, saysSend } from '../../../chat/find/words';
import { splitLabel } from '../../../chat/read/labels';

describe('words around messages', () => {
  it.each(['已读', '未读', 'Delivered', '✓✓', '发送中', 'Read', '·'])('status: %s', (text) => expect(isStatus(text)).toBe(true));
  it.each(['好的', '已读不回', 'I read it', '收到'])('no status: %s', (text) => expect(isStatus(text)).toBe(false));
  it.each(['对方正在输入...', 'Emma is typing…', 'печатает…', '...', '● ● ●'])('typing: %s', (text) => expect(isTyping(text)).toBe(true));
  it.each(['正在输入法设置里找', '好...'])('no typing: %s', (text) => expect(isTyping(text)).toBe(false));
  it.each(['Seen', '已读', 'Read 12:03', 'Seen by Marta', 'Gelesen', '✓✓ Delivered'])('reading mark: %s', (text) => expect(isReceipt(text)).toBe(true));
  it.each(['Read the manual', '已读不回', '2', 'sent it back'])('no reading mark: %s', (text) => expect(isReceipt(text)).toBe(false));
  it.each(['❤️ 1', '👍🏽 2 😂 3'])('reactions: %s', (text) => expect(isReaction(text)).toBe(true));
  it.each(['❤️', '2', '👍 ok 1', '1 2'])('no reactions: %s', (text) => expect(isReaction(text)).toBe(false));
  it.each(['查看历史消息', '加载更多', 'Load earlier messages', '没有更多了'])('control: %s', (text) => expect(isControl(text)).toBe(true));
  it.each(['我想查看历史订单', '客服小周 已接入会话'])('no control: %s', (text) => expect(isControl(text)).toBe(false));
  it.each(['店小蜜机器人', '自动回复', 'Bot', '由机器人发送'])('robot: %s', (text) => expect(saysRobot(text)).toBe(true));
  it.each(['小王', 'Robert', '自动挡'])('no robot: %s', (text) => expect(saysRobot(text)).toBe(false));

  it.each([['12:03 ✓✓', '12:03'], ['Read 12:03', '12:03'], ['12:03', '12:03'], ['已读 昨天 12:03', '昨天 12:03']])(
    'the marks around a time: %s', (text, time) => expect(withoutStatus(text)).toBe(time),
  );

  it.each([
    ['[12:01] <Anna> on its way', { author: 'Anna', time: '12:01', text: 'on its way' }],
    ['12:01:33 - 小周：马上发货', { author: '小周', time: '12:01:33', text: '马上发货' }],
    ['<Anna> at 10:30?', { author: 'Anna', time: '', text: 'at 10:30?' }],
    ['Note: it is late', null],
    ['12:30 works for me', null],
    ['1 < 2 > 0', null],
  ])('a line of a bare transcript: %s', (text, line) => expect(spokenLine(text)).toEqual(line));

  it.each(['➤', '↑', '▶'])('a sign that may send: %s', (text) => expect(isSign(text)).toBe(true));
  it.each(['+', '🎤', '…', 'OK', '😀'])('a sign that does not: %s', (text) => expect(isSign(text)).toBe(false));

  it('takes a robot\'s label off the text, and no other bracket', () => {
    expect(withoutRobotLabel('[自动回复] 您好')).toBe('您好');
    expect(withoutRobotLabel('【活动】满100减10')).toBe('【活动】满100减10');
  });

  it('knows names that stand for a side', () => {
    expect(saysOwn('我')).toBe(true);
    expect(saysOwn('客服小周')).toBe(true);
    expect(saysOwn('我爱购物')).toBe(false);
    expect(saysCustomer('买家')).toBe(true);
    expect(saysCustomer('买家秀达人')).toBe(false);
  });
});

describe('words on the parts of a chat', () => {
  it.each(['发送', '发 送', '发送(S)', 'Send', 'Send message', 'Enviar', '送信', 'Gửi'])('send: %s', (text) => expect(saysSend(text)).toBe(true));
  it.each(['Sender', '表情', 'Cancel'])('no send: %s', (text) => expect(saysSend(text)).toBe(false));
  it('knows buttons, prompts and fields apart', () => {
    expect(saysAnswer('Reply')).toBe(true);
    expect(saysAnswer('Reply to all 3 people')).toBe(false);
    expect(saysOtherButton('表情')).toBe(true);
    expect(saysMessage('请输入消息')).toBe(true);
    expect(saysSearch('搜索联系人')).toBe(true);
    expect(saysOtherForm('写下你的评论')).toBe(true);
    expect(saysOtherForm('说点什么')).toBe(false);
  });
});

describe('splitLabel', () => {
  it.each([
    ['小鱼爱吃糖  2026-11-24 09:08:07', '小鱼爱吃糖', '2026-11-24 09:08:07'],
    ['Emma Clark 10:24', 'Emma Clark', '10:24'],
    ['10:24 Emma Clark', 'Emma Clark', '10:24'],
    ['Jonas · 10:24', 'Jonas', '10:24'],
    ['10:24', '', '10:24'],
    ['小王：', '小王', ''],
    ['Emma Clark', 'Emma Clark', ''],
  ])('%s', (text, name, time) => expect(splitLabel(text)).toEqual({ name, time }));
});
