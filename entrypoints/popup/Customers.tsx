import { useState } from 'react';
import { EntryForm } from '../../components/customers/EntryForm';
import { StatusLine } from '../../components/customers/StatusLine';
import { useNow } from '../../components/customers/times';
import { useTexts } from '../../locales/context';
import type { CustomerRef } from '../../storage/customers';
import type { SettingsInUse } from '../../storage/use-settings';
import { DuePane } from './DuePane';
import { FileFinder } from './FileFinder';
import { FilePane } from './FilePane';
import { addTo } from './add-entry';
import type { ActiveTab } from './use-active-tab';
import { useDue, useFileTools, useOpenFile, usePrunedNotice } from './use-customers';
import { useDrafts } from './use-drafts';
import { useStatus } from './use-status';
import type { Runner } from './use-status';

interface Props {
  settings: SettingsInUse;
  /** The page under the popup; null elsewhere, undefined until it is known. */
  tab: ActiveTab | null | undefined;
}

/** What stands in the popup: one file, or a list. */
type Shown = { file: string } | 'open-chat' | 'all' | 'due';

/** Customers: the one of the open chat in front, the list and what is due behind. */
export function Customers({ settings, tab }: Props) {
  const { t } = useTexts();
  const { status, runner } = useStatus();
  const chat = tab?.chat ?? null;
  const openId = useOpenFile(chat);
  const due = useDue();
  const now = useNow();
  const tools = useFileTools(runner, settings.agentName);
  usePrunedNotice(runner);
  const [chosen, setChosen] = useState<Shown | null>(null);
  // Until the agent chooses otherwise, the customer of the open chat is in front.
  const shown: Shown = chosen ?? (chat ? 'open-chat' : 'all');
  const fileId = typeof shown === 'object' ? shown.file : shown === 'open-chat' ? openId : null;
  const dueNow = due.filter(({ remindAt }) => remindAt <= now).length;
  const toList = () => setChosen('all');
  return (
    <div className="customer-notes">
      <StatusLine status={status} onUndo={() => void runner.run(async () => status?.undo?.()).then(() => runner.say(null))} />
      {typeof fileId === 'string' ? (
        <FilePane id={fileId} openId={openId ?? null} settings={settings} runner={runner} onBack={toList} onGone={toList} />
      ) : shown === 'open-chat' ? (
        chat && openId === null && <NewFile who={chat} settings={settings} runner={runner} onBack={toList} />
      ) : (
        <>
          <div className="views" role="group" aria-label={t('popup.title')}>
            {(['all', 'due'] as const).map((view) => (
              <button key={view} type="button" className="plain" aria-pressed={shown === view} onClick={() => setChosen(view)}>
                {t(`file.views.${view}`)}
                {view === 'due' && due.length > 0 && <span className={dueNow > 0 ? 'badge late' : 'badge'}>{due.length}</span>}
              </button>
            ))}
          </div>
          {chat && (
            <button type="button" className="open-chat" onClick={() => setChosen('open-chat')}>
              {chat.name || t('customer.unnamed')} <span className="badge accent">{t('popup.openNow')}</span>
            </button>
          )}
          {shown === 'due' ? (
            <>
              <DuePane items={due} runner={runner} onOpen={(file) => setChosen({ file })} />
              {!settings.remindByNotification && (
                <p className="hint">
                  {t('due.notifyOff')}{' '}
                  <a href="/workbench.html#/customers/rules" target="_blank" rel="noreferrer">
                    {t('due.turnOn')}
                  </a>
                </p>
              )}
            </>
          ) : (
            <FileFinder
              openId={openId ?? null}
              shownId={null}
              onUse={() => setChosen((now) => now ?? 'all')}
              onOpen={(file) => setChosen({ file })}
              onAdd={(name) => void tools.add(name).then((made) => made && setChosen({ file: made.id }))}
              onExport={tools.export}
            />
          )}
        </>
      )}
    </div>
  );
}

interface NewFileProps {
  who: CustomerRef;
  settings: SettingsInUse;
  runner: Runner;
  onBack(): void;
}

/** A customer on whom nothing is kept yet: the first entry makes the file. */
function NewFile({ who, settings, runner, onBack }: NewFileProps) {
  const { t } = useTexts();
  const drafts = useDrafts(who, [], runner);
  if (!drafts) return null;
  return (
    <section
      className="card"
      aria-label={who.name || t('customer.unnamed')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onBack();
      }}
    >
      <header>
        <button type="button" className="plain" onClick={onBack}>
          ← {t('popup.back')}
        </button>
      </header>
      <h2 className="head">
        <span className="name">{who.name || t('customer.unnamed')}</span>
        <span className="badge accent">{t('popup.openNow')}</span>
      </h2>
      <EntryForm drafts={drafts} focused onAdd={(entry) => addTo(who, entry, settings, runner)} />
      <p className="hint">{t('popup.newHere')}</p>
    </section>
  );
}
