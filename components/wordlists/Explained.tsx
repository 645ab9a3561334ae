import type { Explanation } from '../../banned-words';
import { useTexts } from '../../locales/context';
import { textIn } from '../../packs/local-text';
import { categoryName } from '../category';
import { Marked } from './Marked';

interface Props {
  text: string;
  explanation: Explanation;
  /** The name of a list, by the id of its pack. */
  listName(pack: string): string;
}

/** What is found in a text and why; and what reads like a find and is none, and why not. */
export function Explained({ text, explanation: { hits, nonHits }, listName }: Props) {
  const { t, language } = useTexts();
  return (
    <div role="status" className="explained">
      <p>
        <Marked text={text} spans={hits} />
      </p>
      {hits.length === 0 && <p>{t('wordlists.clean')}</p>}
      {hits.length > 0 && (
        <>
          <h3>{t('wordlists.found')}</h3>
          <ul>
            {hits.map((hit) => (
              <li key={`${hit.start} ${hit.end}`} data-chatside="found" data-term={hit.term}>
                <b>{hit.text}</b> <span className={`level-${hit.level}`}>{t(`level.${hit.level}`)}</span> · {categoryName(t, hit.category)} ·{' '}
                {textIn(hit.reason, language)}
                {hit.suggestion && ` → ${hit.suggestion}`}
                <br />
                <small className="hint">
                  {[t('wordlists.listed', { list: listName(hit.pack) }), hit.source, hit.asked && t('wordlists.asked')].filter(Boolean).join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      {nonHits.length > 0 && (
        <>
          <h3>{t('wordlists.notFound')}</h3>
          <ul>
            {nonHits.map(({ start, end, text: found, term, why, by }, at) => (
              <li key={`${start} ${end} ${term} ${at}`} data-chatside="not-found" data-why={why} data-term={term}>
                {t(`wordlists.why.${why}`, { text: found, term, by: by ?? '' })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
