import { useState } from 'react';
import { useTexts } from '../../locales/context';
import type { Settings } from '../../storage/settings';
import { NumberField } from './NumberField';

interface Props {
  settings: Settings;
  /** Names of the settings that an administrator locked. */
  locked: ReadonlySet<string>;
  onChange(change: Partial<Settings>): void;
}

/** Language, theme, names, target; each is kept as it is changed. */
export function SettingsForm({ settings, locked, onChange }: Props) {
  const { t } = useTexts();
  return (
    <form className="settings" onSubmit={(event) => event.preventDefault()}>
      {locked.size > 0 && <p className="hint">{t('workbench.locked')}</p>}
      <label>
        {t('workbench.language')}
        <select
          value={settings.language ?? ''}
          disabled={locked.has('language')}
          onChange={({ target: { value } }) =>
            onChange({ language: value === 'en' || value === 'zh-CN' ? value : null })
          }
        >
          <option value="">{t('workbench.languageAuto')}</option>
          <option value="zh-CN" lang="zh-CN">
            简体中文
          </option>
          <option value="en" lang="en">
            English
          </option>
        </select>
      </label>
      <label>
        {t('workbench.theme')}
        <select
          value={settings.theme}
          onChange={({ target: { value } }) => onChange({ theme: value === 'light' || value === 'dark' ? value : 'auto' })}
        >
          <option value="auto">{t('workbench.themeAuto')}</option>
          <option value="light">{t('workbench.themeLight')}</option>
          <option value="dark">{t('workbench.themeDark')}</option>
        </select>
      </label>
      <TextField label={t('workbench.agentName')} value={settings.agentName} onChange={(agentName) => onChange({ agentName })} />
      <TextField label={t('workbench.shopName')} value={settings.shopName} locked={locked.has('shopName')} onChange={(shopName) => onChange({ shopName })} />
      <NumberField
        label={t('workbench.target')}
        value={settings.targetMs / 1000}
        min={1}
        max={86_400}
        locked={locked.has('targetMs')}
        tell="typing"
        onChange={(seconds) => onChange({ targetMs: seconds * 1000 })}
      />
    </form>
  );
}

function TextField({ label, value, locked = false, onChange }: { label: string; value: string; locked?: boolean; onChange(value: string): void }) {
  // What is typed stays in the field until it is kept; afterwards the field follows the setting.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label>
      {label}
      <input
        value={typed ?? value}
        maxLength={100}
        disabled={locked}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(target.value);
        }}
        onBlur={() => typed === value && setTyped(null)}
      />
    </label>
  );
}
