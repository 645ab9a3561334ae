import { useTexts } from '../../locales/context';
import type { WordException } from '../../storage/records-words';
import { categoryName } from '../category';
import { Marked } from './Marked';
import { siteName, stateOf } from './names';

interface Props {
  exceptions: WordException[];
  /** Whether this one can become an exception of its entry. */
  mayList(exception: WordException): boolean;
  onAccept(exception: WordException, accepted: boolean): void;
  onList(exception: WordException): void;
  onTakeBack(exception: WordException): void;
}

/** What agents said is no fault, for the lead to accept, to put into the list, or to take back. */
export function ExceptionTable({ exceptions, mayList, onAccept, onList, onTakeBack }: Props) {
  const { t, language } = useTexts();
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <table>
      <thead>
        <tr>
          {(['phrase', 'state', 'when', 'who', 'site'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`wordlists.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {exceptions.map((exception) => {
          const { id, text, found, whole, level, category, acceptedAt, at, author, site } = exception;
          const start = text.indexOf(found);
          const state = stateOf(exception);
          return (
            <tr key={id} data-chatside="exception" data-term={exception.term} data-state={state}>
              <td>
                <Marked text={text} spans={start < 0 ? [] : [{ start, end: start + found.length, level }]} />
                {whole && <small className="hint"> ({t('wordlists.wholeSentence')})</small>}
                <br />
                <small className="hint">
                  {categoryName(t, category)} · {t(`level.${level}`)}
                </small>
                <div className="line">
                  {acceptedAt === null ? (
                    <button type="button" aria-label={t('wordlists.acceptOf', { text })} data-chatside="exception-accept" onClick={() => onAccept(exception, true)}>
                      {t('wordlists.accept')}
                    </button>
                  ) : (
                    <button type="button" onClick={() => onAccept(exception, false)}>
                      {t('wordlists.unaccept')}
                    </button>
                  )}
                  {mayList(exception) && (
                    <button type="button" title={t('wordlists.putIntoListHint')} data-chatside="exception-list" onClick={() => onList(exception)}>
                      {t('wordlists.putIntoList')}
                    </button>
                  )}
                  <button type="button" data-chatside="exception-take-back" onClick={() => onTakeBack(exception)}>
                    {t('wordlists.takeBack')}
                  </button>
                </div>
              </td>
              <td className={state === 'waiting' ? 'level-block' : ''}>{t(`wordlists.states.${state}`)}</td>
              <td className="number">{when.format(at)}</td>
              <td>{author}</td>
              <td className="source">{siteName(t, site)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
