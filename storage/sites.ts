import { storage } from 'wxt/utils/storage';
import { covers } from '../access/origins';
import { builtInSites } from '../chat/sites';
import type { SiteProfile } from '../chat/sites/profile';
import { database } from './database';
import { parseRecords } from './parse';
import type { Parsed } from './parse';
import { storedSiteSchema } from './records-sites';
import type { StoredSite } from './records-sites';

/** Changes with every change of a stored profile, so that the background learns of it. */
const revision = storage.defineItem<number>('local:sitesRevision', { fallback: 0 });

/** The profiles that were picked or loaded here, by age; damaged ones are named, and left alone. */
export async function storedSites(): Promise<Parsed<StoredSite>> {
  const parsed = parseRecords('sites', storedSiteSchema, await database.sites.toArray());
  return { ...parsed, records: parsed.records.toSorted((a, b) => a.addedAt - b.addedAt) };
}

/**
 * The profiles to try on a page, in this order: one's own for its host, the built-in ones for it,
 * and where no profile names the host, those that know their console by a marker on the page.
 */
export async function profilesFor(url: string): Promise<SiteProfile[]> {
  const { records } = await storedSites();
  const all = [...records.filter(({ on }) => on).map(({ profile }) => profile).toReversed(), ...builtInSites];
  const naming = all.filter(({ match }) => match.some((pattern) => covers(pattern, url)));
  return naming.length > 0 ? naming : all.filter(({ match }) => match.length === 0);
}

/** Stores a profile, in the place of the one with its id; what is not said of it stays. */
export async function putSite(profile: SiteProfile): Promise<void> {
  const changedAt = Date.now();
  await database.transaction('rw', database.sites, async () => {
    const known = await database.sites.get(profile.id);
    const site = { id: profile.id, on: true, addedAt: known?.addedAt ?? changedAt, changedAt, profile };
    await database.sites.put(storedSiteSchema.parse(site));
  });
  await touchSites();
}

/** Renames a stored profile, or turns it on or off. */
export async function changeSite(id: string, change: { name?: string; on?: boolean }): Promise<void> {
  const { name, ...rest } = change;
  await database.transaction('rw', database.sites, async () => {
    const site = await database.sites.get(id);
    if (!site) return;
    const profile = name === undefined ? site.profile : { ...site.profile, name: { 'zh-CN': name, en: name } };
    await database.sites.put(storedSiteSchema.parse({ ...site, ...rest, profile, changedAt: Date.now() }));
  });
  await touchSites();
}

/** Takes a stored profile away; what it returns puts it back with `restoreSite`. */
export async function removeSite(id: string): Promise<StoredSite | null> {
  const site = await database.transaction('rw', database.sites, async () => {
    const found = await database.sites.get(id);
    await database.sites.delete(id);
    return found ?? null;
  });
  await touchSites();
  return site;
}

/** Puts back what `removeSite` took away, as it was. */
export async function restoreSite(site: StoredSite): Promise<void> {
  await database.sites.put(site);
  await touchSites();
}

/** Tells the background, and through it the open pages, that profiles changed. */
async function touchSites(): Promise<void> {
  await revision.setValue((await revision.getValue()) + 1);
}

/** Calls back after each change of the stored profiles, from whichever page it came. */
export function watchSites(onChange: () => void): () => void {
  return revision.watch(onChange);
}
