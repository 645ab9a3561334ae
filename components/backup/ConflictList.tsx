import { useTexts } from '../../locales/context';

/** A record that was changed on two computers. */
export interface ConflictView {
  table: 'customers' | 'notes' | 'complaints' | 'followUps';
  id: string;
  /** Whose file it is in. */
  customer: string;
  /** The version in front first. `key` null: that one. */
  versions: { key: string | null; at: number; text: string }[];
}

interface Props {
  conflicts: ConflictView[];
  onTake(conflict: ConflictView, key: string | null): void;
}

/** Records that were changed on both computers, their versions beside each other. */
export function ConflictList({ conflicts, onTake }: Props) {
  const { t, language } = useTexts();
  if (conflicts.length === 0) return null;
  return (
    <section aria-label={t('backup.apart')} data-chatside="conflicts">
      <h3>{t('backup.apart')}</h3>
      <p className="hint">{t('backup.apartHint')}</p>
      <ul className="conflicts">
        {conflicts.map((conflict) => (
          <li key={`${conflict.table} ${conflict.id}`}>
            <b>{conflict.customer || t('customer.unnamed')}</b> <span className="hint">{t(`backup.tables.${conflict.table}`)}</span>
            <ul className="versions">
              {conflict.versions.map((version) => (
                <li key={version.key ?? ''}>
                  <span className="hint">
                    {t(version.key === null ? 'backup.inFront' : 'backup.other')} · {new Date(version.at).toLocaleString(language)}
                  </span>
                  <p className="text">{version.text}</p>
                  <button type="button" onClick={() => onTake(conflict, version.key)}>
                    {t('backup.take')}
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
