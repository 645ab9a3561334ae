import { useMemo } from 'react';
import type { Report, Summary } from '../../clock/report';
import { useTexts } from '../../locales/context';
import { Chart } from './Chart';
import type { Series } from './Chart';
import { secondsText, shareText, shortLength } from './length';
import { Table } from './Table';

interface Props {
  report: Report;
  targetMs: number;
  /** Held sends of the period. */
  held: number;
  theme: string;
}

/** A period's waits: the figures, how they are spread, and over the hours; each chart with its table. */
export function ReportView({ report, targetMs, held, theme }: Props) {
  const { t, language } = useTexts();
  const within = t('clock.within', { seconds: targetMs / 1000 });
  const { all, bins, hours } = report;
  const spread = useMemo(() => {
    const labels = bins.map(({ upTo }) => (upTo === null ? t('clock.longer') : `≤ ${shortLength(upTo, language)}`));
    const inTime = bins.map(({ upTo }) => upTo !== null && upTo <= targetMs);
    const series: Series[] = [
      { shape: 'solid', values: bins.map(({ n }, at) => (inTime[at] && n > 0 ? n : null)) },
      { shape: 'hollow', values: bins.map(({ n }, at) => (inTime[at] || n === 0 ? null : n)) },
    ];
    return { labels, series };
  }, [bins, targetMs, language, t]);
  const byHour = useMemo(() => {
    const series: Series[] = [
      { shape: 'hollow', values: hours.map(({ n }) => (n > 0 ? n : null)) },
      { shape: 'line', values: hours.map(({ median }) => (median === null ? null : median / 1000)) },
    ];
    return { labels: hours.map((_, hour) => String(hour)), series };
  }, [hours]);
  const head = [t('clock.waits'), t('clock.notAnswered'), t('clock.median'), t('clock.p90'), t('clock.mean'), t('clock.longest'), within];
  const row = (name: string, one: Summary) => [
    name, String(one.n), String(one.unanswered),
    secondsText(t, one.median), secondsText(t, one.p90), secondsText(t, one.mean), secondsText(t, one.longest), shareText(one.within),
  ];
  const figures: [string, string][] = [
    [t('clock.answered'), String(all.n - all.unanswered)],
    [t('clock.notAnswered'), String(all.unanswered)],
    [t('clock.median'), secondsText(t, all.median)],
    [t('clock.p90'), secondsText(t, all.p90)],
    [t('clock.mean'), secondsText(t, all.mean)],
    [within, shareText(all.within)],
    [t('clock.held'), String(held)],
  ];
  return (
    <>
      <dl className="figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Table
        head={[t('clock.kind'), ...head]}
        rows={[
          row(t('clock.all'), all),
          row(t('clock.firstAnswers'), report.first),
          row(t('clock.followingAnswers'), report.following),
          ...(report.sites.length > 1 ? report.sites.map(({ site, summary }) => row(site, summary)) : []),
        ]}
      />
      <h2>{t('clock.distribution')}</h2>
      <p className="hint">{t('clock.chartBars', { seconds: targetMs / 1000 })}</p>
      <Chart label={t('clock.distribution')} {...spread} theme={theme} />
      <details>
        <summary>{t('clock.table')}</summary>
        <Table head={[t('clock.wait'), t('clock.answered')]} rows={bins.map(({ n }, at) => [spread.labels[at]!, String(n)])} />
      </details>
      <h2>{t('clock.byHour')}</h2>
      <p className="hint">{t('clock.chartHours')}</p>
      <Chart label={t('clock.byHour')} {...byHour} theme={theme} />
      <details>
        <summary>{t('clock.table')}</summary>
        <Table head={[t('clock.hour'), ...head]} rows={hours.flatMap((one, hour) => (one.n > 0 ? [row(`${hour}:00`, one)] : []))} />
      </details>
      {report.days.length > 1 && (
        <details>
          <summary>{t('clock.byDay')}</summary>
          <Table head={[t('clock.day'), ...head]} rows={report.days.map(({ day, summary }) => row(day, summary))} />
        </details>
      )}
    </>
  );
}
