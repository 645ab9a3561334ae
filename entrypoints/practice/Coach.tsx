import type { ReactNode } from 'react';
import type { Chat } from '@/practice/customer';
import type { Score } from '@/practice/score';
import { useWords } from './words';

interface Props {
  chat: Chat | null;
  score: Score;
  held: number | null;
  trainee: string;
  /** How the trainee stands against the lead's standard; null where there is none. */
  verdict: ReactNode;
  onTrainee(name: string): void;
}

function TaskCard({ chat, score }: { chat: Chat | null; score: Score }) {
  const { t } = useWords();
  if (!chat) return <p className="empty">{t.chooseForTask}</p>;
  const result = score.scenes.find(({ id }) => id === chat.id);
  return (
    <article className="card">
      <h3>{chat.scene.title}</h3>
      <p>{chat.scene.task}</p>
      <h4>{t.facts}</h4>
      <ul className="facts">{chat.scene.facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>
      {result && result.slips.length > 0 && (
        <>
          <h4>{t.slips}</h4>
          <ul className="facts facts-bad">{result.slips.map((slip) => <li key={slip}>{slip}</li>)}</ul>
        </>
      )}
      {result && result.outcome !== 'open' && (
        <>
          <h4>{t.missed}</h4>
          {result.missed.length === 0 && <p className="good">✓ {t.nothingMissed}</p>}
          <ul className="facts facts-bad">{result.missed.map((what) => <li key={what}>{what}</li>)}</ul>
        </>
      )}
    </article>
  );
}

function Figure({ label, value, hint }: { label: string; value: string | number; hint?: string }) {
  return (
    <div title={hint}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function SceneList({ score }: { score: Score }) {
  const { t } = useWords();
  const note = (missed: string[], slips: string[]) =>
    [missed.length > 0 && `${t.missed} ${missed.length}`, slips.length > 0 && `${t.slips} ${slips.length}`].filter(Boolean).join(' · ');
  return (
    <ul className="scene-list">
      {score.scenes.map(({ id, title, outcome, missed, slips }) => (
        <li key={id}>
          <span className="scene-title">{title}</span>
          <span className={`scene-outcome outcome-${outcome}`}>{t.outcome[outcome]}</span>
          {(missed.length > 0 || slips.length > 0) && <span className="muted">{note(missed, slips)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What the trainee is to do, and how it is going. */
export function Coach({ chat, score, held, trainee, verdict, onTrainee }: Props) {
  const { t, seconds, percent } = useWords();
  const done = score.scenes.filter(({ outcome }) => outcome === 'finished').length;
  return (
    <aside className="coach" aria-label={t.coach}>
      <label className="field field-wide">
        <span>{t.trainee}</span>
        <input value={trainee} maxLength={80} placeholder={t.traineePlaceholder} onChange={(event) => onTrainee(event.target.value)} />
      </label>
      <h2>{t.task}</h2>
      <TaskCard chat={chat} score={score} />
      <h2>{t.score}</h2>
      <dl className="figures">
        <Figure label={t.within} value={percent(score.within, score.waits)} hint={t.withinHint} />
        <Figure label={t.medianTime} value={seconds(score.median)} />
        <Figure label={t.meanTime} value={seconds(score.mean)} />
        <Figure label={t.answers} value={score.answerTimes.length} />
        <Figure label={t.unanswered} value={score.unanswered} />
        <Figure label={t.held} value={held ?? '—'} hint={held === null ? t.heldUnknown : undefined} />
        <Figure label={t.slipsSent} value={score.slips} hint={t.slipsHint} />
      </dl>
      {held === null && <p className="muted small">{t.heldUnknown}</p>}
      {score.answerTimes.length > 0 && (
        <p className="small"><span className="muted">{t.answerTimes}</span> {score.answerTimes.slice(-6).map(seconds).join(' · ')}</p>
      )}
      {verdict}
      <h2>{t.scenes} <span className="muted">{t.scenesDone} {done}/{score.scenesTotal}</span></h2>
      <SceneList score={score} />
    </aside>
  );
}
