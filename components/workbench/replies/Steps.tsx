import { useTexts } from '../../../locales/context';
import type { PackStep } from '../../../storage/records-packs';
import { stepText } from './StatusLine';

interface Props {
  /** Newest first. */
  steps: readonly PackStep[];
  undoable: PackStep | undefined;
  redoable: PackStep | undefined;
  onUndo(step?: PackStep): void;
  onRedo(): void;
}

const SHOWN = 30;

/** Undo, redo, and what was done of late; a load can be taken back by itself, long after. */
export function Steps({ steps, undoable, redoable, onUndo, onRedo }: Props) {
  const { t, language } = useTexts();
  return (
    <section className="steps" aria-label={t('packs.history')}>
      <div className="line">
        <button type="button" disabled={!undoable} title={undoable && t('packs.undoOf', { step: stepText(t, undoable) })} onClick={() => onUndo()} data-chatside="pack-undo">
          {t('packs.undo')}
        </button>
        <button type="button" disabled={!redoable} title={redoable && t('packs.redoOf', { step: stepText(t, redoable) })} onClick={onRedo} data-chatside="pack-redo">
          {t('packs.redo')}
        </button>
      </div>
      {steps.length > 0 && (
        <details>
          <summary>{t('packs.history')}</summary>
          <ol>
            {steps.slice(0, SHOWN).map((step) => (
              <li key={step.id} data-undone={step.undone || undefined}>
                <span>{stepText(t, step)}</span>
                <small>{new Date(step.at).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' })}</small>
                {!step.undone && (step.kind === 'load' || step === undoable) && (
                  <button type="button" className="plain" aria-label={t('packs.undoOf', { step: stepText(t, step) })} onClick={() => onUndo(step)}>
                    {t('packs.undo')}
                  </button>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
