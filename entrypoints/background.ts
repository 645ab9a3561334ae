import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { z } from 'zod';
import { watchPackOrigins } from '../access/pack-origins';
import { grantedOrigins, syncRegistration } from '../access/registration';
import { createTexts } from '../locales';
import { sentenceOf } from '../locales/fault';
import { redrawCounts, showWaits } from '../messaging/calls';
import { DUE, DUE_PAGE, remind } from '../messaging/reminders';
import { HANDOVER, HANDOVER_PAGE } from '../messaging/handover-reminder';
import { handlers } from '../messaging/handlers';
import { forgetPackData } from '../messaging/pack-data';
import { languageInUse } from '../messaging/language';
import { notifyTabs } from '../messaging/notify';
import { serve } from '../messaging/serve';
import { pruneTimes } from '../storage/activity';
import { forgetClocks, pruneClocks } from '../storage/clocks';
import { watchDue } from '../storage/due-revision';
import { watchExceptions } from '../storage/exceptions';
import { BIN_FOR, emptyBin } from '../storage/pack-bin';
import { pruneFiles } from '../storage/keep-files';
import { watchPacks } from '../storage/packs';
import { forgetSent } from '../storage/sent';
import { followSubscriptions } from '../subscriptions/watch';
import { lockWhenIdle } from '../storage/vault';
import { readSettings, watchSettings } from '../storage/settings';
import { watchSites } from '../storage/sites';

// Zod's compiler probes `Function`, which an extension's CSP forbids.
z.config({ jitless: true });

const DAY = 86_400_000;
/** Packs count as changed when nothing more changes for so long, ms. */
const PACKS_QUIET = 250;

/** Lets times and files go that are older than the user wants them, or the running clocks and the sent messages when none are wanted, and what lay in the bin for long. */
async function keepHouse(): Promise<void> {
  const { keepTimes, keepDays, keepFiles } = await readSettings();
  if (!keepTimes) await Promise.all([forgetClocks(), forgetSent()]);
  await pruneTimes(Date.now() - keepDays * DAY);
  await pruneFiles(keepFiles, Date.now());
  await emptyBin(Date.now() - BIN_FOR);
  await pruneClocks(Date.now() - 7 * DAY);
}

export default defineBackground(() => {
  serve(handlers, async (fault) => sentenceOf(createTexts(await languageInUse()).t, fault));

  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await syncRegistration(await grantedOrigins());
    if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/workbench.html#/sites') });
  });
  browser.runtime.onStartup.addListener(() => syncRegistration([]));
  browser.permissions.onAdded.addListener(({ origins = [] }) => syncRegistration(origins));
  browser.permissions.onRemoved.addListener(async ({ origins = [] }) => {
    await syncRegistration([]);
    await notifyTabs({ notice: 'site-off', origins });
  });
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === 'reply-search') await notifyTabs({ notice: 'reply-search' }, tab?.id);
  });
  watchSettings(async () => {
    await keepHouse();
    await redrawCounts();
    await remindNow();
    await notifyTabs({ notice: 'changed' });
  });
  watchExceptions(() => notifyTabs({ notice: 'changed' }));
  let packsChanged: ReturnType<typeof setTimeout> | undefined;
  watchPacks(() => {
    forgetPackData();
    // A row of edits reaches the panels at once.
    clearTimeout(packsChanged);
    packsChanged = setTimeout(() => void notifyTabs({ notice: 'packs-changed' }), PACKS_QUIET);
  });
  watchPackOrigins(async (now, before) => {
    await syncRegistration(await grantedOrigins());
    const off = now.filter((origin) => !before.includes(origin));
    if (off.length > 0) await notifyTabs({ notice: 'site-off', origins: off });
  });
  followSubscriptions();
  lockWhenIdle();
  const remindNow = async () => remind(await languageInUse());
  watchDue(() => void remindNow());
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === DUE || alarm.name === HANDOVER) void remindNow();
  });
  // There only once the permission was given.
  browser.notifications?.onClicked.addListener((id) => {
    if (id === DUE) void browser.tabs.create({ url: browser.runtime.getURL(DUE_PAGE) });
    if (id === HANDOVER) void browser.tabs.create({ url: browser.runtime.getURL(HANDOVER_PAGE) });
    // The tab may have closed meanwhile.
    void showWaits(id).catch(() => {});
  });
  watchSites(() => notifyTabs({ notice: 'sites-changed' }));
  // The browser stops an idle worker and starts it many times a day: no alarm is needed.
  void keepHouse();
  // Alarms may be lost with the browser; what is due is not.
  void remindNow();
});
