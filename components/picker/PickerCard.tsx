import { useEffect, useRef } from 'react';
import type { PickProof, PickStep } from '../../chat/picker';
import { useTexts } from '../../locales/context';
import type { Translate } from '../../locales';
import { ReadingTable } from './ReadingTable';
import type { ReadingView } from './ReadingTable';

export interface PickerView {
  /** What is asked for; null when everything was. */
  step: PickStep | null;
  /** Number of the step, from 1, and of how many. */
  at: number;
  of: number;
  proof: PickProof | null;
  /** What is read with what was picked; null when that finds no chat. */
  reading: ReadingView | null;
  name: string;
  /** Why it could not be saved; empty when it was not tried or is under way. */
  fault: string;
}

interface Props {
  view: PickerView;
  onSkip(): void;
  onBack(): void;
  onCancel(): void;
  onName(name: string): void;
  onSave(): void;
  onMove(): void;
}

/** The card that asks for one part of the chat after the other, and shows what was understood. */
export function PickerCard({ view, onSkip, onBack, onCancel, onName, onSave, onMove }: Props) {
  const { t, language } = useTexts();
  const { step, at, of, proof, reading, name, fault } = view;
  return (
    <section className="card" aria-label={t('picker.label')} lang={language} data-chatside="pick" data-step={step ?? 'done'}>
      <header>
        <b>Chatside</b>
        {step && <span className="hint">{t('picker.at', { at, of })}</span>}
        <button type="button" className="plain icon" aria-label={t('picker.move')} title={t('picker.move')} onClick={onMove}>
          <span aria-hidden="true">⇅</span>
        </button>
      </header>
      <div role="status">
        {step && <p className="ask">{t(`picker.steps.${step}`)}</p>}
        {step && proof && <Proof proof={proof} t={t} />}
        {!step && reading && <p className="ask">{t('picker.done')}</p>}
        {!step && !reading && <p className="warn">{t('picker.noChat')}</p>}
      </div>
      {!step && reading && <ReadingTable reading={reading} />}
      {!step && reading && (
        <label>
          {t('picker.name')}
          <input data-chatside="pick-name" value={name} maxLength={80} onChange={(event) => onName(event.target.value)} />
        </label>
      )}
      {fault && (
        <p className="warn" role="alert">
          {fault}
        </p>
      )}
      {step && <p className="hint">{t('picker.keys')}</p>}
      <div className="row">
        {!step && reading && <SaveButton disabled={name.trim() === ''} onSave={onSave} />}
        {step && step !== 'composer' && (
          <button type="button" data-chatside="pick-skip" onClick={onSkip}>
            {t(`picker.skips.${step}`)}
          </button>
        )}
        {step !== 'composer' && (
          <button type="button" data-chatside="pick-back" onClick={onBack}>
            {t('picker.back')}
          </button>
        )}
        <button type="button" data-chatside="pick-cancel" onClick={onCancel}>
          {t('picker.cancel')}
        </button>
      </div>
    </section>
  );
}

/** Has the focus as soon as there is something to save: Enter goes on. */
function SaveButton({ disabled, onSave }: { disabled: boolean; onSave(): void }) {
  const { t } = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" className="primary" data-chatside="pick-save" disabled={disabled} onClick={onSave}>
      {t('picker.save')}
    </button>
  );
}

function Proof({ proof, t }: { proof: PickProof; t: Translate }) {
  return (
    <p className={proof.fits ? 'proof' : 'proof warn'} data-chatside="pick-proof" data-fits={proof.fits}>
      {sentence(proof, t)}
    </p>
  );
}

function sentence({ step, text, fits }: PickProof, t: Translate): string {
  if (!fits) return t(step === 'composer' ? 'picker.notWritable' : step === 'send' ? 'picker.notButton' : 'picker.noText');
  return step === 'composer' && text.trim() === '' ? t('picker.empty') : t('picker.read', { text });
}
