import { checkTab, putPicker } from '../../access/inject';
import { turnOff, turnOn } from '../../access/pack-origins';
import { Kept } from '../../components/page/Kept';
import { Themed } from '../../components/page/Themed';
import { SiteSwitch } from '../../components/popup/SiteSwitch';
import { PageTools } from '../../components/sites/PageTools';
import { useTexts } from '../../locales/context';
import { givesPacks } from '../../storage/subscriptions';
import { useDatabase } from '../../storage/use-database';
import { useSettings } from '../../storage/use-settings';
import { HandoverLine } from './HandoverLine';
import { BackupLine } from './BackupLine';
import { Customers } from './Customers';
import { useActiveTab } from './use-active-tab';

export function Popup() {
  const settings = useSettings();
  const tab = useActiveTab();
  const database = useDatabase();
  if (!settings) return null;
  return (
    <Themed language={settings.languageInUse} theme={settings.theme}>
      <main>
        <Head />
        <Kept state={database}>
          <HandoverLine />
          <SiteSwitch site={tab ?? null} onTurn={(on) => tab && void turn(tab.origin, on)} />
          {tab?.on && <PageTools onCheck={() => checkTab(tab.id)} onPick={() => void pick(tab.id)} />}
          <Customers settings={settings} tab={tab} />
          <BackupLine />
        </Kept>
      </main>
    </Themed>
  );
}

function Head() {
  const { t } = useTexts();
  return (
    <header className="top">
      <h1>{t('popup.title')}</h1>
      <a href="/practice.html" target="_blank" rel="noreferrer">
        {t('popup.practice')}
      </a>
      <a href="/workbench.html#/clock/handover" target="_blank" rel="noreferrer">
        {t('handover.title')}
      </a>
      <a href="/workbench.html" target="_blank" rel="noreferrer">
        {t('popup.workbench')}
      </a>
    </header>
  );
}

/** The page is where it goes on: the popup would lie over it. */
async function pick(tabId: number): Promise<void> {
  await putPicker(tabId);
  window.close();
}

/** Asks the browser for this one site, or gives it back; the background follows the permission. */
async function turn(origin: string, on: boolean): Promise<void> {
  if (on) await turnOn(origin);
  else await turnOff(origin, await givesPacks(origin));
}
