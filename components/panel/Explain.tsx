import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Hit } from '../../banned-words';
import { useTexts } from '../../locales/context';
import { textIn } from '../../packs/local-text';
import { categoryName } from '../category';
import { Excuse } from './Excuse';
import type { Explained } from './view';

interface Props {
  explained: Explained;
  onFix(hit: Hit): void;
  /** This one is no fault here. */
  onExcuse(hit: Hit): void;
  /** Ends it and gives the chat box back. */
  onBack(): void;
  /** The pointer came in, or left. */
  onOver(inside: boolean): void;
}

/** One banned word explained where it stands, with the mend. Takes the focus only when it was asked for by key. */
export function Explain({ explained, onFix, onExcuse, onBack, onOver }: Props) {
  const { t, language } = useTexts();
  const { hit, index, count, byKeys, place } = explained;
  const box = useRef<HTMLElement>(null);
  const name = useId();
  useEffect(() => {
    if (byKeys) (box.current?.querySelector('button') ?? box.current)?.focus({ preventScroll: true });
  }, [byKeys, hit]);

  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const typed = event.key.length === 1 && event.key !== ' ';
    if (event.key !== 'Escape' && event.key !== 'Backspace' && !typed) return;
    // What is typed on goes into the chat box, which has the focus by the time the browser writes it.
    if (event.key === 'Escape') event.preventDefault();
    onBack();
  };
  return (
    <section
      ref={box}
      role="dialog"
      aria-labelledby={name}
      tabIndex={-1}
      className={`explain ${hit.level}`}
      style={place}
      data-chatside="explain"
      data-term={hit.term}
      data-level={hit.level}
      data-category={hit.category}
      onKeyDown={onKey}
      onPointerEnter={() => onOver(true)}
      onPointerLeave={() => onOver(false)}
      // A press here takes the focus from nobody.
      onMouseDown={(event) => event.preventDefault()}
    >
      <p id={name}>
        <b>{hit.text}</b> <span className={`badge ${hit.level}`}>{t(`level.${hit.level}`)}</span>{' '}
        <span className="badge">{categoryName(t, hit.category)}</span>
        {count > 1 && <span className="count">{`${index + 1}/${count}`}</span>}
      </p>
      <p>{textIn(hit.reason, language)}</p>
      {hit.term !== hit.text && <Line>{t('words.asTerm', { term: hit.term })}</Line>}
      {hit.source && <Line>{t('words.source', { source: hit.source })}</Line>}
      <div className="row">
        {hit.suggestion !== undefined && (
          <button type="button" className="primary" data-chatside="fix" onClick={() => onFix(hit)}>
            {hit.suggestion ? t('words.fix', { suggestion: hit.suggestion }) : t('words.delete', { text: hit.text })}
          </button>
        )}
        <Excuse hit={hit} onExcuse={onExcuse} withKey={false} />
      </div>
      <Line>
        <kbd>Alt .</kbd> {t('words.keys.next')} {hit.suggestion !== undefined && byKeys && <><kbd>Enter</kbd> {t('words.keys.mend')} </>}
        {byKeys && <><kbd>Esc</kbd> {t('words.keys.back')}</>}
      </Line>
    </section>
  );
}

const Line = ({ children }: { children: ReactNode }) => <p className="hint">{children}</p>;
