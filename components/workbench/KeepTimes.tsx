import { useState } from 'react';
import { useTexts } from '../../locales/context';
import type { Settings } from '../../storage/settings';
import { NumberField } from './NumberField';

interface Props {
  settings: Settings;
  /** Names of the settings that an administrator locked. */
  locked: ReadonlySet<string>;
  onChange(change: Partial<Settings>): void;
  onDelete(): Promise<void>;
}

/** Whether and how long times are kept; what was kept goes in two clicks. */
export function KeepTimes({ settings, locked, onChange, onDelete }: Props) {
  const { t } = useTexts();
  const [step, setStep] = useState<'ready' | 'sure' | 'deleted'>('ready');
  const press = () => {
    if (step !== 'sure') return setStep('sure');
    void onDelete().then(() => setStep('deleted'));
  };
  return (
    <fieldset className="settings">
      <legend>{t('workbench.keepTimes')}</legend>
      <label className="check">
        <input type="checkbox" checked={settings.keepTimes} disabled={locked.has('keepTimes')} onChange={({ target }) => onChange({ keepTimes: target.checked })} />
        {t('workbench.keepTimes')}
      </label>
      <p className="hint">{t('workbench.keepTimesHint')}</p>
      {/* Told when the field is left: a number half typed would delete a year of times. */}
      <NumberField
        label={t('workbench.keepDays')}
        value={settings.keepDays}
        min={1}
        max={3650}
        locked={locked.has('keepDays')}
        tell="leaving"
        onChange={(keepDays) => onChange({ keepDays })}
      />
      <button type="button" onClick={press} onBlur={() => setStep((one) => (one === 'sure' ? 'ready' : one))}>
        {t(step === 'sure' ? 'workbench.deleteTimesSure' : 'workbench.deleteTimes')}
      </button>
      <p role="status">{step === 'deleted' && t('workbench.deletedTimes')}</p>
    </fieldset>
  );
}
