import { useTexts } from '../../locales/context';
import type { Settings } from '../../storage/settings';

interface Props {
  settings: Settings;
  onChange(change: Partial<Settings>): void;
  /** Notifications were switched on; the browser must be asked in the same click. */
  onNotifications(): void;
}

/** How the agent is called to those who wait. */
export function CallSettings({ settings, onChange, onNotifications }: Props) {
  const { t } = useTexts();
  const change = (key: 'callByBadge' | 'callByTitle' | 'callBySound' | 'callByNotification', on: boolean) =>
    key === 'callByNotification' && on ? onNotifications() : onChange({ [key]: on });
  return (
    <fieldset className="settings">
      <legend>{t('workbench.calls')}</legend>
      {(['callByBadge', 'callByTitle', 'callBySound', 'callByNotification'] as const).map((key) => (
        <label key={key} className="check">
          <input type="checkbox" checked={settings[key]} onChange={({ target }) => change(key, target.checked)} />
          {t(`workbench.${key}`)}
        </label>
      ))}
      <p className="hint">{t('workbench.callsHint')}</p>
    </fieldset>
  );
}
