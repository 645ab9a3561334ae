import { useState } from 'react';
import { browser } from 'wxt/browser';
import { Link, useLocation, useParams } from 'wouter';
import { RulesForm } from '../../components/customers/RulesForm';
import { StatusLine } from '../../components/customers/StatusLine';
import { useTexts } from '../../locales/context';
import { changeSettings } from '../../storage/settings';
import { useSettings } from '../../storage/use-settings';
import type { SettingsInUse } from '../../storage/use-settings';
import { DuePane } from '../popup/DuePane';
import { FileFinder } from '../popup/FileFinder';
import { FilePane } from '../popup/FilePane';
import { useDue, useFileTools, usePrunedNotice } from '../popup/use-customers';
import { useStatus } from '../popup/use-status';
import { ReviewPane, SecondLookPane } from './CustomerChecks';
import { ImportPane } from './ImportPane';

const views = ['all', 'due', 'review', 'second-look', 'import', 'rules'] as const;
type View = (typeof views)[number];

/** Customer files with room: lists on one side, the file on the other. */
export function CustomersPage() {
  const params = useParams<{ part?: string }>();
  const settings = useSettings();
  const view = views.find((one) => one === params.part) ?? 'all';
  return settings && <Page view={view} settings={settings} />;
}

function Page({ view, settings }: { view: View; settings: SettingsInUse }) {
  const { t } = useTexts();
  const [, go] = useLocation();
  const { status, runner } = useStatus();
  const [shownId, setShownId] = useState<string | null>(null);
  const due = useDue();
  const tools = useFileTools(runner, settings.agentName);
  usePrunedNotice(runner);
  const open = (id: string) => {
    setShownId(id);
    // What is beside the file stays, but for the rules, which have no room for it.
    if (view === 'rules' || view === 'import') go('/customers');
  };
  const askNotifications = async () => {
    const granted = await browser.permissions.request({ permissions: ['notifications'] });
    if (granted) await changeSettings({ remindByNotification: true });
    else runner.say({ text: t('workbench.notificationsRefused') });
  };
  return (
    <>
      <h1>{t('popup.title')}</h1>
      <div className="views" role="group" aria-label={t('popup.title')}>
        {views.map((one) => (
          <Link key={one} href={one === 'all' ? '/customers' : `/customers/${one}`} aria-current={one === view ? 'page' : undefined}>
            {t(`file.views.${one}`)}
            {one === 'due' && due.length > 0 && <span className="badge">{due.length}</span>}
          </Link>
        ))}
      </div>
      <StatusLine status={status} onUndo={() => void runner.run(async () => status?.undo?.()).then(() => runner.say(null))} />
      {view === 'import' ? (
        <ImportPane author={settings.agentName} />
      ) : view === 'rules' ? (
        <RulesForm settings={settings} onChange={(change) => void changeSettings(change)} onNotifications={() => void askNotifications()} />
      ) : (
        <div className="desk">
          <div className="customer-notes">
            {view === 'all' && (
              <FileFinder
                openId={null}
                shownId={shownId}
                onOpen={open}
                onAdd={(name) => void tools.add(name).then((made) => made && open(made.id))}
                onExport={tools.export}
              />
            )}
            {view === 'due' && <DuePane items={due} runner={runner} onOpen={open} />}
            {view === 'review' && <ReviewPane shownId={shownId} onOpen={open} />}
            {view === 'second-look' && <SecondLookPane author={settings.agentName} runner={runner} onOpen={open} />}
          </div>
          <div className="beside">
            {shownId ? (
              <FilePane id={shownId} openId={null} settings={settings} runner={runner} onBack={null} onGone={() => setShownId(null)} />
            ) : (
              <p className="hint">{t('file.choose')}</p>
            )}
          </div>
        </div>
      )}
    </>
  );
}
