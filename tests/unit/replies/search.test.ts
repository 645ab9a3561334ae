import { describe, expect, it } from 'vitest';
import { builtInReplies, queries } from '../../bench/replies.corpus';
import type { Reply } from '../../../packs/format';
import { buildReplyIndex } from '../../../replies/index-build';
import type { ReplyIndex } from '../../../replies/reply-index';
import { searchReplies, usageKey } from '../../../replies/search';
import type { Usage } from '../../../replies/search';

const now = new Date(2026, 10, 24, 9).getTime();
const reply = (id: string, title: string, more: Partial<Reply> = {}) => ({ id, title, group: '组', bubbles: ['文'], pack: 'p', ...more });
const find = (index: ReplyIndex, query: string, more: { usage?: ReadonlyMap<string, Usage>; limit?: number } = {}) => searchReplies(index, query, { now, limit: 8, ...more });
const ids = (index: ReplyIndex, query: string, usage?: ReadonlyMap<string, Usage>) => find(index, query, { usage }).map(({ id }) => id);

describe('the query set', () => {
  // As a page gets it: through JSON.
  const index: ReplyIndex = JSON.parse(JSON.stringify(buildReplyIndex(builtInReplies())));
  it.each(['tune', 'report'] as const)('finds the reply that is meant among the first three in 97 of 100: %s', (half) => {
    const asked = queries(half);
    const missed = asked.filter(({ query, pack, id }) => !find(index, query).slice(0, 3).some((found) => found.pack === pack && found.id === id));
    expect(missed.length / asked.length).toBeLessThanOrEqual(0.03);
    expect(asked.length).toBeGreaterThan(100);
  });

  it('finds the same while a query is typed letter by letter and when it comes at once', () => {
    const fresh: ReplyIndex = JSON.parse(JSON.stringify(index));
    for (const { query } of queries('tune').slice(0, 60)) {
      for (let size = 1; size < query.length; size++) find(index, query.slice(0, size));
      expect(find(index, query)).toEqual(find(JSON.parse(JSON.stringify(fresh)), query));
    }
  });
});

describe('pinyin', () => {
  const index = buildReplyIndex([
    reply('reset', '重启设备'), reply('weigh', '重量说明'), reply('bank', '银行卡'), reply('walk', '行不行'),
    reply('woman', '女装尺码'), reply('ship', '发货时间'), reply('pay', '还款日期'),
  ]);

  it('reads characters by their word', () => {
    expect(ids(index, 'chongqi')[0]).toBe('reset');
    expect(ids(index, 'zhongqi')).not.toContain('weigh');
    expect(ids(index, 'zhongliang')[0]).toBe('weigh');
    expect(ids(index, 'zl')).toContain('weigh');
    expect(ids(index, 'cl')).not.toContain('weigh');
    expect(ids(index, 'yinhang')[0]).toBe('bank');
    expect(ids(index, 'xingbuxing')[0]).toBe('walk');
  });

  it('takes both readings where no word decides, and v for ü', () => {
    expect(ids(index, 'huankuan')[0]).toBe('pay');
    expect(ids(index, 'haikuan')[0]).toBe('pay');
    expect(ids(index, 'nvzhuang')[0]).toBe('woman');
  });

  it.each(['fh', 'fahuo', 'fhsj', 'fahuoshij', 'fahuosj', '发huo', 'FH', 'ｆｈ', 'sj', '货时'])('%s finds 发货时间', (query) => {
    expect(ids(index, query)[0]).toBe('ship');
  });

  it.each(['fahou', 'fahuoshijain', 'fauo', 'fahuosijian', '发或时间', '发货 实践', 'shijian fahuo'])('forgives the slip in %s', (query) => {
    expect(ids(index, query)[0]).toBe('ship');
  });

  it('finds nothing for what is not there', () => {
    expect(ids(index, 'xyzq')).toEqual([]);
    expect(ids(index, '苹果')).toEqual([]);
  });
});

describe('spans', () => {
  it('delimit what was found, field by field', () => {
    const index = buildReplyIndex([reply('r', '关于 发货时间', { abbreviation: 'fhsj', group: '发货', bubbles: ['{customer|亲}，48 小时内发货', '请留意'] })]);
    const [found] = find(index, '发货');
    const texts = found?.spans.map(({ field, start, end }) => [field, found.reply[field].slice(start, end)]);
    expect(texts).toEqual([['title', '发货'], ['group', '发货'], ['text', '发货']]);
    expect(found?.reply.text).toBe('亲，48 小时内发货\n请留意');
    const [byInitials] = find(index, 'fhsj');
    expect(byInitials?.spans.map(({ field, start, end }) => [field, byInitials.reply[field].slice(start, end)])).toEqual([['title', '发货时间'], ['abbreviation', 'fhsj']]);
  });

  it('stay inside their fields whatever is typed', () => {
    const index = buildReplyIndex(builtInReplies().slice(0, 60));
    for (const query of ['a', '发 货', '😀', 'zhongqi?!', '…', 'ｇｕ', 'e', '的', 'x'.repeat(500), 'haha'.repeat(40)]) {
      for (const { reply: entry, spans } of find(index, query)) {
        for (const { field, start, end } of spans) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(entry[field].length);
        }
      }
    }
  });
});

describe('order', () => {
  const index = buildReplyIndex([reply('a', '发货说明'), reply('b', '发货须知'), reply('c', '发货'), reply('d', '物流')]);
  const use = (id: string, count: number, daysAgo: number): [string, Usage] => [usageKey({ pack: 'p', id }), { count, lastUsed: now - daysAgo * 86_400_000 }];

  it('is by match first, then by use, then as in the pack', () => {
    expect(ids(index, '发货')).toEqual(['c', 'a', 'b']);
    expect(ids(index, '发货', new Map([use('b', 3, 1)]))).toEqual(['c', 'b', 'a']);
    expect(ids(index, '发货', new Map([use('a', 3, 60), use('b', 3, 1)]))).toEqual(['c', 'b', 'a']);
  });

  it('of an empty query is by use, then as in the pack', () => {
    expect(ids(index, '  ', new Map([use('d', 1, 0), use('b', 9, 30)]))).toEqual(['d', 'b', 'a', 'c']);
    expect(find(index, '', { limit: 2 }).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('leaves out what is out of season', () => {
    const seasonal = buildReplyIndex([reply('a', '新年', { seasons: [{ from: '01-01', to: '02-01' }] }), reply('b', '新年快递')]);
    expect(ids(seasonal, '新年')).toEqual(['b']);
  });

  it('keeps apart replies of the same id in two packs', () => {
    const two = buildReplyIndex([reply('a', '发货'), { ...reply('a', '发货'), pack: 'q' }]);
    expect(find(two, '发货', { usage: new Map([[usageKey({ pack: 'q', id: 'a' }), { count: 1, lastUsed: now }]]) }).map(({ pack }) => pack)).toEqual(['q', 'p']);
  });
});
