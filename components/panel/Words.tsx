import { memo, useState } from 'react';
import type { Hit } from '../../banned-words';
import { useTexts } from '../../locales/context';
import type { Held } from './view';
import { textIn } from '../../packs/local-text';
import { categoryName } from '../category';
import { Excuse } from './Excuse';

interface HitsProps {
  hits: Hit[];
  onFix(hit: Hit): void;
  onFixAll(): void;
  /** This one is no fault here. */
  onExcuse(hit: Hit): void;
}

/** The banned words in the draft, each with its reason and the mend. */
export const Hits = memo(function Hits({ hits, onFix, onFixAll, onExcuse }: HitsProps) {
  const { t, language } = useTexts();
  if (hits.length === 0) return null;
  const mendable = hits.filter((hit) => hit.suggestion !== undefined);
  return (
    <section aria-label={t('words.heading')} className="hits">
      {hits.map((hit, index) => (
        <div
          key={`${hit.start} ${hit.end} ${hit.term}`}
          className={`hit ${hit.level}`}
          data-chatside="hit"
          data-term={hit.term}
          data-level={hit.level}
          data-category={hit.category}
          data-start={hit.start}
          data-end={hit.end}
        >
          <p>
            <b>{hit.text}</b> <span className="badge">{t(`level.${hit.level}`)}</span>{' '}
            <span className="badge">{categoryName(t, hit.category)}</span>
          </p>
          <p className="hint">{textIn(hit.reason, language)}</p>
          {hit.suggestion !== undefined && (
            <button type="button" data-chatside="fix" onClick={() => onFix(hit)}>
              {hit.suggestion
                ? t('words.fix', { suggestion: hit.suggestion })
                : t('words.delete', { text: hit.text })}
            </button>
          )}{' '}
          <Excuse hit={hit} onExcuse={onExcuse} withKey={index === 0} />
        </div>
      ))}
      {mendable.length > 1 && (
        <button type="button" className="wide" data-chatside="fix-all" onClick={onFixAll}>
          {t('words.fixAll')} <kbd>Alt Shift .</kbd>
        </button>
      )}
    </section>
  );
});

interface HoldProps {
  held: Held;
  onBack(): void;
  onRelease(why: string): void;
}

const whys = ['fact', 'quote', 'wrong-find'] as const;

/** A send that was held, and the ways on. */
export function Hold({ held, onBack, onRelease }: HoldProps) {
  const { t } = useTexts();
  const [why, setWhy] = useState<string>(whys[0]);
  const heading = held.kind === 'ask' ? t('words.asked') : t('words.held');
  const text = { block: t('words.heldWhy'), ask: t('words.askedWhy'), slot: t('words.heldSlot') }[held.kind];
  return (
    <section className={`hold ${held.kind}`} role="alert" data-chatside="hold" data-kind={held.kind}>
      <h2>{heading}</h2>
      <p>{text}</p>
      {held.slots.length > 0 && <p>{t('replies.openSlot', { names: held.slots.join(' ') })}</p>}
      <div className="row">
        <button type="button" className="primary" data-chatside="hold-back" onClick={onBack}>
          {t('words.back')}
        </button>
      </div>
      {held.mayRelease && (
        <div className="row">
          <select aria-label={t('words.why')} value={why} onChange={(event) => setWhy(event.target.value)}>
            {whys.map((one) => (
              <option key={one} value={one}>
                {t(`words.whys.${one}`)}
              </option>
            ))}
          </select>
          <button type="button" data-chatside="hold-send" onClick={() => onRelease(why)}>
            {t('words.sendAnyway')}
          </button>
          <p className="hint">{t('words.whyKept')}</p>
        </div>
      )}
    </section>
  );
}
