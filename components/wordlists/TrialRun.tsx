import { useState } from 'react';
import type { TrialFind } from '../../banned-words';
import { useTexts } from '../../locales/context';
import { Marked } from './Marked';

interface Message {
  id?: number | undefined;
  site: string;
  at: number;
  text: string;
}

interface Props {
  finds: TrialFind<Message>[];
  /** How many sent messages it was tried on. */
  total: number;
  /** How many the entry finds as it stands now; null for a new one. */
  before: number | null;
  keepTimes: boolean;
}

/** Messages listed before one asks for more. */
const SHOWN = 10;

/** What an entry would have done to the messages that were sent. */
export function TrialRun({ finds, total, before, keepTimes }: Props) {
  const { t, language } = useTexts();
  const [all, setAll] = useState(false);
  const count = (action: TrialFind<Message>['action']) => finds.filter((find) => find.action === action).length;
  const counts = { held: count('held'), asked: count('asked'), underlined: count('underlined'), total };
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <section className="trial-run" aria-label={t('wordlists.trial')}>
      <h4>{t('wordlists.trial')}</h4>
      <p role="status" data-chatside="trial" data-held={counts.held} data-asked={counts.asked} data-total={total}>
        {total === 0
          ? t(keepTimes ? 'wordlists.trialNone' : 'wordlists.trialOff')
          : before !== null
            ? t('wordlists.trialChanged', { ...counts, before })
            : t(finds.length === 0 ? 'wordlists.trialCalm' : 'wordlists.trialNew', counts)}
      </p>
      {finds.length > 0 && (
        <ul className="trial-messages">
          {finds.slice(0, all ? undefined : SHOWN).map(({ message, hits, action }, at) => (
            <li key={message.id ?? at} className={`trial-${action}`}>
              <Marked text={message.text} spans={hits} /> <small className="hint">{when.format(message.at)} · {message.site}</small>
            </li>
          ))}
        </ul>
      )}
      {!all && finds.length > SHOWN && (
        <button type="button" onClick={() => setAll(true)}>
          {t('wordlists.trialMore', { count: finds.length - SHOWN })}
        </button>
      )}
      <p className="hint">{t('wordlists.trialHint')}</p>
    </section>
  );
}
