import { useLiveQuery } from 'dexie-react-hooks';
import { presets } from '../../clock/presets';
import { measure, percentile } from '../../clock/measures';
import { WaitTable } from '../../components/workbench/WaitTable';
import { useTexts } from '../../locales/context';
import { holdsSince, waitsSince } from '../../storage/activity';
import { useSettings } from '../../storage/use-settings';

/** Today's waits, by the house rule and as the platforms count them. */
export function ClockPage() {
  const { t, language } = useTexts();
  const settings = useSettings();
  const waits = useLiveQuery(() => waitsSince(startOfToday()));
  const holds = useLiveQuery(() => holdsSince(startOfToday()));
  if (!settings || !waits || !holds) return null;
  const answered = waits.records.filter((wait) => wait.outcome === 'answered');
  const lengths = answered.map((wait) => wait.endedAt - wait.since).sort((a, b) => a - b);
  const seconds = (ms: number) => t('clock.seconds', { seconds: Math.round(ms / 100) / 10 });
  const inTime = waits.records.filter((wait) => wait.outcome === 'answered' && wait.endedAt - wait.since <= settings.targetMs);
  const figures: [string, string][] = [
    [t('clock.answered'), String(answered.length)],
    [t('clock.median'), seconds(percentile(lengths, 50))],
    [t('clock.mean'), seconds(lengths.reduce((sum, length) => sum + length, 0) / lengths.length)],
    [t('clock.p90'), seconds(percentile(lengths, 90))],
    [t('clock.within', { seconds: settings.targetMs / 1000 }), `${Math.round((inTime.length / waits.records.length) * 100)} %`],
    [t('clock.held'), String(holds.records.filter((hold) => hold.action === 'held').length)],
  ];
  return (
    <>
      <h1>{t('workbench.tabs.clock')}</h1>
      {answered.length === 0 ? (
        <p className="hint">{t('clock.none')}</p>
      ) : (
        <dl className="figures">
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <WaitTable
        waits={waits.records}
        measures={presets.map((preset) => ({ preset, result: measure(preset, waits.records) }))}
        language={language}
      />
    </>
  );
}

function startOfToday(): number {
  return new Date().setHours(0, 0, 0, 0);
}
