import { useWords } from './words';

/** What stands in the middle before the shift begins. */
export function Welcome({ onStart }: { onStart(): void }) {
  const { t } = useWords();
  return (
    <div className="welcome">
      <h2>{t.welcome}</h2>
      <ol>{t.introduction.map((line) => <li key={line}>{line}</li>)}</ol>
      <button type="button" className="btn btn-primary" onClick={onStart}>{t.start}</button>
    </div>
  );
}
