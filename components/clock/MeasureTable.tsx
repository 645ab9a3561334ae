import type { Measurement } from '../../clock/measures';
import type { Preset } from '../../clock/preset';
import { useTexts } from '../../locales/context';
import { textIn } from '../../packs/local-text';
import { secondsText, shareText } from './length';

interface Props {
  measures: { preset: Preset; result: Measurement }[];
}

/** The period's waits as platforms count them, each with where its definition comes from. */
export function MeasureTable({ measures }: Props) {
  const { t, language } = useTexts();
  return (
    <>
      <h2>{t('clock.platforms')}</h2>
      <p className="hint">{t('clock.estimate')}</p>
      <table>
        <thead>
          <tr>
            {(['measure', 'value', 'basis', 'source'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`clock.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map(({ preset, result }) => (
            <tr key={preset.id}>
              <th scope="row">
                {textIn(preset.name, language)}
                {preset.limits && <p className="hint">{textIn(preset.limits, language)}</p>}
              </th>
              <td className="number">{result.unit === 'share' ? shareText(result.value) : secondsText(t, result.value)}</td>
              <td className="hint">{t('clock.restsOn', { count: result.n })}</td>
              <td className="hint source">
                {preset.source}, {preset.sourceDate}, {t(`clock.certainty.${preset.certainty}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
