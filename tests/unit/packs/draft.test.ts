import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { draftOf, emptyWording, replyOf } from '../../../packs/editing/draft';
import { packSchema } from '../../../packs/format';

const files = ['packs/built-in/replies-zh-CN.json', 'packs/built-in/replies-en.json', 'docs/examples/shop.chatside.json'];

it('gives back every reply of a pack as it was', () => {
  for (const file of files) {
    for (const reply of packSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).replies ?? []) {
      expect(replyOf(draftOf(reply), reply.id, 'x')).toEqual({ reply });
    }
  }
});

it('takes title and group from elsewhere where none is written, and drops what was left empty', () => {
  const draft = { ...draftOf(undefined), bubbles: ['  亲，您好  ', ' '], tags: ' 发货，发货, 快递 ', wordings: [emptyWording], seasons: [{ from: '', to: '' }], questions: '\n 几时发货 \n' };
  expect(replyOf(draft, 'n', '常用')).toEqual({
    reply: { id: 'n', title: '亲，您好', group: '常用', tags: ['发货', '快递'], bubbles: ['亲，您好'], questions: ['几时发货'] },
  });
});

it('says what keeps it from being stored', () => {
  const draft = draftOf(undefined);
  expect(replyOf(draft, 'n', 'g')).toEqual({ problems: [{ code: 'needText' }] });
  const long = { ...draft, bubbles: ['x'.repeat(5001)], abbreviation: 'x'.repeat(33), seasons: [{ from: '11-01', to: '2026-11-14' }] };
  expect(replyOf(long, 'n', 'g')).toEqual({
    problems: [{ code: 'tooLong', field: 'abbreviation', max: 32 }, { code: 'tooLong', field: 'message', max: 5000 }, { code: 'badSeason' }],
  });
});
