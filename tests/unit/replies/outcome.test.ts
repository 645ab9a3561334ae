import { expect, it } from 'vitest';
import { fixedPieces, outcomeOf } from '../../../replies/outcome';
import { renderBubble } from '../../../replies/render';

const now = new Date(2026, 10, 24, 10);
const pieces = (template: string) => fixedPieces(renderBubble(template, { language: 'zh-CN' }, now));
const shipped = pieces('您好，{?快递}已经发出，单号 {?单号}，预计{?天数=三}天送到。');

it('counts a message as sent when only its slots were filled, whatever stands around it', () => {
  expect(outcomeOf(shipped, '您好，中通已经发出，单号 7558，预计三天送到。')).toBe('sent');
  expect(outcomeOf(shipped, '亲！\n您好， 顺丰已经发出，单号 SF1，预计两天送到。 辛苦久等')).toBe('sent');
});

it('counts it as edited when half of it or more is left', () => {
  expect(outcomeOf(shipped, '您好，中通昨天已发出，单号 7558，预计三天左右送到。')).toBe('edited');
});

it('counts another message as none of it', () => {
  expect(outcomeOf(shipped, '好的，马上为您查询一下。')).toBeNull();
  expect(outcomeOf(shipped, '')).toBeNull();
  expect(outcomeOf([], '好的')).toBeNull();
});
