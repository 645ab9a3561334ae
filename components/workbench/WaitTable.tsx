import type { Measurement } from '../../clock/measures';
import type { Preset } from '../../clock/preset';
import { useTexts } from '../../locales/context';
import type { Language } from '../../locales';
import { textIn } from '../../packs/local-text';
import type { WaitRecord } from '../../storage/records';

interface Props {
  waits: WaitRecord[];
  measures: { preset: Preset; result: Measurement }[];
  language: Language;
}

/** Waits as platforms would count them, and one by one. */
export function WaitTable({ waits, measures, language }: Props) {
  const { t } = useTexts();
  if (waits.length === 0) return null;
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  const seconds = (ms: number) => t('clock.seconds', { seconds: Math.round(ms / 100) / 10 });
  return (
    <>
      <h2>{t('clock.platforms')}</h2>
      <p className="hint">{t('clock.estimate')}</p>
      <table>
        <tbody>
          {measures.map(({ preset, result }) => (
            <tr key={preset.id}>
              <th scope="row">{textIn(preset.name, language)}</th>
              <td>
                {result.value === null
                  ? '–'
                  : result.unit === 'share'
                    ? `${Math.round(result.value * 1000) / 10} %`
                    : seconds(result.value)}
              </td>
              <td className="hint">{t('clock.restsOn', { count: result.n })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('clock.each')}</h2>
      <table>
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
          {waits.slice(0, 200).map((wait) => (
            <tr key={wait.id}>
              <td>{time.format(wait.since)}</td>
              <td>{wait.customerName || t('customer.unnamed')}</td>
              <td>{wait.site}</td>
              <td>{seconds(wait.endedAt - wait.since)}</td>
              <td>{t(`clock.outcomes.${wait.outcome}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
