import { useState } from 'react';
import { useTexts } from '../../locales/context';
import { timesAsCsv, timesAsXlsx } from '../../storage/export/times';
import type { WaitRecord } from '../../storage/records';
import { saveFile } from '../popup/save-file';

/** The period's waits as a file, once they are read, or on paper. */
export function ExportButtons({ waits }: { waits: WaitRecord[] | null }) {
  const { t } = useTexts();
  const [file, setFile] = useState('');
  const print = () => {
    const tables = [...document.querySelectorAll<HTMLDetailsElement>('details:not(.no-print):not([open])')];
    for (const table of tables) table.open = true;
    window.addEventListener('afterprint', () => tables.forEach((table) => (table.open = false)), { once: true });
    window.print();
  };
  return (
    <div className="line no-print">
      <button type="button" disabled={!waits} onClick={() => waits && setFile(saveFile('chatside-times', 'csv', timesAsCsv(waits, t)))}>
        {t('clock.csv')}
      </button>
      <button type="button" disabled={!waits} onClick={() => waits && void timesAsXlsx(waits, t).then((book) => setFile(saveFile('chatside-times', 'xlsx', book)))}>
        {t('clock.xlsx')}
      </button>
      <button type="button" onClick={print}>
        {t('clock.print')}
      </button>
      <span role="status">{file && t('clock.exported', { file })}</span>
    </div>
  );
}
