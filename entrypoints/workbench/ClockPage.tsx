import { useMemo, useState } from 'react';
import { periodOf } from '../../clock/period';
import type { Period } from '../../clock/period';
import { presets as builtIn } from '../../clock/presets';
import { MeasureTable } from '../../components/clock/MeasureTable';
import { PeriodPicker } from '../../components/clock/PeriodPicker';
import type { Choice } from '../../components/clock/PeriodPicker';
import { PresetForm } from '../../components/clock/PresetForm';
import { ReportView } from '../../components/clock/ReportView';
import { WaitTable } from '../../components/workbench/WaitTable';
import { useTexts } from '../../locales/context';
import { changeSettings } from '../../storage/settings';
import { useSettings } from '../../storage/use-settings';
import type { SettingsInUse } from '../../storage/use-settings';
import { Activity } from './Activity';
import { ClockTabs } from './ClockTabs';
import { ExportButtons } from './ExportButtons';
import { useMeasures, useReport, useTimes } from './use-report';

/** The report over a period: waits, held sends, replies, and what platforms would count. */
export function ClockPage() {
  const settings = useSettings();
  return settings && <Loaded settings={settings} />;
}

function Loaded({ settings }: { settings: SettingsInUse }) {
  const { t } = useTexts();
  const [choice, setChoice] = useState<Choice>(() => {
    const today = new Date().toLocaleDateString('sv');
    return { kind: 'day', step: 0, shift: settings.shift, days: { from: today, to: today }, site: '' };
  });
  const period = useMemo(() => periodChosen(choice), [choice]);
  const times = useTimes(period);
  const targetMs = settings.targets[choice.site] ?? settings.targetMs;
  const report = useReport(times, period, targetMs, choice.site);
  const waits = useMemo(
    () => times?.waits?.filter(({ site }) => !choice.site || site === choice.site) ?? null,
    [times, choice.site],
  );
  const presets = useMemo(() => [...builtIn, ...settings.presets], [settings.presets]);
  const measures = useMeasures(presets, waits);
  const holds = (times?.holds ?? []).filter(({ site }) => !choice.site || site === choice.site);
  return (
    <>
      <ClockTabs />
      <h1>{t('workbench.tabs.clock')}</h1>
      <PeriodPicker choice={choice} period={period} sites={times?.columns.sites ?? []} onChange={(change) => setChoice({ ...choice, ...change })} />
      {!times || !report ? (
        <p role="status">{t('clock.reading')}</p>
      ) : report.all.n === 0 ? (
        <p className="hint">{t(choice.kind === 'day' && choice.step === 0 ? 'clock.none' : 'clock.noneHere')}</p>
      ) : (
        <>
          <ExportButtons waits={waits} />
          <ReportView report={report} targetMs={targetMs} held={holds.filter(({ action }) => action === 'held').length} theme={settings.theme} />
        </>
      )}
      {times && times.columns.leftOut > 0 && <p className="hint">{t('clock.leftOut', { count: times.columns.leftOut })}</p>}
      <Activity period={period} site={choice.site} holds={holds} />
      {times && !waits && <p role="status">{t('clock.readingEach')}</p>}
      {waits && waits.length > 0 && <MeasureTable measures={measures} />}
      <PresetForm presets={settings.presets} onChange={(own) => void changeSettings({ presets: own })} />
      {waits && <WaitTable waits={waits} />}
    </>
  );
}

function periodChosen({ kind, step, shift, days }: Choice): Period {
  if (kind === 'custom') {
    const [from, to] = [days.from, days.to].map((day) => periodOf({ kind: 'day' }, new Date(`${day}T12:00`).getTime(), 'local'));
    return { from: from!.from, to: Math.max(from!.to, to!.to) };
  }
  return periodOf(kind === 'shift' ? { kind, ...shift } : { kind }, Date.now(), 'local', step);
}
