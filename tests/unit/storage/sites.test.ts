import { beforeEach, describe, expect, it } from 'vitest';
import { siteProfileSchema } from '../../../chat/sites/profile';
import type { SiteProfile } from '../../../chat/sites/profile';
import { database } from '../../../storage/database';
import { changeSite, profilesFor, putSite, removeSite, restoreSite, storedSites } from '../../../storage/sites';

const profileOf = (id: string, match: string[]): SiteProfile =>
  siteProfileSchema.parse({
    format: 'chatside-site',
    version: 1,
    id,
    name: { 'zh-CN': id, en: id },
    match,
    liveTested: true,
    confidence: 'medium',
    sources: { picked: { where: 'picked', date: '2026-11-24' } },
    composer: [{ css: 'textarea', from: 'picked', confidence: 'medium' }],
    quirks: { enter: 'unknown' },
  });
const idsFor = async (url: string) => (await profilesFor(url)).map(({ id }) => id);

beforeEach(() => database.sites.clear());

describe('profiles for a page', () => {
  it('of one’s own come before the built-in ones of the host', async () => {
    expect(await idsFor('https://mms.pinduoduo.com/chat-merchant/index.html')).toEqual(['pinduoduo']);
    await putSite(profileOf('ours', ['https://mms.pinduoduo.com/*']));
    await putSite(profileOf('later', ['https://*.pinduoduo.com/*']));
    await putSite(profileOf('elsewhere', ['https://example.org/*']));
    expect(await idsFor('https://mms.pinduoduo.com/other')).toEqual(['later', 'ours', 'pinduoduo']);
  });

  it('where none names the host, are those that know their console by a marker', async () => {
    const marked = await idsFor('https://help.example.com/');
    expect(marked).toContain('zammad');
    expect(marked).not.toContain('pinduoduo');
    await putSite(profileOf('ours', ['https://help.example.com/*']));
    expect(await idsFor('https://help.example.com/inbox')).toEqual(['ours']);
  });

  it('leave out what is turned off or taken away, until it is put back', async () => {
    await putSite(profileOf('ours', ['https://example.org/*']));
    await changeSite('ours', { on: false });
    expect(await idsFor('https://example.org/')).not.toContain('ours');
    await changeSite('ours', { on: true, name: '大促后台' });
    expect((await profilesFor('https://example.org/'))[0]?.name).toEqual({ 'zh-CN': '大促后台', en: '大促后台' });
    const removed = await removeSite('ours');
    expect(await idsFor('https://example.org/')).not.toContain('ours');
    if (removed) await restoreSite(removed);
    expect((await profilesFor('https://example.org/'))[0]?.name.en).toBe('大促后台');
  });

  it('name a damaged one and go on without it', async () => {
    await putSite(profileOf('ours', ['https://example.org/*']));
    await database.sites.put({ id: 'broken', on: true, addedAt: 1, changedAt: 1, profile: { id: 'broken' } } as never);
    expect(await storedSites()).toMatchObject({ records: [{ id: 'ours' }], faults: [{ table: 'sites', id: 'broken' }] });
    expect(await idsFor('https://example.org/')).toEqual(['ours']);
  });
});
