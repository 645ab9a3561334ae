import { memo } from 'react';
import type { OpenWait, WaitLevel } from '../../clock/wait';
import type { Translate } from '../../locales';
import { elapsedText, useNow } from './elapsed';

interface Props {
  /** In the order in which they are shown; the open chat's first, then the most urgent. */
  waits: OpenWait[];
  /** The chat in front. */
  openKey: string | null;
  /** A row was clicked, or pressed with Enter or Space. */
  onOpen(key: string): void;
  t: Translate;
}

/** Fuller the later it is: the level can be told without colour. */
const marks: Record<WaitLevel, string> = { calm: '○', soon: '◐', late: '●' };

/**
 * Who is waiting and how long. The seconds are for the eye: role `timer` is not announced, and
 * nothing moves but the digits.
 */
export const WaitList = memo(function WaitList({ waits, openKey, onOpen, t }: Props) {
  const now = useNow(waits.map(({ since }) => since));
  return (
    <section className="waits" aria-label={t('waits.heading')}>
      {waits.length === 0 && <p className="hint">{t('waits.none')}</p>}
      {waits.map(({ customerKey, customerName, since, level }) => {
        // A page that names nobody is told apart by its address, which tells nothing to anybody.
        const name = customerName || (customerKey.startsWith('page:') ? t('customer.unnamed') : customerKey);
        const time = elapsedText(now - since);
        return (
          <div
            key={customerKey}
            className={`wait ${level}`}
            role="timer"
            aria-live="off"
            aria-label={t('waits.waiting', { name, time, level: t(`waits.${level}`) })}
            data-chatside="wait"
            data-customer={customerKey}
            data-since={since}
            data-level={level}
            onClick={() => onOpen(customerKey)}
          >
            {/* The click of the button, by mouse or key, reaches the row. */}
            <button type="button" className="plain" title={t('waits.open', { name })} aria-current={customerKey === openKey || undefined}>
              <span className="mark" aria-hidden="true">
                {marks[level]}
              </span>
              <span className="name">{name}</span>
              <span className="time">{time}</span>
              <span className="level">{t(`waits.${level}`)}</span>
            </button>
          </div>
        );
      })}
    </section>
  );
});
