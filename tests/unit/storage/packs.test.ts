import { beforeEach, describe, expect, it } from 'vitest';
import type { Pack, Reply } from '../../../packs/format';
import { database } from '../../../storage/database';
import { binPack, binnedPacks, emptyBin } from '../../../storage/pack-bin';
import type { StoredPack } from '../../../storage/records-packs';
import { doStep, readSteps, redoStep, undoStep } from '../../../storage/pack-steps';
import { changePack, putPacks, removePacks, storedHeads, storedPacks } from '../../../storage/packs';
import { readRows } from '../../../storage/reply-shelves';

beforeEach(async () => {
  await database.delete();
  await database.open();
});

const reply = (id: string, title = id): Reply => ({ id, title, group: '发货', bubbles: [`${title}？`] });
const many = (count: number) => Array.from({ length: count }, (_, index) => reply(`r${index}`));
function stored(id: string, replies: Reply[], origin: StoredPack['origin'] = 'own'): StoredPack {
  const pack: Pack = { format: 'chatside-pack', version: 1, id, name: id, language: 'zh-CN', release: '1', replies };
  return { id, origin, on: true, addedAt: 1, changedAt: 1, pack };
}
const titles = async (pack = 'a') => (await readRows(pack)).filter((row) => !row.binnedAt).map((row) => row.reply.title);
const edit = async (id: string, title: string, pack = 'a') => {
  const row = (await readRows(pack)).find((one) => one.reply.id === id);
  return doStep('edit', title, [{ pack, put: [{ reply: { ...reply(id), title }, at: row?.at ?? 0 }] }]);
};

describe('stored packs', () => {
  it('come back whole and in order, however many replies they have', async () => {
    const replies = many(500);
    await putPacks([stored('a', replies), stored('s', replies, 'subscription')]);
    const packs = await storedPacks();
    expect(packs.map(({ id }) => id)).toEqual(['a', 's']);
    for (const { pack } of packs) expect(pack.replies).toEqual(replies);
  });

  it('lose nothing when only their own record changes', async () => {
    await putPacks([stored('a', many(3))]);
    await changePack('a', (pack) => ({ ...pack, on: false }));
    expect(await storedPacks()).toMatchObject([{ on: false, pack: { replies: many(3) } }]);
  });

  it('come back from removal', async () => {
    await putPacks([stored('a', many(3))]);
    const removed = await removePacks(['a']);
    expect(await storedPacks()).toEqual([]);
    expect(await readRows('a')).toEqual([]);
    await putPacks(removed);
    expect(await titles()).toEqual(['r0', 'r1', 'r2']);
  });

  it('that came in one record are put on shelves by the first step', async () => {
    await database.packs.put(stored('a', many(3)));
    await edit('r9', 'new');
    expect(await titles()).toEqual(['new', 'r0', 'r1', 'r2']);
    expect((await database.packs.get('a'))?.pack.replies).toBeUndefined();
  });

  it('pass over a damaged row and keep it', async () => {
    await putPacks([stored('a', many(3))]);
    const shelf = (await database.replyShelves.toArray()).find(({ rows }) => rows[0]?.reply.id === 'r1');
    await database.replyShelves.put({ ...shelf!, rows: [{ ...shelf!.rows[0]!, at: 'x' as never }] });
    expect(await titles()).toEqual(['r0', 'r2']);
    await edit('r0', 'new');
    expect((await database.replyShelves.toArray()).flatMap(({ rows }) => rows)).toHaveLength(3);
  });
});

describe('a step', () => {
  beforeEach(() => putPacks([stored('a', many(4))]));

  it('is undone and done again', async () => {
    const { step } = await edit('r1', 'new');
    expect(await titles()).toEqual(['r0', 'new', 'r2', 'r3']);
    await undoStep(step.id);
    expect(await titles()).toEqual(['r0', 'r1', 'r2', 'r3']);
    expect(await undoStep(step.id)).toBeNull();
    await redoStep(step.id);
    expect(await titles()).toEqual(['r0', 'new', 'r2', 'r3']);
    await undoStep(step.id);
    expect(await titles()).toEqual(['r0', 'r1', 'r2', 'r3']);
  });

  it('is undone through a row of steps on the same reply', async () => {
    const first = await edit('r1', 'one');
    const second = await edit('r1', 'two');
    await undoStep(second.step.id);
    await undoStep(first.step.id);
    expect(await titles()).toEqual(['r0', 'r1', 'r2', 'r3']);
    await redoStep(first.step.id);
    await redoStep(second.step.id);
    expect(await titles()).toEqual(['r0', 'two', 'r2', 'r3']);
  });

  it('undone late leaves alone what was changed since', async () => {
    const load = await doStep('load', 'x.csv', [{ pack: 'a', put: [{ reply: reply('n1'), at: 5 }, { reply: reply('n2'), at: 6 }, { reply: reply('r0', 'loaded'), at: 1 }] }]);
    await edit('n1', 'edited');
    await edit('r0', 'edited');
    const undone = await undoStep(load.step.id);
    expect(undone?.kept).toBe(2);
    expect(await titles()).toEqual(['edited', 'r1', 'r2', 'r3', 'edited']);
    // Done again, it brings back what nothing else has changed.
    await redoStep(load.step.id);
    expect(await titles()).toEqual(['edited', 'r1', 'r2', 'r3', 'edited', 'n2']);
  });

  it('that deletes brings rows back, and takes them away again', async () => {
    const { step } = await doStep('bin', '', [{ pack: 'a', remove: ['r0', 'r1'] }]);
    expect(await titles()).toEqual(['r2', 'r3']);
    await undoStep(step.id);
    expect(await titles()).toEqual(['r0', 'r1', 'r2', 'r3']);
    await redoStep(step.id);
    expect(await titles()).toEqual(['r2', 'r3']);
  });

  it('that makes a pack takes it away again, but not what was put into it since', async () => {
    const { pack: { replies: _, ...pack }, ...rest } = stored('b', []);
    const make = () => doStep('pack', 'b', [{ pack: 'b', head: { ...rest, pack }, put: [{ reply: reply('x'), at: 1 }] }]);
    const first = await make();
    await undoStep(first.step.id);
    expect((await storedHeads()).map(({ id }) => id)).toEqual(['a']);
    await redoStep(first.step.id);
    expect(await titles('b')).toEqual(['x']);
    await undoStep(first.step.id);
    const second = await make();
    await doStep('add', 'y', [{ pack: 'b', put: [{ reply: reply('y'), at: 2 }] }]);
    await undoStep(second.step.id);
    expect(await titles('b')).toEqual(['y']);
    expect((await storedHeads()).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('that fails in the middle changes nothing', async () => {
    const bad = { reply: reply('r1', 'half'), at: 2, extra: () => 0 };
    await expect(doStep('edit', '', [{ pack: 'a', put: [{ reply: reply('r0', 'half'), at: 1 }] }, { pack: 'a', put: [bad] }])).rejects.toThrow();
    expect(await titles()).toEqual(['r0', 'r1', 'r2', 'r3']);
    expect(await readSteps()).toEqual([]);
  });

  it('ends what was undone before it', async () => {
    const first = await edit('r1', 'one');
    await undoStep(first.step.id);
    const second = await edit('r2', 'two');
    expect((await readSteps()).map(({ id }) => id)).toEqual([second.step.id]);
  });
});

describe('the bin', () => {
  it('lets go of what is older, which no step brings back', async () => {
    await putPacks([stored('a', many(3)), stored('b', many(2))]);
    const { step } = await doStep('bin', '', [{ pack: 'a', put: [{ reply: reply('r0'), at: 1, binnedAt: 100 }, { reply: reply('r1'), at: 2, binnedAt: 200 }] }]);
    expect(await titles()).toEqual(['r2']);
    await emptyBin(150);
    expect((await readRows('a')).map((row) => row.reply.id)).toEqual(['r1', 'r2']);
    expect((await undoStep(step.id))?.kept).toBe(1);
    expect(await titles()).toEqual(['r1', 'r2']);
  });

  it('takes whole packs and gives them back', async () => {
    await putPacks([stored('a', many(3)), stored('b', many(2))]);
    await binPack('b', true);
    expect((await storedPacks()).map(({ id }) => id)).toEqual(['a']);
    expect((await binnedPacks()).map(({ id }) => id)).toEqual(['b']);
    await binPack('b', false);
    expect(await titles('b')).toEqual(['r0', 'r1']);
    await binPack('b', true);
    await emptyBin();
    expect(await binnedPacks()).toEqual([]);
    expect(await readRows('b')).toEqual([]);
    expect(await titles('a')).toHaveLength(3);
  });
});
