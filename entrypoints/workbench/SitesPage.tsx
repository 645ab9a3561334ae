import { useLiveQuery } from '../../storage/use-live';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { hostOf } from '../../access/origins';
import { turnOff, turnOn, watchPackOrigins } from '../../access/pack-origins';
import { grantedOrigins } from '../../access/registration';
import { builtInSites } from '../../chat/sites';
import type { SiteProfile } from '../../chat/sites/profile';
import { SiteList } from '../../components/workbench/SiteList';
import type { SiteRow } from '../../components/workbench/SiteList';
import { useTexts } from '../../locales/context';
import { OpenPages } from './OpenPages';
import { OwnSitesPart } from './OwnSitesPart';
import { storedSites } from '../../storage/sites';
import { givesPacks } from '../../storage/subscriptions';

/** Known consoles and one's own, one row for each host that may be granted by itself. */
function rowsOf(language: 'zh-CN' | 'en', granted: string[], own: SiteProfile[]): SiteRow[] {
  const known = builtInSites.flatMap((profile): SiteRow[] => {
    const name = profile.name[language];
    const dates = Object.values(profile.sources).map((source) => source.date);
    const basis = { date: dates.filter((date) => date !== 'undated').toSorted().at(-1) ?? null };
    const origins = [...new Set(profile.match.map((pattern) => originOf(pattern)))];
    if (origins.length === 0) return [{ id: profile.id, origin: null, name, host: '', basis, on: false }];
    return origins.map((origin) => ({
      id: origin,
      origin,
      name,
      host: hostOf(origin),
      basis,
      on: granted.includes(origin),
    }));
  });
  const ownNames = new Map(own.flatMap(({ match, name }) => match.map((pattern) => [originOf(pattern), name[language]] as const)));
  const others = [...new Set([...granted, ...ownNames.keys()])]
    .filter((origin) => !known.some((row) => row.origin === origin))
    .map((origin) => ({ id: origin, origin, name: ownNames.get(origin) ?? hostOf(origin), host: hostOf(origin), basis: null, on: granted.includes(origin) }));
  return [...known, ...others];
}

/** The whole host of a match pattern: permission is granted by host, not by path. */
function originOf(pattern: string): string {
  const [scheme, rest = ''] = pattern.split('://');
  return `${scheme}://${rest.split('/')[0]}/*`;
}

/** The first-run page: which consoles Chatside may work in. */
export function SitesPage() {
  const { t, language } = useTexts();
  const [granted, setGranted] = useState<string[]>([]);
  const own = (useLiveQuery(storedSites, [])?.records ?? []).map(({ profile }) => profile);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    const read = () => void grantedOrigins().then(setGranted);
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    const unwatch = watchPackOrigins(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
      unwatch();
    };
  }, []);
  const turn = async (row: SiteRow) => {
    setRefused(null);
    if (!row.origin) return;
    if (row.on) await turnOff(row.origin, await givesPacks(row.origin));
    // Asked right in the click, as the browser demands.
    else if (!(await turnOn(row.origin))) setRefused(row.name);
  };
  return (
    <>
      <h1>{t('sites.welcome')}</h1>
      <p className="lead">{t('sites.intro')}</p>
      <p>
        <a href="/practice.html" target="_blank" rel="noreferrer">
          {t('sites.practice')}
        </a>
      </p>
      {refused && (
        <p className="status" role="alert">
          {t('sites.refused', { name: refused })}
        </p>
      )}
      <SiteList rows={rowsOf(language, granted, own)} onTurn={(row) => void turn(row)} />
      <p>{t('sites.other')}</p>
      <OwnSitesPart />
      <OpenPages granted={granted} />
    </>
  );
}
