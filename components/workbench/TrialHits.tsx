import type { Hit } from '../../banned-words';
import { useTexts } from '../../locales/context';
import { textIn } from '../../packs/local-text';

/** What was found in a text that is tried. */
export function TrialHits({ hits }: { hits: Hit[] }) {
  const { t, language } = useTexts();
  if (hits.length === 0) return <p role="status">{t('lists.clean')}</p>;
  return (
    <ul role="status">
      {hits.map((hit) => (
        <li key={`${hit.start} ${hit.end}`}>
          <b>{hit.text}</b> <span className={`level-${hit.level}`}>{t(`level.${hit.level}`)}</span> ·{' '}
          {textIn(hit.reason, language)}
          {hit.suggestion && ` → ${hit.suggestion}`}
        </li>
      ))}
    </ul>
  );
}
