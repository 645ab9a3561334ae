import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { Table } from '../../components/clock/Table';
import { secondsText, shareText } from '../../components/clock/length';
import { moment } from '../../components/handover/moment';
import { StandardForm } from '../../components/practice/StandardForm';
import { Verdict } from '../../components/practice/Verdict';
import { useTexts } from '../../locales/context';
import type { Run } from '../../practice/history';
import { readinessOf } from '../../practice/standard';
import { moveRuns, readRuns } from '../../storage/practice-runs';
import { changeSettings } from '../../storage/settings';
import { useSettings } from '../../storage/use-settings';
import { ClockTabs } from './ClockTabs';

/** Who trains on the practice shop, how they do, and whether they are ready to serve. */
export function TrainingPage() {
  const { t, language } = useTexts();
  const settings = useSettings();
  const read = useLiveQuery(readRuns);
  // What an earlier version left in this origin's `localStorage`.
  useEffect(() => void moveRuns(localStorage).catch(() => undefined), []);
  if (!settings || !read) return null;
  const { runs } = read;
  const { practiceStandard } = settings;
  const trainees = [...Map.groupBy(runs, ({ trainee }) => trainee)];
  const row = (run: Run) => [
    moment(run.startedAt, language),
    `${run.scenes.filter(({ outcome }) => outcome === 'finished').length}/${run.scenes.length}`,
    String(run.waits),
    shareText(run.waits === 0 ? null : run.within / run.waits),
    secondsText(t, run.mean),
    secondsText(t, run.median),
    String(run.held ?? '–'),
    String(run.slips),
  ];
  return (
    <>
      <ClockTabs />
      <h1>{t('training.title')}</h1>
      <p className="hint">{t('training.intro')}</p>
      <p className="no-print">
        <a href="/practice.html" target="_blank" rel="noreferrer">
          {t('popup.practice')}
        </a>
      </p>
      {trainees.length === 0 && <p>{t('training.none')}</p>}
      {trainees.map(([trainee, own]) => (
        <section key={trainee} aria-label={trainee || t('training.noName')} data-trainee={trainee}>
          <h2>{trainee || t('training.noName')}</h2>
          <Verdict standard={practiceStandard} readiness={readinessOf(own, practiceStandard)} language={language} />
          <details>
            <summary>{t('training.runsOf', { count: own.length })}</summary>
            <Table
              head={[t('training.when'), t('training.scenesDone'), t('clock.waits'), t('clock.within', { seconds: 20 }), t('clock.mean'), t('clock.median'), t('clock.held'), t('training.slipsSent')]}
              rows={own.map(row)}
            />
          </details>
        </section>
      ))}
      <StandardForm standard={practiceStandard} onChange={(standard) => void changeSettings({ practiceStandard: standard })} />
    </>
  );
}
