import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { CustomerCard } from '../../components/popup/CustomerCard';
import { CustomerList } from '../../components/popup/CustomerList';
import { useTexts } from '../../locales/context';
import { faultOf, sentenceOf } from '../../locales/fault';
import * as store from '../../storage/customers';
import { findCustomer, notesOf, readCustomer } from '../../storage/files';
import * as noteStore from '../../storage/notes';
import { keepTyped, readTyped } from '../../storage/drafts';
import { notesAsCsv, notesAsJson } from '../../storage/export/notes';
import type { RecordFault } from '../../storage/parse';
import { saveFile } from './save-file';
import type { ActiveTab } from './use-active-tab';

/** What the status line says; with `undo`, what a press on Undo does. */
interface Status {
  text: string;
  undo?: () => Promise<void>;
}

interface Props {
  /** Signs new notes. */
  author: string;
  /** The page under the popup; null elsewhere. */
  tab: ActiveTab | null;
}

/** Customers and notes: the list, or one file. */
export function Notes({ author, tab }: Props) {
  const { t } = useTexts();
  const [query, setQuery] = useState('');
  const [shownId, setShownId] = useState<string | null>(null);
  const [status, setStatus] = useState<Status | null>(null);
  const found = useLiveQuery(() => store.searchCustomers(query), [query]);
  const shown = useLiveQuery(() => (shownId ? readShown(shownId) : null), [shownId]);
  const chat = tab?.chat ?? null;
  const openId = useLiveQuery(
    async () => (chat ? ((await findCustomer(chat.site, chat.key))?.id ?? null) : null),
    [chat?.site, chat?.key],
  );

  /** Runs one change; a failure is said in the status line and leaves everything as it was. */
  const run = async <T,>(action: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await action();
    } catch (error) {
      setStatus({ text: sentenceOf(t, faultOf(error)) });
      return undefined;
    }
  };
  const removed = (what: Parameters<typeof store.restore>[0] | null) => {
    if (what) setStatus({ text: t('popup.deleted'), undo: () => store.restore(what) });
  };
  const exportAs = (kind: 'json' | 'csv') =>
    run(async () => {
      const { records } = await store.searchCustomers(query);
      const text = kind === 'json' ? notesAsJson(records, new Date()) : notesAsCsv(records, t);
      setStatus({ text: t('popup.exported', { file: saveFile('chatside-notes', kind, text) }) });
    });
  const addCustomer = (who: store.CustomerRef) =>
    run(async () => setShownId((await store.createCustomer(who)).id));

  return (
    <div className="customer-notes">
      {status && (
        <p className="status" role="status">
          <span>{status.text}</span>
          {status.undo && (
            <button type="button" onClick={() => void run(async () => status.undo?.()).then(() => setStatus(null))}>
              {t('popup.undo')}
            </button>
          )}
        </p>
      )}
      {shownId && shown ? (
        <CustomerCard
          key={shownId}
          customer={shown.customer}
          notes={shown.notes}
          typed={shown.typed}
          onTyped={(text) => void keepTyped(`note ${shownId}`, text)}
          onChange={(change) => void run(() => store.changeCustomer(shownId, change))}
          onAddNote={async (text) => {
            const added = await run(() => noteStore.addNote(shown.customer, text, author));
            if (added) await keepTyped(`note ${shownId}`, '');
            return added !== undefined;
          }}
          onChangeNote={(id, text) => void run(() => noteStore.changeNote(id, text))}
          onRemoveNote={(id) =>
            void run(async () => {
              const note = await noteStore.removeNote(id);
              removed(note && { notes: [note] });
            })
          }
          onRemove={() =>
            void run(async () => {
              setShownId(null);
              removed(await store.removeCustomer(shownId));
            })
          }
          onBack={() => setShownId(null)}
        />
      ) : (
        <>
          <div className="tools">
            <input
              type="search"
              autoFocus
              aria-label={t('popup.search')}
              placeholder={t('popup.search')}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
            <button type="button" onClick={() => void addCustomer(handMade(query))}>
              {t('popup.add')}
            </button>
          </div>
          {chat && openId === null && (
            <button type="button" className="open-chat" onClick={() => void addCustomer(chat)}>
              {chat.name || t('customer.unnamed')} <span className="badge accent">{t('popup.openNow')}</span>
            </button>
          )}
          {found && found.faults.length > 0 && (
            <p className="status" role="alert">
              {t('popup.faults', { count: found.faults.length, list: listOf(found.faults) })}
            </p>
          )}
          {found && (
            <CustomerList customers={found.records} openId={openId ?? null} query={query} onOpen={setShownId} />
          )}
          <footer className="bottom">
            <span>{t('popup.count', { count: found?.records.length ?? 0 })}</span>
            <button type="button" data-export="csv" onClick={() => void exportAs('csv')}>
              {t('popup.exportCsv')}
            </button>
            <button type="button" data-export="json" onClick={() => void exportAs('json')}>
              {t('popup.exportJson')}
            </button>
          </footer>
        </>
      )}
    </div>
  );
}

async function readShown(id: string) {
  const [customer, notes, typed] = await Promise.all([
    readCustomer(id),
    notesOf(id),
    readTyped(`note ${id}`),
  ]);
  return customer && { customer, notes, typed };
}

/** A customer of no console, made by hand. */
function handMade(name: string): store.CustomerRef {
  return { site: 'own', key: crypto.randomUUID(), name: name.trim() };
}

function listOf(faults: RecordFault[]): string {
  return faults
    .slice(0, 3)
    .map(({ table, id, field }) => `${table} ${id} (${field})`)
    .join(', ');
}
