import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packSchema } from '../../../packs/format';
import { renderBubble } from '../../../replies/render';

const now = new Date(2026, 10, 24, 9);
const filled = { customer: 'A.', agent: 'B.', shop: 'C.', order: 'D.', item: 'E.' };

describe.each([
  ['zh-CN', 120, ['问候', '告别', '道歉', '道谢', '应答', '解释', '商量']],
  ['en', 80, ['Greetings', 'Goodbye', 'Apologies', 'Thanks', 'Acknowledging', 'Explaining', 'Finding a solution']],
] as const)('built-in replies, %s', (language, least, groups) => {
  const pack = packSchema.parse(JSON.parse(readFileSync(`packs/built-in/replies-${language}.json`, 'utf8')));
  const replies = pack.replies ?? [];

  it('hold the phrase groups, with ids and abbreviations that are each used once', () => {
    expect(replies.length).toBeGreaterThanOrEqual(least);
    expect(new Set(replies.map((reply) => reply.id)).size).toBe(replies.length);
    expect(new Set(replies.map((reply) => reply.abbreviation)).size).toBe(replies.length);
    const present = new Set(replies.map((reply) => reply.group));
    expect(groups.filter((group) => !present.has(group))).toEqual([]);
  });

  it('render without fault, with and without values, with no doubled space or comma', () => {
    for (const reply of replies) {
      for (const bubble of [...reply.bubbles, ...(reply.wordings ?? []).flatMap((wording) => wording.bubbles)]) {
        for (const values of [{ language }, { language, ...filled }]) {
          const { text, faults, unknown } = renderBubble(bubble, values, now);
          expect({ id: reply.id, faults, unknown }).toEqual({ id: reply.id, faults: [], unknown: [] });
          expect(text).not.toMatch(/ ,| {2}|，，|,,|^[，,\s]/);
        }
      }
    }
  });
});
