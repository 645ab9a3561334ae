import { useLiveQuery } from '../../storage/use-live';
import { useTexts } from '../../locales/context';
import { handoverDue } from '../../storage/handover-due';

/** Says that the shift ends and its handover is not signed; nothing otherwise. */
export function HandoverLine() {
  const { t, language } = useTexts();
  const ending = useLiveQuery(async () => (await handoverDue(Date.now())).ending);
  if (!ending) return null;
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(ending.to);
  return (
    <p className="status" role="status">
      <a href="/workbench.html#/clock/handover" target="_blank" rel="noreferrer">
        {t('handover.reminder', { time })}
      </a>
    </p>
  );
}
