import { useState } from 'react';
import { useTexts } from '../../locales/context';
import type { Settings } from '../../storage/settings';

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
      <label>
        {t('workbench.target')}
        <input
          type="number"
          min={1}
          max={86_400}
          disabled={locked.has('targetMs')}
          defaultValue={settings.targetMs / 1000}
          onChange={({ target }) => {
            // An empty or impossible number stays in the field and is not kept.
            if (target.validity.valid && target.value) onChange({ targetMs: Math.round(target.valueAsNumber * 1000) });
          }}
        />
      </label>
    </form>
  );
}


function TextField({ label, value, locked = false, onChange }: { label: string; value: string; locked?: boolean; onChange(value: string): void }) {
  const [text, setText] = useState(value);
  return (
    <label>
      {label}
      <input
        value={text}
        maxLength={100}
        disabled={locked}
        onChange={({ target }) => {
          setText(target.value);
          onChange(target.value);
        }}
      />
    </label>
  );
}
