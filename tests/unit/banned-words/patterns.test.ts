import { describe, expect, it } from 'vitest';
import { isBankCard, isIdCard } from '../../../banned-words/patterns/numbers';
import { checkerOf } from './packs';

const checker = checkerOf([]);

/** Pattern, and a text with the find between ⟦ and ⟧. Identity and card numbers are made up, with right check digits. */
const found: [string, string][] = [
  ['phone', '打⟦13812345678⟧'],
  ['phone', '打⟦138 1234 5678⟧'],
  ['phone', '打⟦138-1234-5678⟧'],
  ['phone', '打⟦１３８１２３４５６７８⟧'],
  ['phone', '打⟦一三八一二三四五六七八⟧'],
  ['phone', '打⟦①③⑧①②③④⑤⑥⑦⑧⟧'],
  ['phone', '打⟦1 3 8 1 2 3 4 5 6 7 8⟧'],
  ['phone', '打⟦+86 13812345678⟧'],
  ['phone', '联系电话：⟦13812345678⟧，订单号 123'],
  ['landline', '座机⟦0571-88886666⟧'],
  ['landline', '电话⟦(010) 88886666⟧'],
  ['landline', '电话⟦057188886666⟧'],
  ['foreign-phone', 'call ⟦+1 415 555 2671⟧'],
  ['foreign-phone', 'call ⟦(415) 555-2671⟧'],
  ['id-card', '身份证⟦11010519491231002X⟧'],
  ['id-card', '身份证⟦110105 19491231 002x⟧'],
  ['bank-card', '卡号⟦6217 0000 1001 2345 677⟧'],
  ['bank-card', '卡⟦4111111111111111⟧'],
  ['email', '发到⟦abc.def+1@example.com⟧吧'],
  ['email', '发到⟦abc＠example.com⟧吧'],
  ['url', '看⟦https://example.com/a?b=1⟧，谢谢'],
  ['url', '看⟦www.example.com⟧。'],
  ['url', '店在⟦example-shop.top⟧'],
  ['url', '看⟦example.cn/1⟧吧'],
  ['wechat-id', '微信号：⟦abc_12345⟧'],
  ['wechat-id', 'V信⟦wxid_8fj2k3l⟧'],
  ['wechat-id', 'vx ⟦kefu2026⟧'],
  ['wechat-id', '加我 V X：⟦abc12345⟧'],
  ['qq-id', '加Q⟦123456789⟧'],
  ['qq-id', 'QQ：⟦123456789⟧'],
  ['qq-id', 'qq⟦30517892⟧'],
];

const clean = [
  '订单号13812345678',
  '您的订单 100012043978 已发货',
  '快递单号SF1234567890123',
  '圆通 YT8812345678901',
  '运单号：773123456789012',
  '单号 220101-123456789012345',
  '订单号 4111111111111111',
  '138****5678',
  '尺寸 1200*600*750，220V 50Hz',
  '2026-11-24 08:30:00 已签收',
  '400-820-8820 是品牌热线',
  '110105194912310021',
  '4111111111111112',
  'https://item.jd.com/100012043978.html',
  'detail.tmall.com/item.htm?id=1',
  '价格3.5元，约1.2kg',
  'It is good.In fact',
  'great price.top quality',
  'v1.2.co',
  '微信支付100元',
  'QQ糖 500克',
  'qq邮箱',
  'model wx2000-pro',
  '满 1500 减 200 再减 350',
];

describe('patterns', () => {
  it.each(found)('%s: %s', (name, line) => {
    const start = line.indexOf('⟦');
    const end = line.indexOf('⟧') - 1;
    expect(checker.check(line.replace(/[⟦⟧]/g, '')).map((hit) => [hit.term, hit.start, hit.end])).toEqual([[name, start, end]]);
  });

  it.each(clean)('clean: %s', (text) => {
    expect(checker.check(text)).toEqual([]);
  });

  it('are switched off by name, and allow what is listed', () => {
    expect(checker.check('13812345678', { settings: { patternsOff: ['phone'] } })).toEqual([]);
    expect(checker.check('shop.example.com', { settings: { allowedDomains: ['example.com'] } })).toEqual([]);
    expect(checkerOf([], {}, { exceptions: [{ term: 'phone', text: '13812345678' }] }).check('13812345678')).toEqual([]);
  });

  it('tell in an explanation why a number is none', () => {
    expect(checker.explain('订单号13812345678').nonHits).toMatchObject([{ term: 'phone', why: 'context', by: '单号' }]);
  });

  it('check digits: GB 11643 and ISO/IEC 7812', () => {
    expect(isIdCard('11010519491231002X')).toBe(true);
    expect(isIdCard('110105194912310020')).toBe(false);
    expect(isIdCard('11010519490231002X')).toBe(false);
    expect(isBankCard('4111111111111111')).toBe(true);
    expect(isBankCard('4111111111111112')).toBe(false);
    expect(isBankCard('1111111111111117')).toBe(false);
  });
});
