import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askManaged, readManaged, watchManaged } from '../../../storage/managed';
import { changeSettings, readSettings } from '../../../storage/settings';

beforeEach(() => fakeBrowser.reset());

async function setPolicy(policy: Record<string, unknown>): Promise<void> {
  await fakeBrowser.storage.managed.set(policy);
  await askManaged();
}

it('answers with what the browser last told, and reports what it tells now', async () => {
  await setPolicy({ locked: { targetMs: 15_000 } });
  // As a browser that has just started: its policies are not there yet.
  let tell: (policy: unknown) => void = () => undefined;
  const silent = vi.spyOn(fakeBrowser.storage.managed, 'get').mockReturnValue(new Promise((done) => (tell = done)) as never);
  const asked = askManaged();
  expect(await readManaged()).toMatchObject({ locked: { targetMs: 15_000 } });
  const changed = new Promise<void>((done) => watchManaged(done));
  tell({ locked: { targetMs: 30_000 } });
  await Promise.all([asked, changed]);
  silent.mockRestore();
  expect(await readManaged()).toMatchObject({ locked: { targetMs: 30_000 } });
});

it('holds the administrator’s locked settings over one’s own, and these over the defaults', async () => {
  await changeSettings({ targetMs: 5000, shopName: '小店' });
  await setPolicy({ locked: { targetMs: 15_000 }, defaults: { shopName: '总店', keepDays: 90 } });
  expect(await readSettings()).toMatchObject({ targetMs: 15_000, shopName: '小店', keepDays: 90 });
  // What somebody set stays theirs, for when the policy is gone.
  await changeSettings({ agentName: '小李' });
  await fakeBrowser.storage.managed.clear();
  await askManaged();
  expect(await readSettings()).toMatchObject({ targetMs: 5000, keepDays: 400, agentName: '小李' });
});

it('passes over what a policy has wrong, and takes the rest', async () => {
  const fingerprint = 'AB '.repeat(32);
  await setPolicy({
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
  await setPolicy({ locked: { words: { categories: { adlaw: 'block' }, sites: { 'im.example': { taboo: 'maybe' } } } } });
  expect((await readSettings()).words).toEqual({ categories: { adlaw: 'block' }, sites: {}, patternsOff: [], allowedDomains: [] });
});
