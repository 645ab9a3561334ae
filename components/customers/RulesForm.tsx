import { useTexts } from '../../locales/context';
import { customerClasses } from '../../storage/records-customers';
import type { Settings } from '../../storage/settings';

interface Props {
  settings: Settings;
  onChange(change: Partial<Settings>): void;
  /** The browser must be asked in the same click. */
  onNotifications(): void;
}

const limits = { noteDays: [0, 30], answerHours: [1, 720], closeDays: [1, 90] } as const;

/** Deadlines of complaints, reminders, and how long files of each class are kept. */
export function RulesForm({ settings, onChange, onNotifications }: Props) {
  const { t } = useTexts();
  const { complaintLimits, keepFiles } = settings;
  return (
    <>
      <fieldset className="settings">
        <legend>{t('file.limits')}</legend>
        {(['noteDays', 'answerHours', 'closeDays'] as const).map((key) => (
          <label key={key}>
            {t(`file.${key}`)}
            <input
              type="number"
              required
              min={limits[key][0]}
              max={limits[key][1]}
              step={1}
              defaultValue={complaintLimits[key]}
              onBlur={({ target }) => target.validity.valid && onChange({ complaintLimits: { ...complaintLimits, [key]: target.valueAsNumber } })}
            />
          </label>
        ))}
        <p className="hint">{t('file.limitsHint')}</p>
      </fieldset>
      <fieldset className="settings">
        <legend>{t('due.heading')}</legend>
        <label className="check">
          <input
            type="checkbox"
            checked={settings.remindByNotification}
            onChange={({ target }) => (target.checked ? onNotifications() : onChange({ remindByNotification: false }))}
          />
          {t('due.notify')}
        </label>
      </fieldset>
      <fieldset className="settings">
        <legend>{t('file.keepFor')}</legend>
        {([...customerClasses, 'none'] as const).map((one) => (
          <label key={one}>
            {one === 'none' ? t('file.keepNone') : t('file.keepClass', { class: one })}
            <input
              type="number"
              min={1}
              max={36_500}
              step={1}
              placeholder={t('file.forever')}
              defaultValue={keepFiles[one] ?? ''}
              // Kept when the field is left: a number half typed would delete years of files.
              onBlur={({ target }) => target.validity.valid && onChange({ keepFiles: { ...keepFiles, [one]: target.value === '' ? null : target.valueAsNumber } })}
            />
          </label>
        ))}
        <p className="hint">{t('file.keepHint')}</p>
      </fieldset>
    </>
  );
}
