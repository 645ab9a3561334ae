import { useTexts } from '../../locales/context';
import { nineOClock } from './times';

const HOUR = 3_600_000;

/** Puts a reminder off. */
export function Snooze({ onSnooze }: { onSnooze(until: number): void }) {
  const { t } = useTexts();
  const times = {
    inAnHour: () => Date.now() + HOUR,
    tomorrow: () => nineOClock(Date.now(), 1),
    inThreeDays: () => nineOClock(Date.now(), 3),
  };
  return (
    <select
      className="snooze"
      aria-label={t('due.snooze')}
      value=""
      onChange={({ target: { value } }) => {
        if (value === 'inAnHour' || value === 'tomorrow' || value === 'inThreeDays') onSnooze(times[value]());
      }}
    >
      <option value="">{t('due.snooze')}</option>
      {(['inAnHour', 'tomorrow', 'inThreeDays'] as const).map((one) => (
        <option key={one} value={one}>
          {t(`due.${one}`)}
        </option>
      ))}
    </select>
  );
}
