import { useState } from 'react';
import { useTexts } from '../../locales/context';
import type { LevelOrOff, WordSettings } from '../../banned-words';
import { categoryName } from '../category';
import { hostIn } from '../workbench/host-in';
import { siteName } from './names';

interface Props {
  settings: Required<WordSettings>;
  categories: string[];
  /** Sites to choose from; others may be typed. */
  sites: string[];
  locked: boolean;
  onChange(change: Partial<WordSettings>): void;
}

const levels = ['block', 'warn', 'advise', 'off'] as const;

type Levels = Record<string, LevelOrOff>;

function withLevel(levelsNow: Levels, category: string, level: string): Levels {
  const { [category]: _, ...others } = levelsNow;
  const chosen = levels.find((one) => one === level);
  return chosen ? { ...others, [category]: chosen } : others;
}

/** The level of each category, on all sites and on single ones. */
export function SwitchTable({ settings, categories, sites, locked, onChange }: Props) {
  const { t } = useTexts();
  const [host, setHost] = useState('');
  const ofSites = Object.keys(settings.sites);
  const nameOf = (site: string) => siteName(t, site);
  const add = () => {
    const site = hostIn(host);
    if (!site) return;
    onChange({ sites: { ...settings.sites, [site]: settings.sites[site] ?? {} } });
    setHost('');
  };
  const cell = (category: string, site: string, now: Levels, onLevel: (levels: Levels) => void, unset: string) => (
    <td key={site}>
      <select
        aria-label={t('wordlists.switchOf', { category: categoryName(t, category), site: site || t('wordlists.allSites') })}
        data-chatside="switch"
        data-category={category}
        data-site={site}
        value={now[category] ?? ''}
        onChange={({ target }) => onLevel(withLevel(now, category, target.value))}
      >
        <option value="">{unset}</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            {level === 'off' ? t('wordlists.off') : t(`level.${level}`)}
          </option>
        ))}
      </select>
    </td>
  );
  return (
    <fieldset className="plain-set" disabled={locked}>
      <legend>{t('wordlists.categorySwitches')}</legend>
      <div className="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('lists.category')}</th>
              <th scope="col">{t('wordlists.allSites')}</th>
              {ofSites.map((site) => (
                <th key={site} scope="col">
                  {nameOf(site)}{' '}
                  <button
                    type="button"
                    className="plain icon"
                    aria-label={t('wordlists.removeSite', { site: nameOf(site) })}
                    onClick={() => onChange({ sites: Object.fromEntries(Object.entries(settings.sites).filter(([one]) => one !== site)) })}
                  >
                    ×
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((category) => (
              <tr key={category}>
                <th scope="row">{categoryName(t, category)}</th>
                {cell(category, '', settings.categories, (all) => onChange({ categories: all }), t('wordlists.asListed'))}
                {ofSites.map((site) =>
                  cell(category, site, settings.sites[site] ?? {}, (one) => onChange({ sites: { ...settings.sites, [site]: one } }), t('wordlists.asAllSites')),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="line">
        <label>
          {t('wordlists.addSite')} — {t('wordlists.siteHost')}
          <input list="switch-sites" value={host} maxLength={253} onChange={({ target }) => setHost(target.value)} />
        </label>
        <datalist id="switch-sites">
          {sites.filter((site) => !ofSites.includes(site)).map((site) => (
            <option key={site} value={site}>
              {nameOf(site)}
            </option>
          ))}
        </datalist>
        <button type="button" onClick={add}>
          {t('wordlists.addSiteButton')}
        </button>
      </div>
    </fieldset>
  );
}
