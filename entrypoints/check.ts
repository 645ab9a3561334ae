import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { checkPage } from '../chat/sites/check';
import type { FrameCheck } from '../chat/sites/check-result';
import { getBridge } from '../panel/bridge';
import { profilesHere } from '../panel/profiles-here';

/** Checks the frame that it is put into, once; `access/inject.ts` takes what it returns. */
export default defineUnlistedScript(async (): Promise<FrameCheck> => {
  const found = getBridge()?.found ?? null;
  return {
    address: `${location.host}${location.pathname}`,
    attached: found && { site: found.site, fallback: found.fallback },
    ...checkPage(document, await profilesHere()),
  };
});
