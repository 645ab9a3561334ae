import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileWords, loadWords } from '../../../banned-words';
import { packSchema } from '../../../packs/format';
import { previewTemplate } from '../../../replies/render';

const folder = 'packs/built-in/';
const packs = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => packSchema.parse(JSON.parse(readFileSync(folder + file, 'utf8'))));

it('no built-in reply would be held or asked about by the built-in words', () => {
  const checker = loadWords(compileWords(packs));
  const faults = packs.flatMap((pack) =>
    (pack.replies ?? []).flatMap(({ id, bubbles, wordings = [] }) =>
      [...bubbles, ...wordings.flatMap((wording) => wording.bubbles)].flatMap((bubble) =>
        checker
          .check(previewTemplate(bubble, pack.language))
          .filter((hit) => hit.level !== 'advise')
          .map((hit) => `${pack.id}/${id}: ${hit.text}`),
      ),
    ),
  );
  expect(faults).toEqual([]);
});

it('as many replies as were promised, each id once', () => {
  const counts = Object.fromEntries(packs.filter((pack) => pack.replies).map((pack) => [pack.language, pack.replies?.length ?? 0]));
  expect(counts['zh-CN']).toBeGreaterThanOrEqual(120);
  expect(counts.en).toBeGreaterThanOrEqual(80);
  for (const { replies = [] } of packs) expect(new Set(replies.map(({ id }) => id)).size).toBe(replies.length);
});
