import { putPicker } from '../access/inject';
import { hostOf, originPattern } from '../access/origins';
import { notifyTabs } from './notify';
import { Fault } from '../locales/fault';
import { readSettings } from '../storage/settings';
import { profilesFor, putSite } from '../storage/sites';
import { languageInUse } from './language';
import type { Handlers } from './serve';

/** What the background does about site profiles and the picker. */
export const siteHandlers: Pick<Handlers, 'site.profiles' | 'site.keep' | 'picker.load' | 'picker.begin' | 'picker.front'> = {
  'site.profiles': async (_, { url }) => ({ profiles: await profilesFor(url) }),
  'site.keep': async ({ profile }, { url }) => {
    const origin = originPattern(url);
    if (!origin) throw new Fault('not-allowed');
    const id = `picked-${hostOf(origin).replace(/[^\w.-]/g, '-')}`.slice(0, 60);
    await putSite({ ...profile, id, match: [origin] });
    return {};
  },
  'picker.load': async (_, { tabId, frameId }) => {
    if (tabId === null) throw new Fault('not-allowed');
    await putPicker(tabId, frameId);
    return {};
  },
  'picker.begin': async (_, { site }) => ({ site, language: await languageInUse(), theme: (await readSettings()).theme }),
  'picker.front': async (front, { tabId }) => {
    if (tabId !== null) await notifyTabs({ notice: 'picker-front', ...front }, tabId);
    return {};
  },
};
