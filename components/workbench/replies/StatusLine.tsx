import { useTexts } from '../../../locales/context';
import { sentenceOf } from '../../../locales/fault';
import type { FaultData } from '../../../locales/fault';
import type { PackStep } from '../../../storage/records-packs';
import type { Said } from './view';
import type { Translate } from '../../../locales';

/** A step in words. */
export const stepText = (t: Translate, { kind, detail, count }: PackStep) => t(`packs.steps.${kind}`, { detail, count });

interface Props {
  said: Said | null;
  fault: FaultData | null;
  share: number | null;
  onUndo(): void;
  onRedo(): void;
}

/** What was done last, with the way back. */
export function StatusLine({ said, fault, share, onUndo, onRedo }: Props) {
  const { t } = useTexts();
  return (
    <div className="said" data-chatside="pack-said">
      {share !== null && share < 1 && <progress value={share} aria-label={t('packs.reading')} />}
      <div role="status">
        {said?.kind === 'fault' && said.sentence}
        {said?.kind === 'file' && (
          <>
            {t('packs.exported', { file: said.file })} {said.lost > 0 && t('packs.exportLoss', { count: said.lost })}
          </>
        )}
        {said && 'step' in said && (
          <>
            {t(`packs.${said.kind}`, { step: stepText(t, said.step) })} {said.kept > 0 && t('packs.keptSome', { count: said.kept })}{' '}
            {said.kind === 'undid' ? (
              said.step.kind !== 'load' && (
                <button type="button" className="plain" onClick={onRedo}>
                  {t('packs.redo')}
                </button>
              )
            ) : (
              <button type="button" className="plain" onClick={onUndo} data-chatside="pack-undo-said">
                {t('packs.undo')}
              </button>
            )}
          </>
        )}
      </div>
      {fault && <p role="alert">{sentenceOf(t, fault)}</p>}
    </div>
  );
}
