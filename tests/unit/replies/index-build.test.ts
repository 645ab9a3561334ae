import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packSchema } from '../../../packs/format';
import type { Reply } from '../../../packs/format';
import { buildReplyIndex, buildReplyIndexInSlices } from '../../../replies/index-build';

const pack = packSchema.parse(JSON.parse(readFileSync('packs/built-in/replies-zh-CN.json', 'utf8')));
const replies = (pack.replies ?? []).map((reply) => ({ ...reply, pack: pack.id }));
const rest = () => Promise.resolve();

it('is the same in slices and in one go', async () => {
  expect(await buildReplyIndexInSlices(replies, undefined, rest)).toEqual({ index: buildReplyIndex(replies), fresh: replies.length });
});

it('reads only texts that it has not read, and comes out the same', async () => {
  const [first, second, ...others] = replies as [Reply & { pack: string }, Reply & { pack: string }, ...(Reply & { pack: string })[]];
  const changed = [...others.toReversed(), { ...first, bubbles: ['还款后重新调重量，朝阳门银行行长还没来。'] }, { ...second, abbreviation: 'zz' }];
  const { index, fresh } = await buildReplyIndexInSlices(changed, buildReplyIndex(replies), rest);
  expect(fresh).toBe(2);
  const again = buildReplyIndex(changed);
  expect({ ...index, otherwise: index.otherwise.toSorted() }).toEqual({ ...again, otherwise: again.otherwise.toSorted() });
});
