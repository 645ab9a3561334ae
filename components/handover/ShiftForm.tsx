import { useTexts } from '../../locales/context';

interface Props {
  /** Local hours, `HH:MM`. */
  shift: { from: string; to: string };
  remind: boolean;
  onShift(shift: Props['shift']): void;
  onRemind(on: boolean): void;
}

/** The hours of the agent's shift, and whether its end is to be reminded of. */
export function ShiftForm({ shift, remind, onShift, onRemind }: Props) {
  const { t } = useTexts();
  const field = (label: string, which: 'from' | 'to') => (
    <label>
      {label}{' '}
      <input type="time" required value={shift[which]} onChange={({ target }) => target.value && onShift({ ...shift, [which]: target.value })} />
    </label>
  );
  return (
    <fieldset className="shift-form no-print">
      <legend>{t('handover.myShift')}</legend>
      <div className="line">
        {field(t('handover.from'), 'from')}
        {field(t('handover.to'), 'to')}
        <label className="check">
          <input type="checkbox" checked={remind} onChange={({ target }) => onRemind(target.checked)} /> {t('handover.remind')}
        </label>
      </div>
      <p className="hint">{t('handover.remindHint')}</p>
    </fieldset>
  );
}
