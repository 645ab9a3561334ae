import { describe, expect, it } from 'vitest';
import { groupQuestions } from '../../../clock/questions.ts';

describe('what customers asked most', () => {
  it('groups what is alike, the most frequent wording first', () => {
    const asked = ['什么时候发货', '什么时候发货?', '请问什么时候发货呢', '什么时候能发货', '可以开发票吗', '能开发票吗', '保修多久'];
    expect(groupQuestions(asked, 2)).toEqual([
      { text: '什么时候发货', n: 4, others: ['请问什么时候发货呢', '什么时候能发货'] },
      { text: '可以开发票吗', n: 2, others: ['能开发票吗'] },
    ]);
  });

  it('keeps apart what only begins alike', () => {
    expect(groupQuestions(['什么时候发货', '什么时候能退款'], 10)).toHaveLength(2);
  });

  it('asks nothing of small talk, numbers, links and order cards', () => {
    const said = ['你好', '在吗在吗', '好的，谢谢！', '没有了', 'OK, thanks', '13800138000', 'https://item.example/1.html', '咨询订单号:123 商品ID:456', '😀', ''];
    expect(groupQuestions(said, 10)).toEqual([]);
  });

  it('tells a question from the talk and the card around it', () => {
    expect(groupQuestions(['亲，在吗？保修多久', '咨询订单号:9 商品ID:4 保修多久'], 10)).toEqual([{ text: '保修多久', n: 2, others: [] }]);
  });

  it('keeps numbers out of the wording', () => {
    expect(groupQuestions(['订单 881 什么时候到', '订单 4423 什么时候到'], 10)).toMatchObject([{ n: 2, text: expect.not.stringMatching(/\d/) }]);
  });

  it('groups Latin text by its words in any case', () => {
    expect(groupQuestions(['Hi! When will my order ship?', 'when will my order SHIP', 'When will the order ship'], 10)).toMatchObject([{ text: 'when will my order ship', n: 3 }]);
  });
});
