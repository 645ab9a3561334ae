import { useState } from 'react';
import { useTexts } from '../../../locales/context';
import { textIn } from '../../../packs/local-text';
import type { LocalText } from '../../../packs/format';
import { Ask } from './Ask';
import { BinBar } from './BinBar';
import type { PackItem } from './view';

interface Props {
  packs: readonly PackItem[];
  open: string | null;
  onOpen(id: string): void;
  onCreate(name: string): void;
  onLoad(): void;
  /** Whole packs in the bin. */
  binned: readonly { id: string; name: LocalText }[];
  onRestore(id: string): void;
  onEmpty(): void;
}

/** The packs, one's own first, and the two ways to get another. */
export function PackList({ packs, binned, open, onOpen, onCreate, onLoad, onRestore, onEmpty }: Props) {
  const { t, language } = useTexts();
  const [naming, setNaming] = useState(false);
  const kinds = [
    { title: t('packs.own'), list: packs.filter(({ origin }) => origin === 'own' || origin === 'file') },
    { title: t('packs.subscribed'), list: packs.filter(({ origin }) => origin === 'subscription') },
    { title: t('packs.builtIn'), list: packs.filter(({ origin }) => origin === 'built-in') },
  ];
  return (
    <nav className="pack-list" aria-label={t('packs.list')}>
      <div className="line">
        <button type="button" className="primary" onClick={onLoad} data-chatside="pack-load">
          {t('packs.load')}
        </button>
        <button type="button" onClick={() => setNaming(true)} aria-expanded={naming}>
          {t('packs.newPack')}
        </button>
      </div>
      {naming && (
        <Ask
          label={t('packs.newPackName')}
          confirm={t('packs.create')}
          onAnswer={(name) => {
            setNaming(false);
            if (name) onCreate(name);
          }}
        />
      )}
      {kinds.map(({ title, list }) =>
        list.length === 0 ? null : (
          <div key={title}>
            <h2>{title}</h2>
            <ul>
              {list.map((pack) => (
                <li key={pack.id}>
                  <button type="button" className="plain entry" aria-current={pack.id === open ? 'true' : undefined} onClick={() => onOpen(pack.id)} data-chatside="pack" data-id={pack.id}>
                    <span>{textIn(pack.name, language)}</span>
                    {!pack.on && <i>{t('packs.off')}</i>}
                    {pack.edited && pack.origin === 'own' && <i>{t('packs.edited')}</i>}
                    <small>{pack.replies}</small>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
      {binned.length > 0 && (
        <details>
          <summary>
            {t('packs.binnedPacks')} <small>{binned.length}</small>
          </summary>
          <ul>
            {binned.map(({ id, name }) => (
              <li key={id}>
                <span>{textIn(name, language)}</span>
                <button type="button" className="plain" aria-label={`${t('packs.restore')}: ${textIn(name, language)}`} onClick={() => onRestore(id)}>
                  {t('packs.restore')}
                </button>
              </li>
            ))}
          </ul>
          <BinBar selected={0} count={binned.length} onRestore={() => undefined} onEmpty={onEmpty} />
        </details>
      )}
    </nav>
  );
}
