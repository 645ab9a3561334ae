import { useState } from 'react';
import { useTexts } from '../../locales/context';
import type { ExportKind } from '../../storage/export/customers';
import type { ExportChoice } from '../../storage/export/selection';
import { secrecies } from '../../storage/records-customers';

/** What is not asked for by name does not go out: nothing confidential, no number or address in the clear. */
export const usualExport: Omit<ExportChoice, 'ids'> = { upTo: 'secret', personal: false };

const kinds: ExportKind[] = ['csv', 'xlsx', 'json', 'md', 'vcf'];

interface Props {
  /** How many a search has found; null: all files are shown. */
  found: number | null;
  /** Resolves when the file was saved, refused or cancelled. */
  onExport(kind: ExportKind, how: Omit<ExportChoice, 'ids'>, watch: { signal: AbortSignal; onProgress(share: number): void }): Promise<unknown>;
}

/** Asks as what, how secret, and whether masked; shows how far it is. */
export function ExportForm({ found, onExport }: Props) {
  const { t } = useTexts();
  const [kind, setKind] = useState<ExportKind>('xlsx');
  const [how, setHow] = useState(usualExport);
  const [running, setRunning] = useState<{ share: number; ending: AbortController } | null>(null);
  const start = async () => {
    const ending = new AbortController();
    setRunning({ share: 0, ending });
    await onExport(kind, how, { signal: ending.signal, onProgress: (share) => setRunning({ share, ending }) });
    setRunning(null);
  };
  return (
    <form
      className="export-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!running) void start();
      }}
    >
      <p>
        {t('export.what')}: {found === null ? t('export.all') : t('export.found', { count: found })}
      </p>
      <label>
        {t('export.as')}
        <select value={kind} onChange={({ target }) => setKind(target.value as ExportKind)}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`export.as_${one as 'csv'}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('export.upTo')}
        <select value={how.upTo} onChange={({ target }) => setHow({ ...how, upTo: target.value as ExportChoice['upTo'] })}>
          {secrecies.map((one) => (
            <option key={one} value={one}>
              {t(`export.secrecies.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input type="checkbox" checked={how.personal} onChange={({ target }) => setHow({ ...how, personal: target.checked })} />
        {t('export.personal')}
      </label>
      {!how.personal && <p className="hint">{t('export.personalHint')}</p>}
      <div className="line">
        <button type="submit" data-export="chosen" disabled={running !== null}>
          {t('export.save')}
        </button>
        {running && (
          <>
            <progress value={running.share} aria-label={t('export.heading')} />
            <button type="button" onClick={() => running.ending.abort()}>
              {t('export.cancel')}
            </button>
          </>
        )}
      </div>
    </form>
  );
}
