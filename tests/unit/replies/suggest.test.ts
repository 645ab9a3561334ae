import { describe, expect, it } from 'vitest';
import { builtInReplies } from '../../bench/replies.corpus';
import { buildReplyIndex } from '../../../replies/index-build';
import { usageKey } from '../../../replies/search';
import { suggestReplies } from '../../../replies/suggest';

const now = new Date(2026, 10, 24, 9).getTime();
const index = buildReplyIndex(builtInReplies());
const suggest = (message: string) => suggestReplies(index, message, { now });

describe('suggestions', () => {
  it.each([
    ['你好，请问一下这个今天拍几天发货呀', 'ship-when'],
    ['抬头写错啦，发票能重新开吗', 'invoice-change'],
    ['怎么还没退款到账', 'refund-when'],
    ['身高165，不知道穿多大码合适', 'size-recommend'],
    ['Hi, where is my package please?', 'track-where'],
    ['can you give me a discount', 'deal-price'],
  ])('for %s hold what answers it', (message, id) => {
    expect(suggest(message).map((found) => found.id)).toContain(id);
  });

  it.each(['', '   ', '[链接x]', '13800138000', '今天天气真不错我们去爬山', '😀', 'lorem ipsum dolor', '-'.repeat(5000)])('are none for %j', (message) => {
    expect(suggest(message)).toEqual([]);
  });

  it('are at most three, and courtesies stand back behind a question', () => {
    expect(suggest('发票发票发票').length).toBeLessThanOrEqual(3);
    expect(suggest('好的，谢谢，那我要取消订单').map((found) => found.id)[0]).toBe('order-cancel');
    expect(suggestReplies(index, '发票怎么开', { now, limit: 1 })).toHaveLength(1);
  });

  it('go by use between near equals', () => {
    const two = buildReplyIndex(['a', 'b'].map((id) => ({ id, title: '说明', group: '组', bubbles: ['文'], questions: ['几点开门'], pack: 'p' })));
    const usage = new Map([[usageKey({ pack: 'p', id: 'b' }), { count: 5, lastUsed: now }]]);
    expect(suggestReplies(two, '几点开门', { now }).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(suggestReplies(two, '几点开门', { now, usage }).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
