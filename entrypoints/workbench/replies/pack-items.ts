import { browser } from 'wxt/browser';
import type { PackItem } from '../../../components/workbench/replies/view';
import { languageOf } from '../../../locales';
import type { Pack } from '../../../packs/format';
import { builtInPacks, storedHeads, whole } from '../../../storage/packs';
import type { StoredPack } from '../../../storage/records-packs';
import { countRows } from '../../../storage/reply-shelves';
import { readSettings } from '../../../storage/settings';

/** Packs that hold replies, or nothing yet; word lists have their own page. */
const holdsReplies = (pack: Pack, replies: number) => replies > 0 || !pack.words?.length;

/**
 * Every pack of replies: one's own first, and those in the reader's language before the others.
 * @param counts how many replies packs have, by id; what is missing is counted and put in
 */
export async function readPackItems(counts: Map<string, number>): Promise<PackItem[]> {
  const [builtIn, stored, settings] = await Promise.all([builtInPacks(), storedHeads(), readSettings()]);
  const { packsOff } = settings;
  for (const { id, pack } of stored) if (!counts.has(id)) counts.set(id, pack.replies?.length ?? (await countRows(id)));
  const own = stored.map((head) => ({ head, replies: counts.get(head.id) ?? 0 }));
  const names = new Set(builtIn.map(({ id }) => id));
  const replaced = new Set(stored.map(({ id }) => id));
  const items = own
    .filter(({ head, replies }) => holdsReplies(head.pack, replies))
    .map(({ head: { id, origin, on, pack }, replies }): PackItem => ({ id, name: pack.name, language: pack.language, origin, on, replies, edited: names.has(id) }));
  const others = builtIn
    .filter((pack) => pack.replies && !replaced.has(pack.id))
    .map(({ id, name, language, replies }): PackItem => ({ id, name, language, origin: 'built-in', on: !packsOff.includes(id), replies: replies?.length ?? 0, edited: false }));
  const { language } = settings;
  const reading = language ?? languageOf(browser.i18n.getUILanguage());
  return [...items, ...others.sort((a, b) => Number(b.language === reading) - Number(a.language === reading))];
}

/** A new pack's record, without replies. */
export function newHead(pack: Pack, origin: 'own' | 'file' = 'own'): StoredPack {
  const now = Date.now();
  const { replies: _, pictures: _pictures, ...rest } = pack;
  return { id: pack.id, origin, on: true, addedAt: now, changedAt: now, pack: rest };
}

/** Abbreviations of the other packs in use, in lower case, with the title of their reply. */
export async function takenElsewhere(open: string): Promise<Map<string, string>> {
  const [builtIn, stored, { packsOff }] = await Promise.all([builtInPacks(), storedHeads(), readSettings()]);
  const off = new Set([...packsOff, open, ...stored.map(({ id }) => id)]);
  const language = (stored.find(({ id }) => id === open)?.pack ?? builtIn.find(({ id }) => id === open))?.language;
  const others = [...(await Promise.all(stored.filter(({ id, on }) => on && id !== open).map(whole))).map(({ pack }) => pack), ...builtIn.filter(({ id }) => !off.has(id))];
  const taken = new Map<string, string>();
  for (const pack of others) {
    // An abbreviation is meant for one language: the agent's own packs go first.
    if (pack.language !== language) continue;
    for (const { abbreviation, title } of pack.replies ?? []) if (abbreviation) taken.set(abbreviation.toLowerCase(), title);
  }
  return taken;
}
