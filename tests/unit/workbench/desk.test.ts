import { readdirSync, readFileSync } from 'node:fs';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { actionsOn } from '../../../entrypoints/workbench/replies/actions';
import { Desk } from '../../../entrypoints/workbench/replies/desk';
import { database } from '../../../storage/database';
import { readRows } from '../../../storage/reply-shelves';

/** The built-in packs as the build puts them beside the pages. */
beforeAll(() => {
  fakeBrowser.i18n.getUILanguage = () => 'en';
  vi.stubGlobal('fetch', async (url: URL) => {
    const [, name = ''] = /\/packs\/(.*)$/.exec(url.href) ?? [];
    const files = readdirSync('packs/built-in').filter((file) => file.endsWith('.json') && file.startsWith('replies'));
    return new Response(name === 'index.json' ? JSON.stringify(files) : readFileSync(`packs/built-in/${name}`));
  });
});
afterAll(() => vi.unstubAllGlobals());

let desk: Desk;
let act: ReturnType<typeof actionsOn>;
beforeEach(async () => {
  await database.delete();
  await database.open();
  desk = new Desk();
  act = actionsOn(desk, 'en');
  desk.start(null);
  await vi.waitFor(() => expect(desk.store.getState().rows).not.toBeNull());
});
afterEach(() => desk.end());

const shown = () => (desk.store.getState().rows ?? []).filter(({ binnedAt }) => binnedAt === undefined);
const titles = () => shown().map(({ reply }) => reply.title);
async function mine(...names: string[]): Promise<void> {
  await desk.create('Mine', 'en');
  for (const name of names) await act.save({ id: name, title: name, group: 'g', bubbles: [name] }, null);
}

it('does keys that follow fast one after another, each on what the last one left', async () => {
  await mine('a', 'b', 'c', 'd');
  await Promise.all([act.step(shown(), new Set('a'), 1), act.step(shown(), new Set('a'), 1)]);
  expect(titles()).toEqual(['b', 'c', 'a', 'd']);
  await Promise.all([desk.undo(), desk.undo()]);
  expect(titles()).toEqual(['a', 'b', 'c', 'd']);
  await Promise.all([desk.redo(), desk.redo()]);
  expect(titles()).toEqual(['b', 'c', 'a', 'd']);
});

it('has in memory what is on the disk, after each kind of step', async () => {
  await mine('a', 'b', 'c', 'd');
  const { open } = desk.store.getState();
  await act.group(shown().slice(1), 'h');
  await act.renameGroup('h', 'i');
  await act.bulk(shown(), { kind: 'tags', add: ['x'], remove: [] });
  await act.bin(shown().slice(0, 2));
  expect(titles()).toEqual(['c', 'd']);
  expect(desk.store.getState().rows).toEqual(await readRows(open ?? ''));
  for (let count = 0; count < 4; count += 1) await desk.undo();
  expect(shown().map(({ reply }) => [reply.group, reply.tags])).toEqual(Array.from({ length: 4 }, () => ['g', undefined]));
  expect(desk.store.getState().rows).toEqual(await readRows(open ?? ''));
});

it('copies a built-in pack with its first change, and goes back to the original', async () => {
  const before = titles();
  const first = shown()[0]!;
  await act.save({ ...first.reply, title: 'Changed' }, null);
  expect(desk.store.getState().packs?.[0]).toMatchObject({ origin: 'own', edited: true, replies: before.length });
  expect(titles()).toEqual(['Changed', ...before.slice(1)]);
  await desk.original('x');
  expect(titles()).toEqual(before);
  expect(await database.packs.count()).toBe(0);
  await desk.undo();
  expect(titles()[0]).toBe('Changed');
  await desk.undo();
  expect(titles()).toEqual(before);
  expect(await database.replyShelves.count()).toBe(0);
});

it('moves replies to another pack and back', async () => {
  await mine('a', 'b');
  const from = desk.store.getState().open ?? '';
  await desk.create('Other', 'en');
  const other = desk.store.getState().packs?.find(({ id }) => id === desk.store.getState().open);
  await desk.open(from);
  await act.bulk(shown().slice(0, 1), { kind: 'to', pack: other!, move: true });
  expect(titles()).toEqual(['b']);
  expect((await readRows(other!.id)).map(({ reply }) => reply.title)).toEqual(['a']);
  await desk.undo();
  expect(titles()).toEqual(['a', 'b']);
  expect(await readRows(other!.id)).toEqual([]);
});
