import { useLiveQuery } from '../../storage/use-live';
import { useCallback, useEffect, useState } from 'react';
import { FileList, LIST_ID, movedBy, optionId } from '../../components/customers/FileList';
import { ExportForm, usualExport } from '../../components/customers/ExportForm';
import { useTexts } from '../../locales/context';
import type { RecordFault } from '../../storage/parse';
import { listFiles, lostFiles } from '../../storage/rows';
import { countFiles } from '../../storage/search';
import type { useFileTools } from './use-customers';

interface Props {
  openId: string | null;
  /** The file shown beside the list, or null. */
  shownId: string | null;
  /** Something is typed: the list stays in front. */
  onUse?(): void;
  onOpen(id: string): void;
  onAdd(name: string): void;
  /** Takes out what the query finds. */
  onExport: ExportTool;
}

/** Rows are read in steps of so many. */
const STEP = 24;
/** Damaged files are looked for once the agent has what they came for, ms. */
const LOOK_AFTER_MS = 1500;

type ExportTool = ReturnType<typeof useFileTools>['export'];

/** Finds files by any part of anything in them; by keyboard: type, arrows, Enter. */
export function FileFinder({ openId, shownId, onUse, onOpen, onAdd, onExport }: Props) {
  const { t } = useTexts();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(-1);
  const [range, setRange] = useState({ from: 0, to: STEP });
  const part = useLiveQuery(() => listFiles(query, range.from, range.to), [query, range.from, range.to]);
  // What the first page does not need waits until it stands.
  const stands = part !== undefined;
  const all = useLiveQuery(() => (stands ? countFiles() : undefined), [stands]);
  const [lost, setLost] = useState(none);
  useEffect(() => {
    if (!stands) return;
    const timer = setTimeout(() => void lostFiles().then(setLost), LOOK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [stands]);
  const look = useCallback(
    (from: number, to: number) =>
      setRange((now) => {
        const next = { from: Math.max(0, Math.floor(from / STEP - 0.5) * STEP), to: Math.ceil(to / STEP + 0.5) * STEP };
        return from >= now.from && to <= now.to ? now : next;
      }),
    [],
  );
  const searching = part !== undefined && part.query.trim() !== '';
  const found = part?.found ?? 0;
  const count = searching ? found : Math.max(all ?? 0, found);
  const rowAt = (index: number) => part?.rows[index - part.from];
  const type = (words: string) => {
    onUse?.();
    setQuery(words);
    setActive(words.trim() ? 0 : -1);
    setRange({ from: 0, to: STEP });
  };
  const faults = [...(part?.faults ?? []), ...lost];
  return (
    <>
      <div className="tools">
        <input
          type="search"
          autoFocus
          aria-label={t('popup.search')}
          placeholder={t('popup.search')}
          aria-controls={count > 0 ? LIST_ID : undefined}
          aria-activedescendant={active >= 0 && active < count ? optionId(active) : undefined}
          value={query}
          onChange={({ target }) => type(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const to = movedBy(event.key, active, count);
            const row = event.key === 'Enter' ? rowAt(Math.max(active, 0)) : undefined;
            if (to !== null) setActive(to);
            else if (row) onOpen(row.customer.id);
            else return;
            event.preventDefault();
          }}
        />
        <button type="button" onClick={() => onAdd(query)}>
          {t('popup.add')}
        </button>
      </div>
      {faults.length > 0 && (
        <p className="status" role="alert">
          {t('popup.faults', { count: faults.length, list: listOf(faults) })}
        </p>
      )}
      {part && (
        <div className="found-by" data-query={part.query}>
          {count === 0 ? (
            <p className="hint">{searching ? t('popup.nothingFound', { query: part.query }) : t('popup.empty')}</p>
          ) : (
            <FileList rowAt={rowAt} count={count} openId={openId} shownId={shownId} active={Math.min(active, count - 1)} onActive={setActive} onOpen={onOpen} onRange={look} />
          )}
        </div>
      )}
      <footer className="bottom">
        <span>{part && t(searching && part.more ? 'popup.countMore' : 'popup.count', { count })}</span>
        {(['csv', 'json'] as const).map((kind) => (
          <button key={kind} type="button" data-export={kind} onClick={() => void onExport(kind, query, usualExport)}>
            {t(kind === 'csv' ? 'popup.exportCsv' : 'popup.exportJson')}
          </button>
        ))}
      </footer>
      <details className="export">
        <summary>{t('export.heading')}…</summary>
        <ExportForm found={searching ? found : null} onExport={(kind, how, watch) => onExport(kind, query, how, watch)} />
      </details>
    </>
  );
}

const none: RecordFault[] = [];

function listOf(faults: RecordFault[]): string {
  return faults
    .slice(0, 3)
    .map(({ table, id, field }) => `${table} ${id} (${field})`)
    .join(', ');
}
