import { useState } from 'react';
import { useTexts } from '../../../locales/context';
import { textIn } from '../../../packs/local-text';
import { Ask } from './Ask';
import type { PackItem } from './view';

interface Props {
  pack: PackItem;
  onTurn(): void;
  onRename(name: string): void;
  onExport(kind: 'json' | 'csv' | 'xlsx'): void;
  onBin(): void;
  onOriginal(): void;
}

const names = { json: '.chatside.json', csv: 'CSV', xlsx: 'XLSX' };

/** What a pack is called, whether it is in use, and what can be done with it as a whole. */
export function PackHead({ pack, onTurn, onRename, onExport, onBin, onOriginal }: Props) {
  const { t, language } = useTexts();
  const [renaming, setRenaming] = useState(false);
  const name = textIn(pack.name, language);
  const own = pack.origin === 'own' || pack.origin === 'file';
  const hint = pack.origin === 'built-in' ? t('packs.builtInHint') : pack.origin === 'subscription' ? t('packs.subscribedHint') : pack.edited ? t('packs.originalHint') : null;
  return (
    <header className="pack-head">
      {renaming ? (
        <Ask
          label={t('packs.name')}
          confirm={t('packs.rename')}
          preset={name}
          onAnswer={(next) => {
            setRenaming(false);
            if (next && next !== name) onRename(next);
          }}
        />
      ) : (
        <div className="line">
          <h2>{name}</h2>
          <label className="line">
            <input type="checkbox" checked={pack.on} onChange={onTurn} />
            {t('packs.inUse')}
          </label>
          <span className="line" role="group" aria-label={t('packs.export')}>
            <span className="hint">{t('packs.export')}</span>
            {(['json', 'csv', 'xlsx'] as const).map((kind) => (
              <button key={kind} type="button" className="plain" aria-label={`${t('packs.export')} ${names[kind]}`} onClick={() => onExport(kind)} data-chatside={`pack-export-${kind}`}>
                {names[kind]}
              </button>
            ))}
          </span>
          {own && (
            <button type="button" className="plain" onClick={() => setRenaming(true)}>
              {t('packs.rename')}
            </button>
          )}
          {own &&
            (pack.edited ? (
              <button type="button" className="plain" onClick={onOriginal} data-chatside="pack-original">
                {t('packs.original')}
              </button>
            ) : (
              <button type="button" className="plain" onClick={onBin} data-chatside="pack-bin">
                {t('packs.remove')}
              </button>
            ))}
        </div>
      )}
      {hint && <p className="hint">{hint}</p>}
    </header>
  );
}
