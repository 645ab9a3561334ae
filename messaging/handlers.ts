import { browser } from 'wxt/browser';
import { countReplyUse, replyUsesOf, storeHold, storeWaits } from '../storage/activity';
import { findCustomer, readFile } from '../storage/files';
import { addNote } from '../storage/notes';
import { keepClock, takeClock } from '../storage/clocks';
import type { ClockPlace } from '../storage/clocks';
import { keepDraft, readOpenDraft } from '../storage/drafts-on';
import { addException, excusesOf, withdrawException } from '../storage/exceptions';
import { inFile, readPicture, thumbnailsOf } from '../storage/pictures';
import { countReply } from '../storage/reply-counts';
import { storeSent } from '../storage/sent';
import { repliesSentTo, storeSentReply } from '../storage/sent-replies';
import { keepPlacement, readPlacement, readSettings } from '../storage/settings';
import { showCount, tellOf } from './calls';
import { viewOf } from './customer-view';
import { Fault } from '../locales/fault';
import { languageInUse } from './language';
import { browserSession } from './browser-session';
import { repliesOfPacks, wordsOfPacks } from './pack-data';
import type { Handlers, Sender } from './serve';
import { siteHandlers } from './site-handlers';

const PANEL_FILE = '/panel.js';

async function placeOf({ site, tabId, frameId }: Sender): Promise<ClockPlace> {
  return { site, tab: tabId ?? -1, frame: frameId, session: await browserSession() };
}

async function openTabs(): Promise<Set<number>> {
  return new Set((await browser.tabs.query({})).flatMap(({ id }) => id ?? []));
}

/** What the background does for each message. */
export const handlers: Handlers = {
  'panel.load': async (_, { tabId, frameId }) => {
    if (tabId === null) throw new Fault('not-allowed');
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [PANEL_FILE] });
    return {};
  },
  ...siteHandlers,
  'panel.begin': async (_, sender) => {
    const { site } = sender;
    const [settings, language, placement, uses, clock, excuses] = await Promise.all([
      readSettings(),
      languageInUse(),
      readPlacement(site),
      replyUsesOf(site),
      takeClock(await placeOf(sender), await openTabs()),
      excusesOf(site),
    ]);
    const { theme, agentName, shopName, words: wordSettings } = settings;
    const targetMs = settings.targets[site] ?? settings.targetMs;
    const calls = { title: settings.callByTitle, sound: settings.callBySound };
    return { site, language, theme, agentName, shopName, targetMs, calls, wordSettings, excuses, placement, uses, clock };
  },
  'panel.packs': wordsOfPacks,
  'panel.replies': repliesOfPacks,
  'panel.place': async ({ placement }, { site }) => {
    await keepPlacement(site, placement);
    return {};
  },
  'customer.view': async ({ key }, { site }) => {
    const customer = await findCustomer(site, key);
    return viewOf(customer && (await readFile(customer.id)));
  },
  'note.add': async ({ customer: who, text }, { site }) => {
    const { agentName } = await readSettings();
    return viewOf(await addNote({ site, ...who }, text, agentName));
  },
  'waits.store': async ({ waits, forget }, { site }) => {
    if ((await readSettings()).keepTimes) await storeWaits(waits.map((wait) => ({ ...wait, site })), site, forget);
    return {};
  },
  'waits.count': async ({ waiting, late }, { tabId, frameId }) => {
    if (tabId !== null) await showCount(tabId, frameId, { waiting, late });
    return {};
  },
  'waits.alert': async ({ late }, { site, tabId }) => tellOf(site, tabId, late, await languageInUse()),
  'clock.keep': async ({ state }, sender) => {
    if ((await readSettings()).keepTimes) await keepClock(await placeOf(sender), state);
    return {};
  },
  'hold.store': async (hold, { site }) => {
    const { keepTimes, agentName: author } = await readSettings();
    // A message that must not go out is released for a reason, which is kept whether times are or not.
    if (keepTimes) await storeHold({ ...hold, site, author, at: Date.now() });
    else if (hold.why) await storeHold({ ...hold, customerKey: '', site, author, at: Date.now() });
    return {};
  },
  'exception.store': async (exception, { site }) => {
    const { agentName: author } = await readSettings();
    const id = await addException({ ...exception, site, author, at: Date.now() });
    return { id, excuses: await excusesOf(site) };
  },
  'exception.withdraw': async ({ id }, { site }) => {
    await withdrawException(site, id);
    return { excuses: await excusesOf(site) };
  },
  'sent.store': async ({ text }, { site }) => {
    if ((await readSettings()).keepTimes) await storeSent(site, text, Date.now());
    return {};
  },
  'reply.used': async ({ reply }, { site }) => {
    const { keepTimes } = await readSettings();
    await countReplyUse(site, reply, keepTimes);
    if (keepTimes) await countReply(reply, 'used', Date.now());
    return {};
  },
  'reply.outcome': async ({ reply, outcome, customerKey }, { site }) => {
    if (!(await readSettings()).keepTimes) return {};
    const at = Date.now();
    await countReply(reply, outcome, at);
    if (customerKey !== null) await storeSentReply({ site, customerKey, reply, at });
    return {};
  },
  'reply.had': async ({ key }, { site }) => ({ replies: await repliesSentTo(site, key) }),
  'picture.thumbnails': async ({ pictures }) => ({ thumbnails: await thumbnailsOf(pictures) }),
  'picture.read': async ({ pack, id }) => {
    const picture = await readPicture(pack, id);
    return { picture: picture && (await inFile(picture)) };
  },
  'typed.keep': async ({ key, writer, text }, { site }) => {
    await keepDraft({ site, key }, 'note', text, writer);
    return {};
  },
  'typed.read': async ({ key }, { site }) => ({ text: await readOpenDraft({ site, key }, 'note') }),
};
