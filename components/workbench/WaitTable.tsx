import { useTexts } from '../../locales/context';
import type { WaitRecord } from '../../storage/records';
import { secondsText } from '../clock/length';

/** The newest waits one by one; all of them are in the export. */
const SHOWN = 200;

interface Props {
  /** Oldest first. */
  waits: WaitRecord[];
}

/** Waits one by one, newest first. */
export function WaitTable({ waits }: Props) {
  const { t, language } = useTexts();
  if (waits.length === 0) return null;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'medium' });
  return (
    <>
      <h2>{t('clock.each')}</h2>
      <table className="each">
        <thead>
          <tr>
            <th scope="col">{t('clock.since')}</th>
            <th scope="col">{t('clock.customer')}</th>
            <th scope="col">{t('clock.site')}</th>
            <th scope="col">{t('clock.wait')}</th>
            <th scope="col">{t('clock.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {waits.slice(-SHOWN).toReversed().map((wait) => (
            <tr key={wait.id}>
              <td>{time.format(wait.since)}</td>
              <td>{wait.customerName || t('customer.unnamed')}</td>
              <td>{wait.site}</td>
              <td>{secondsText(t, wait.endedAt - wait.since)}</td>
              <td>{t(`clock.outcomes.${wait.outcome}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
