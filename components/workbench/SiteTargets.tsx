import { useState } from 'react';
import { useTexts } from '../../locales/context';
import { hostIn } from './host-in';

interface Props {
  /** Longest wait by host name, ms. */
  targets: Record<string, number>;
  /** For a new row, ms. */
  usual: number;
  /** Set by an administrator, not to be changed here. */
  locked: boolean;
  onChange(targets: Record<string, number>): void;
}

/** The longest wait on single sites. */
export function SiteTargets({ targets, usual, locked, onChange }: Props) {
  const { t } = useTexts();
  const [host, setHost] = useState('');
  const add = () => {
    const site = hostIn(host);
    if (!site) return;
    onChange({ ...targets, [site]: usual });
    setHost('');
  };
  return (
    <fieldset className="settings" disabled={locked}>
      <legend>{t('workbench.siteTargets')}</legend>
      {Object.entries(targets).map(([site, ms]) => (
        <div key={site} className="line">
          <label>
            {t('workbench.siteTarget', { site })}
            <input
              type="number"
              min={1}
              max={86_400}
              defaultValue={ms / 1000}
              onChange={({ target }) => {
                if (target.validity.valid && target.value) onChange({ ...targets, [site]: Math.round(target.valueAsNumber * 1000) });
              }}
            />
          </label>
          <button type="button" onClick={() => onChange(Object.fromEntries(Object.entries(targets).filter(([one]) => one !== site)))}>
            {t('workbench.remove')}
          </button>
        </div>
      ))}
      <div className="line">
        <label>
          {t('workbench.siteHost')}
          <input value={host} maxLength={253} onChange={({ target }) => setHost(target.value)} />
        </label>
        <button type="button" onClick={add}>
          {t('workbench.addTarget')}
        </button>
      </div>
    </fieldset>
  );
}
