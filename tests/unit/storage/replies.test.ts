import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { packSchema } from '../../../packs/format';
import { deleteTimes, pruneTimes } from '../../../storage/activity';
import { database } from '../../../storage/database';
import { putPacks, removePacks, storedPacks } from '../../../storage/packs';
import { listPictures, putPictures, readPicture, removePicture, withPictures } from '../../../storage/pictures';
import { countReply, replyCountsBetween, replyTotals } from '../../../storage/reply-counts';
import { repliesSentTo, storeSentReply } from '../../../storage/sent-replies';

const example = packSchema.parse(JSON.parse(readFileSync(new URL('../../../docs/examples/shop.chatside.json', import.meta.url), 'utf8')));
const stored = { id: example.id, origin: 'own' as const, on: true, addedAt: 1, changedAt: 1, pack: example };

beforeEach(async () => {
  fakeBrowser.reset();
  await database.delete();
  await database.open();
});

it('keeps the pictures of a pack apart from it, and hands them on with it byte for byte', async () => {
  await putPacks([stored]);
  const [pack] = await storedPacks();
  expect(pack?.pack).toEqual({ ...example, pictures: undefined });
  expect(await listPictures(example.id)).toMatchObject([{ id: 'sizes', alt: '尺码表', type: 'image/png', width: 12, height: 8 }]);
  expect((await withPictures(pack?.pack ?? example)).pictures).toEqual(example.pictures);
});

it('leaves the pictures alone when a pack is stored without the field, and replaces them when it has it', async () => {
  await putPacks([stored]);
  const [before] = await storedPacks();
  if (before) await putPacks([before]);
  expect(await listPictures(example.id)).toHaveLength(1);
  await putPacks([{ ...stored, pack: { ...example, pictures: [] } }]);
  expect(await listPictures(example.id)).toEqual([]);
});

it('takes pictures away with their pack, or one by one, and puts them back', async () => {
  await putPacks([stored]);
  const removed = await removePacks([example.id]);
  expect(await readPicture(example.id, 'sizes')).toBeNull();
  await putPacks(removed);
  const gone = await removePicture(example.id, 'sizes');
  expect(await readPicture(example.id, 'sizes')).toBeNull();
  await putPictures(gone);
  expect((await readPicture(example.id, 'sizes'))?.blob.size).toBeGreaterThan(60);
});

it('refuses a picture that is not what it says, and one that is too large', () => {
  const [picture] = example.pictures ?? [];
  const withData = (data: string) => packSchema.safeParse({ ...example, pictures: [{ ...picture, data }] }).success;
  expect(withData(picture?.data ?? '')).toBe(true);
  expect(withData(new TextEncoder().encode('<svg onload="alert(1)"></svg>').toBase64())).toBe(false);
  const large = new Uint8Array(2 * 2 ** 20 + 3);
  large.set(Uint8Array.fromBase64(picture?.data ?? ''));
  expect(withData(large.toBase64())).toBe(false);
});

it('counts what became of replies by day', async () => {
  const monday = new Date(2026, 10, 23, 9).getTime();
  const tuesday = new Date(2026, 10, 24, 23, 59).getTime();
  await countReply('p/a', 'used', monday);
  await countReply('p/a', 'used', tuesday);
  await countReply('p/a', 'edited', tuesday);
  await countReply('p/b', 'held', tuesday);
  expect(await replyCountsBetween('2026-11-24', '2026-11-24')).toEqual([
    { reply: 'p/a', day: '2026-11-24', used: 1, sent: 0, edited: 1, held: 0 },
    { reply: 'p/b', day: '2026-11-24', used: 0, sent: 0, edited: 0, held: 1 },
  ]);
  expect((await replyTotals('2026-11-01', '2026-11-30')).get('p/a')).toEqual({ reply: 'p/a', used: 2, sent: 0, edited: 1, held: 0 });
  await pruneTimes(tuesday);
  expect(await replyCountsBetween('2026-11-01', '2026-11-30')).toHaveLength(2);
  await deleteTimes();
  expect(await replyCountsBetween('2026-11-01', '2026-11-30')).toEqual([]);
});

it('remembers which replies a customer has had, on this site and no other', async () => {
  await storeSentReply({ site: 's', customerKey: 'k', reply: 'p/a', at: 1000 });
  await storeSentReply({ site: 's', customerKey: 'k', reply: 'p/a', at: 5000 });
  await storeSentReply({ site: 's', customerKey: 'k2', reply: 'p/b', at: 3000 });
  expect(await repliesSentTo('s', 'k')).toEqual([{ site: 's', customerKey: 'k', reply: 'p/a', count: 2, at: 5000 }]);
  expect(await repliesSentTo('other', 'k')).toEqual([]);
  await pruneTimes(4000);
  expect(await repliesSentTo('s', 'k2')).toEqual([]);
  expect(await repliesSentTo('s', 'k')).toHaveLength(1);
});
