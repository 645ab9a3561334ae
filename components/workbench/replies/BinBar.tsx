import { useState } from 'react';
import { useTexts } from '../../../locales/context';

interface Props {
  selected: number;
  count: number;
  onRestore(): void;
  onEmpty(): void;
}

/** What can be done with what lies in the bin. */
export function BinBar({ selected, count, onRestore, onEmpty }: Props) {
  const { t } = useTexts();
  const [sure, setSure] = useState(false);
  return (
    <div className="bulk line">
      <span className="hint">{t('packs.binHint')}</span>
      {selected > 0 && (
        <button type="button" className="primary" onClick={onRestore} data-chatside="bin-restore">
          {t('packs.restore')} ({selected})
        </button>
      )}
      {count > 0 &&
        (sure ? (
          <>
            <b>{t('packs.emptySure')}</b>
            <button
              type="button"
              className="danger"
              autoFocus
              onClick={() => {
                setSure(false);
                onEmpty();
              }}
            >
              {t('packs.yes')}
            </button>
            <button type="button" onClick={() => setSure(false)}>
              {t('packs.no')}
            </button>
          </>
        ) : (
          <button type="button" onClick={() => setSure(true)} data-chatside="bin-empty">
            {t('packs.emptyNow')}
          </button>
        ))}
    </div>
  );
}
