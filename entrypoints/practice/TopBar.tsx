import { languageNames } from '@/practice/texts';
import { languages, type Language } from '@/practice/scenes';
import { paces } from '@/practice/settings';
import type { Shift } from '@/practice/shift';
import { useWords } from './words';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

interface Props {
  shift: Shift;
  theme: Theme;
  onPace(pace: number): void;
  onLanguage(language: Language): void;
  onTheme(theme: Theme): void;
  onToggle(): void;
  onRestart(): void;
  onHistory(): void;
}

export function TopBar({ shift, theme, onPace, onLanguage, onTheme, onToggle, onRestart, onHistory }: Props) {
  const { t, language } = useWords();
  const { pace } = shift.options;
  const offered = [...new Set([...paces, pace])].toSorted((a, b) => a - b);
  const toggle = { ready: t.start, running: t.pause, paused: t.resume, over: t.restart }[shift.status];
  return (
    <header className="topbar">
      <div className="brand">
        <span className="brand-mark" aria-hidden="true">木</span>
        <h1>{t.shop}</h1>
        <span className="brand-sub">{t.console}</span>
      </div>
      <div className="topbar-controls">
        <span className={`status status-${shift.status}`}>{t.status[shift.status]}</span>
        <button type="button" className="btn btn-primary" onClick={shift.status === 'over' ? onRestart : onToggle}>
          {toggle}
        </button>
        {shift.status !== 'over' && shift.status !== 'ready' && (
          <button type="button" className="btn" onClick={onRestart}>{t.restart}</button>
        )}
        <button type="button" className="btn" onClick={onHistory}>{t.history}</button>
        <label className="field" title={t.paceHint}>
          <span>{t.pace}</span>
          <select value={pace} onChange={(event) => onPace(Number(event.target.value))}>
            {offered.map((value) => <option key={value} value={value}>×{value}</option>)}
          </select>
        </label>
        <label className="field">
          <span>{t.language}</span>
          <select value={language} onChange={(event) => onLanguage(event.target.value as Language)}>
            {languages.map((value) => <option key={value} value={value} lang={value}>{languageNames[value]}</option>)}
          </select>
        </label>
        <label className="field">
          <span>{t.theme}</span>
          <select value={theme} onChange={(event) => onTheme(event.target.value as Theme)}>
            {themes.map((value) => <option key={value} value={value}>{t.themes[value]}</option>)}
          </select>
        </label>
      </div>
    </header>
  );
}
