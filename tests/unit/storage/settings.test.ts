import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, keepPlacement, readPlacement, readSettings } from '../../../storage/settings';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('keeps what is not changed, also when two changes come at once', async () => {
    await Promise.all([changeSettings({ agentName: '小李' }), changeSettings({ theme: 'dark' })]);
    expect(await readSettings()).toMatchObject({ agentName: '小李', theme: 'dark', targetMs: 20_000 });
  });

  it('takes a damaged value for one that is not set', async () => {
    await fakeBrowser.storage.local.set({ settings: { theme: 'pink', agentName: 'Lee', targetMs: 'soon' } });
    expect(await readSettings()).toMatchObject({ theme: 'auto', agentName: 'Lee', targetMs: 20_000 });
  });
});

it('remembers the panel’s place for each site', async () => {
  const left = { side: 'left', folded: true, at: { x: 4, y: 5 } } as const;
  await Promise.all([keepPlacement('a', left), keepPlacement('b', { ...left, folded: false })]);
  expect(await readPlacement('a')).toEqual(left);
  expect((await readPlacement('b')).folded).toBe(false);
  expect(await readPlacement('new')).toEqual({ side: 'right', folded: false, at: null });
});
