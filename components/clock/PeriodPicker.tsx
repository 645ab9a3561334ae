import type { Period, PeriodKind } from '../../clock/period';
import { useTexts } from '../../locales/context';

/** What the agent chose to look at. */
export interface Choice {
  kind: PeriodKind['kind'] | 'custom';
  /** Periods from the present one; 0 is the present, -1 the one before. */
  step: number;
  /** Local hours of the shift, `HH:MM`. */
  shift: { from: string; to: string };
  /** First and last local day, `YYYY-MM-DD`. */
  days: { from: string; to: string };
  /** Host name, or empty for all. */
  site: string;
}

interface Props {
  choice: Choice;
  period: Period;
  sites: string[];
  onChange(change: Partial<Choice>): void;
}

/** Chooses day, week, shift or two dates, and the site. */
export function PeriodPicker({ choice, period, sites, onChange }: Props) {
  const { t, language } = useTexts();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...(choice.kind === 'shift' && { timeStyle: 'short' }) });
  const field = (name: string, type: 'time' | 'date', value: string, keep: (value: string) => void) => (
    <label>
      {name}
      <input type={type} required value={value} onChange={({ target }) => target.value && keep(target.value)} />
    </label>
  );
  const { shift, days } = choice;
  return (
    <>
      <form className="period line no-print" onSubmit={(event) => event.preventDefault()}>
        <label>
          {t('clock.period')}
          <select value={choice.kind} onChange={({ target }) => onChange({ kind: target.value as Choice['kind'], step: 0 })}>
            {(['day', 'week', 'shift', 'custom'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {t(`clock.periods.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        {choice.kind === 'shift' && (
          <>
            {field(t('clock.shiftFrom'), 'time', shift.from, (from) => onChange({ shift: { ...shift, from } }))}
            {field(t('clock.shiftTo'), 'time', shift.to, (to) => onChange({ shift: { ...shift, to } }))}
          </>
        )}
        {choice.kind === 'custom' ? (
          <>
            {field(t('clock.from'), 'date', days.from, (from) => onChange({ days: { ...days, from } }))}
            {field(t('clock.to'), 'date', days.to, (to) => onChange({ days: { ...days, to } }))}
          </>
        ) : (
          <>
            <button type="button" onClick={() => onChange({ step: choice.step - 1 })}>
              ← {t('clock.earlier')}
            </button>
            <button type="button" disabled={choice.step >= 0} onClick={() => onChange({ step: choice.step + 1 })}>
              {t('clock.later')} →
            </button>
          </>
        )}
        <label>
          {t('clock.site')}
          <select value={choice.site} onChange={({ target }) => onChange({ site: target.value })}>
            <option value="">{t('clock.allSites')}</option>
            {sites.map((site) => (
              <option key={site}>{site}</option>
            ))}
          </select>
        </label>
      </form>
      <p className="hint">
        {format.formatRange(period.from, Math.max(period.from, period.to - 1))}
        {choice.site && `, ${choice.site}`}
      </p>
    </>
  );
}
