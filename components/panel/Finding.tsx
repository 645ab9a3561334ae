import { useTexts } from '../../locales/context';

interface Props {
  phase: 'searching' | 'attached' | 'lost';
  /** The profile meant for this page no longer finds the chat. */
  fallback: boolean;
  onPick(): void;
}

/** How the finding of the chat stands, where there is something to say of it, and the way to help. */
export function Finding({ phase, fallback, onPick }: Props) {
  const { t } = useTexts();
  if (phase === 'attached' && !fallback) return null;
  return (
    <div className="finding" data-chatside="finding">
      <p className="hint" role={phase === 'attached' ? undefined : 'status'}>
        {t(phase === 'attached' ? 'panel.fallback' : `panel.${phase}`)}
      </p>
      <button type="button" data-chatside="pick-start" onClick={onPick}>
        {t('picker.start')}
      </button>
    </div>
  );
}
