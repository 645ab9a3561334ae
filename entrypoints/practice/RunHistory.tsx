import { useEffect, useRef, useState } from 'react';
import type { Runs } from '@/practice/history';
import { runStore } from './run-store';
import { useWords } from './words';

/** The table of earlier runs, in a dialog; read afresh each time it is opened. */
export function RunHistory({ onClose }: { onClose(): void }) {
  const { t, language, seconds, percent } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [read, setRead] = useState<Runs | null>(null);
  const { runs, unreadable } = read ?? { runs: [], unreadable: 0 };
  const [asking, setAsking] = useState(false);
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    void runStore.read().then(setRead);
  }, []);
  const columns = [t.when, t.trainee, t.paceAndCustomers, t.scenesDone, t.answers, t.within, t.medianTime, t.meanTime, t.unanswered, t.held, t.slipsSent, t.missed];
  return (
    <dialog className="history" ref={dialog} onClose={onClose} aria-label={t.history}>
      <header className="history-head">
        <h2>{t.history}</h2>
        <button type="button" className="btn" aria-label={t.cancel} onClick={() => dialog.current?.close()}>✕</button>
      </header>
      {unreadable > 0 && <p className="notice" role="alert">{t.unreadableRuns(unreadable)}</p>}
      {runs.length === 0 ? (
        read && <p className="empty">{t.noHistory}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be within the keyboard's reach
        <div className="history-scroll" tabIndex={0} role="region" aria-label={t.history}>
          <table>
            <thead><tr>{columns.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.startedAt}>
                  <th scope="row">{when.format(run.startedAt)}{!run.complete && <span className="muted"> {t.partial}</span>}</th>
                  <td><bdi>{run.trainee || <span className="muted">{t.noName}</span>}</bdi></td>
                  <td>×{run.pace} · {run.customers}</td>
                  <td>{run.scenes.filter(({ outcome }) => outcome === 'finished').length}/{run.scenes.length}</td>
                  <td>{run.waits - run.unanswered}</td>
                  <td>{percent(run.within, run.waits)}</td>
                  <td>{seconds(run.median)}</td>
                  <td>{seconds(run.mean)}</td>
                  <td>{run.unanswered}</td>
                  <td>{run.held ?? '—'}</td>
                  <td>{run.slips}</td>
                  <td>{run.scenes.reduce((sum, { missed }) => sum + missed.length, 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {(runs.length > 0 || unreadable > 0) && (
        <footer className="history-foot">
          {asking && <span>{t.reallyClear}</span>}
          {asking && <button type="button" className="btn" onClick={() => setAsking(false)}>{t.cancel}</button>}
          <button
            type="button"
            className="btn btn-danger"
            onClick={() => {
              if (asking) void runStore.clear().then(() => runStore.read()).then(setRead);
              setAsking(!asking);
            }}
          >
            {t.clearHistory}
          </button>
        </footer>
      )}
    </dialog>
  );
}
