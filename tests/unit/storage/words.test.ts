import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteTimes, pruneTimes } from '../../../storage/activity';
import { database } from '../../../storage/database';
import {
  acceptExceptions, addException, allExceptions, excusesOf, putExceptions, removeExceptions, watchExceptions, withdrawException,
} from '../../../storage/exceptions';
import { KEPT_MESSAGES, sentMessages, storeSent } from '../../../storage/sent';
import { readSettings } from '../../../storage/settings';
import { storedPacks } from '../../../storage/packs';
import { changeWords, emptyOwnList, OWN_LIST, wordListsOf } from '../../../storage/word-lists';
import { packOf } from '../banned-words/packs';

beforeEach(async () => {
  fakeBrowser.reset();
  await database.delete();
  await database.open();
});

const exception = {
  site: 'a.example', term: '最低价', category: 'adlaw', level: 'warn' as const, pack: 'p',
  found: '最低价', text: '活动期间最低价哦', whole: false, author: '小李', at: 5,
};

describe('“not a fault here”', () => {
  it('holds on its own site, is stored once, and tells of each change', async () => {
    let told = 0;
    const unwatch = watchExceptions(() => void told++);
    const id = await addException(exception);
    expect(await addException({ ...exception, at: 9 })).toBe(id);
    expect(await excusesOf('a.example')).toEqual([{ term: '最低价', text: '活动期间最低价哦', whole: false, accepted: false }]);
    expect(await excusesOf('b.example')).toEqual([]);
    expect((await allExceptions()).records).toMatchObject([{ author: '小李', at: 5 }]);
    expect(told).toBe(2);
    unwatch();
  });

  it('is accepted by the lead; the agent takes back only what is not', async () => {
    const id = await addException(exception);
    await acceptExceptions([id], true);
    expect(await excusesOf('a.example')).toMatchObject([{ accepted: true }]);
    await withdrawException('a.example', id);
    expect(await excusesOf('a.example')).toHaveLength(1);
    await acceptExceptions([id], false);
    await withdrawException('b.example', id);
    expect(await excusesOf('a.example')).toHaveLength(1);
    await withdrawException('a.example', id);
    expect(await excusesOf('a.example')).toEqual([]);
  });

  it('is taken back by the lead, and put back', async () => {
    const removed = await removeExceptions([await addException(exception)]);
    expect((await allExceptions()).records).toEqual([]);
    await putExceptions(removed);
    expect((await allExceptions()).records).toEqual(removed);
  });
});

describe('sent messages', () => {
  it('are the last 1,000, latest first', async () => {
    for (let n = 0; n < KEPT_MESSAGES + 5; n++) await storeSent('s', `第 ${n} 条`, n);
    const kept = await sentMessages();
    expect(kept).toHaveLength(KEPT_MESSAGES);
    expect([kept[0]?.text, kept.at(-1)?.text]).toEqual([`第 ${KEPT_MESSAGES + 4} 条`, '第 5 条']);
  });

  it('go with the times', async () => {
    await storeSent('s', '早', 10);
    await storeSent('s', '晚', 20);
    await pruneTimes(15);
    expect(await sentMessages()).toMatchObject([{ text: '晚' }]);
    await deleteTimes();
    expect(await sentMessages()).toEqual([]);
  });
});

it('a damaged switch does not take the others with it', async () => {
  await fakeBrowser.storage.local.set({
    settings: { words: { categories: { adlaw: 'maybe' }, sites: { 'a.example': { adlaw: 'off' } }, allowedDomains: ['x.example'] } },
  });
  expect((await readSettings()).words).toEqual({
    categories: {}, sites: { 'a.example': { adlaw: 'off' } }, patternsOff: [], allowedDomains: ['x.example'],
  });
});

describe('a list of words', () => {
  const word = { term: '最美', category: 'adlaw', level: 'warn' as const, reason: 'r' };
  const own = emptyOwnList('zh-CN');
  const termsOf = async (id: string) => (await storedPacks()).find((pack) => pack.id === id)?.pack.words?.map(({ term }) => term);

  it('of one’s own is made by its first entry, changed, and goes with the undo of the first', async () => {
    const undoFirst = await changeWords(own, (words) => [word, ...words]);
    const undo = await changeWords(own, (words) => [{ ...word, term: '最亮' }, ...words]);
    expect(await termsOf(OWN_LIST)).toEqual(['最亮', '最美']);
    await undo();
    expect(await termsOf(OWN_LIST)).toEqual(['最美']);
    await undoFirst();
    expect(await termsOf(OWN_LIST)).toBeUndefined();
  });

  it('refuses a word that does not fit, and changes nothing', async () => {
    await changeWords(own, () => [word]);
    await expect(changeWords(own, (words) => [...words, { ...word, term: '' }])).rejects.toThrow();
    expect(await termsOf(OWN_LIST)).toEqual(['最美']);
  });

  it('that is built in is shown as its copy once there is one; own ones come first', () => {
    const pack = (id: string, language: 'zh-CN' | 'en' = 'zh-CN') => packOf([word], { id, language });
    const stored = (id: string, on: boolean) => ({ id, on, origin: 'own' as const, addedAt: 0, changedAt: 0, pack: pack(id) });
    const lists = wordListsOf([pack('en', 'en'), pack('b'), pack('c')], [stored('b', false), stored('mine', true)], ['c'], 'zh-CN');
    expect(lists.map(({ pack: { id }, origin, on }) => [id, origin, on])).toEqual([
      ['mine', 'own', true],
      ['b', 'copy', false],
      ['c', 'builtIn', false],
      ['en', 'builtIn', true],
    ]);
  });
});
