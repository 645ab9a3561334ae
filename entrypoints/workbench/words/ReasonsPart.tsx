import { useLiveQuery } from '../../../storage/use-live';
import { useState } from 'react';
import { HoldTable } from '../../../components/wordlists/HoldTable';
import { useTexts } from '../../../locales/context';
import { holdsBetween, latestHolds } from '../../../storage/activity';
import { holdsAsCsv } from '../../../components/wordlists/as-csv';
import { saveFile } from '../../popup/save-file';

/** Rows shown; the export has all. */
const SHOWN = 300;

/** Messages that were held, and those sent all the same with the reason. */
export function ReasonsPart() {
  const { t } = useTexts();
  const [onlySent, setOnlySent] = useState(true);
  const [file, setFile] = useState('');
  const latest = useLiveQuery(() => latestHolds(SHOWN, onlySent ? 'sent-anyway' : undefined), [onlySent]) ?? [];
  const save = async () => {
    const all = (await holdsBetween(0, Infinity)).filter(({ action }) => !onlySent || action === 'sent-anyway');
    setFile(saveFile('chatside-reasons', 'csv', holdsAsCsv(all.toReversed(), t)));
  };
  return (
    <>
      <p className="lead">
        {t('wordlists.reasonsHint')} {t('wordlists.reasonsAlways')}
      </p>
      <div className="line">
        <label className="check">
          <input type="checkbox" checked={onlySent} onChange={({ target }) => setOnlySent(target.checked)} /> {t('wordlists.onlySent')}
        </label>
        {latest.length > 0 && (
          <button type="button" onClick={() => void save()}>
            {t('wordlists.exportCsv')}
          </button>
        )}
        <span role="status">{file && t('wordlists.exported', { file })}</span>
      </div>
      {latest.length === 0 ? <p className="hint">{t('wordlists.noReasons')}</p> : <HoldTable holds={latest} />}
      {latest.length === SHOWN && <p className="hint">{t('wordlists.latest', { count: SHOWN })}</p>}
    </>
  );
}
