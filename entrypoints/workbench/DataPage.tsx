import { useState } from 'react';
import { browser } from 'wxt/browser';
import { CallSettings } from '../../components/workbench/CallSettings';
import { KeepTimes } from '../../components/workbench/KeepTimes';
import { SettingsForm } from '../../components/workbench/SettingsForm';
import { SiteTargets } from '../../components/workbench/SiteTargets';
import { useTexts } from '../../locales/context';
import { deleteTimes } from '../../storage/activity';
import { changeSettings } from '../../storage/settings';
import type { Settings } from '../../storage/settings';
import { BackupSection } from './BackupSection';
import { SecrecySection } from './SecrecySection';
import { useLocked, useSettings } from '../../storage/use-settings';

/** Settings of this computer. */
export function DataPage() {
  const { t } = useTexts();
  const settings = useSettings();
  const locked = useLocked();
  const [refused, setRefused] = useState(false);
  const change = (what: Partial<Settings>) => void changeSettings(what);
  const askNotifications = async () => {
    const granted = await browser.permissions.request({ permissions: ['notifications'] });
    setRefused(!granted);
    if (granted) change({ callByNotification: true });
  };
  return (
    <>
      <h1>{t('workbench.tabs.data')}</h1>
      {settings && (
        <>
          <SettingsForm settings={settings} locked={locked} onChange={change} />
          <SiteTargets targets={settings.targets} usual={settings.targetMs} locked={locked.has('targets')} onChange={(targets) => change({ targets })} />
          <CallSettings settings={settings} onChange={change} onNotifications={() => void askNotifications()} />
          {refused && <p role="alert">{t('workbench.notificationsRefused')}</p>}
          <BackupSection />
          <SecrecySection />
          <KeepTimes settings={settings} locked={locked} onChange={change} onDelete={deleteTimes} />
        </>
      )}
    </>
  );
}
