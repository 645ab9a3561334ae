import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readManaged } from '../../../storage/managed';
import { changeSettings, readSettings } from '../../../storage/settings';

beforeEach(() => fakeBrowser.reset());

it('holds the administrator’s locked settings over one’s own, and these over the defaults', async () => {
  await changeSettings({ targetMs: 5000, shopName: '小店' });
  await fakeBrowser.storage.managed.set({ locked: { targetMs: 15_000 }, defaults: { shopName: '总店', keepDays: 90 } });
  expect(await readSettings()).toMatchObject({ targetMs: 15_000, shopName: '小店', keepDays: 90 });
  // What somebody set stays theirs, for when the policy is gone.
  await changeSettings({ agentName: '小李' });
  await fakeBrowser.storage.managed.clear();
  expect(await readSettings()).toMatchObject({ targetMs: 5000, keepDays: 400, agentName: '小李' });
});

it('passes over what a policy has wrong, and takes the rest', async () => {
  const fingerprint = 'AB '.repeat(32);
  await fakeBrowser.storage.managed.set({
    subscriptions: [{ url: 'ftp://x' }, { url: 'https://packs.example/a.json', fingerprint }, 7],
    locked: { targetMs: 'soon', keepTimes: false },
  });
  expect(await readManaged()).toEqual({
    subscriptions: [{ url: 'https://packs.example/a.json', fingerprint: 'ab'.repeat(32) }],
    locked: { keepTimes: false },
    defaults: {},
  });
});

it('sets the switches for banned words for a team; a level that is none is left out', async () => {
  await changeSettings({ words: { categories: { adlaw: 'off' }, sites: {}, patternsOff: [], allowedDomains: [] } });
  await fakeBrowser.storage.managed.set({ locked: { words: { categories: { adlaw: 'block' }, sites: { 'im.example': { taboo: 'maybe' } } } } });
  expect((await readSettings()).words).toEqual({ categories: { adlaw: 'block' }, sites: {}, patternsOff: [], allowedDomains: [] });
});
