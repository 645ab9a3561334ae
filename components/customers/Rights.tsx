import { useState } from 'react';
import { useTexts } from '../../locales/context';

interface Props {
  name: string;
  /** How many rows of each kind are held on this person, by table, and all of it written out. */
  held: { counts: { table: string; count: number }[]; text: string } | null;
  /** Asked for once the part is opened. */
  onLook(): void;
  onExport(kind: 'json' | 'md'): void;
  onErase(): void;
}

/** What the customer may ask for: to see all, to get all, to have all erased. */
export function Rights({ name, held, onLook, onExport, onErase }: Props) {
  const { t } = useTexts();
  const [sure, setSure] = useState(false);
  return (
    <details className="more" onToggle={({ currentTarget }) => currentTarget.open && onLook()}>
      <summary>{t('file.rights')}</summary>
      {held && (
        <>
          <ul className="held">
            {held.counts.map(({ table, count }) => (
              <li key={table}>
                {t(`file.tables.${table as 'notes'}`)}: {count}
              </li>
            ))}
          </ul>
          <textarea className="held-text" readOnly rows={8} aria-label={t('file.title', { name })} value={held.text} />
        </>
      )}
      <div className="line">
        <button type="button" data-export="person-json" onClick={() => onExport('json')}>
          {t('file.exportJson')}
        </button>
        <button type="button" data-export="person-md" onClick={() => onExport('md')}>
          {t('file.exportMarkdown')}
        </button>
      </div>
      <p className="hint">{t('file.eraseHint')}</p>
      <button type="button" className="danger" onClick={() => (sure ? onErase() : setSure(true))} onBlur={() => setSure(false)}>
        {sure ? t('file.eraseSure', { name }) : t('file.erase')}
      </button>
    </details>
  );
}
