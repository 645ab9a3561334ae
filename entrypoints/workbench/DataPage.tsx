import { SettingsForm } from '../../components/workbench/SettingsForm';
import { useTexts } from '../../locales/context';
import { changeSettings } from '../../storage/settings';
import { useSettings } from '../../storage/use-settings';

/** Settings of this computer. */
export function DataPage() {
  const { t } = useTexts();
  const settings = useSettings();
  return (
    <>
      <h1>{t('workbench.tabs.data')}</h1>
      {settings && <SettingsForm settings={settings} onChange={(change) => void changeSettings(change)} />}
    </>
  );
}
