import { useState } from 'react';
import { useTexts } from '../../locales/context';
import type { CustomerFile } from '../../storage/records-customers';
import type { FileRow } from '../../storage/rows';

interface Props {
  customer: CustomerFile;
  joined: CustomerFile[];
  /** Files that the query finds, without this one. */
  find(query: string): Promise<FileRow[]>;
  onJoin(otherId: string): void;
  onPart(id: string): void;
}

/** Merges a second file of the same person into this one, and parts them again. */
export function MergeForm({ customer, joined, find, onJoin, onPart }: Props) {
  const { t } = useTexts();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<FileRow[]>([]);
  const search = (words: string) => {
    setQuery(words);
    if (words.trim()) void find(words).then((rows) => setFound(rows));
    else setFound([]);
  };
  const who = ({ site, name }: Pick<CustomerFile, 'site' | 'name'>) => `${name || t('customer.unnamed')} (${site === 'own' ? t('popup.handMade') : site})`;
  return (
    <details className="more">
      <summary>{t('file.merge')}</summary>
      <p className="hint">{t('file.mergeHint', { name: customer.name || t('customer.unnamed') })}</p>
      <input type="text" aria-label={t('file.findOther')} placeholder={t('file.findOther')} value={query} onChange={({ target }) => search(target.value)} />
      <ul className="found">
        {found.map(({ customer: other }) => (
          <li key={other.id} className="line">
            <span>{who(other)}</span>
            <button
              type="button"
              onClick={() => {
                onJoin(other.id);
                search('');
              }}
            >
              {t('file.mergeIn')}
            </button>
          </li>
        ))}
      </ul>
      {query.trim() !== '' && found.length === 0 && <p className="hint">{t('popup.nothingFound', { query })}</p>}
      <ul className="found">
        {joined.map((other) => (
          <li key={other.id} className="line">
            <span>{t('file.mergedFrom', { name: who(other) })}</span>
            <button type="button" onClick={() => onPart(other.id)}>
              {t('file.part')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
