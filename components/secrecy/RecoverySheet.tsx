import { useTexts } from '../../locales/context';

interface Props {
  code: string;
  /** When it was made, epoch ms. */
  at: number;
  /** An older sheet was made worthless by this one. */
  replaces: boolean;
  onPrint(): void;
  onKept(): void;
}

/** The code that opens the vault without the passphrase, to be printed: it is shown only this once. */
export function RecoverySheet({ code, at, replaces, onPrint, onKept }: Props) {
  const { t, language } = useTexts();
  return (
    <section className="recovery-sheet" aria-label={t('secrecy.sheet')}>
      <h3>{t('secrecy.sheet')}</h3>
      <p>{t('secrecy.sheetWhat')}</p>
      <p className="recovery-code">
        <code>{code}</code>
      </p>
      <p className="hint">
        {new Date(at).toLocaleDateString(language, { dateStyle: 'long' })}
        {replaces && ` · ${t('secrecy.sheetOld')}`}
      </p>
      <div className="line no-print">
        <button type="button" onClick={onPrint}>
          {t('secrecy.print')}
        </button>
        <button type="button" onClick={onKept}>
          {t('secrecy.kept')}
        </button>
      </div>
    </section>
  );
}
