import { useEffect, useRef } from 'react';
import { useTexts } from '../../locales/context';
import { PictureThumb } from './PictureThumb';
import type { Offer } from './view';

interface Props {
  id: string;
  label: string;
  offers: Offer[];
  active: number;
  onTake(index: number): void;
}

/** Replies on offer as a listbox; the keyboard focus stays in the field that drives it. */
export function ReplyList({ id, label, offers, active, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null);
  // Not at each key that brings other offers: measuring the page costs more than drawing them.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className="offers" role="listbox" id={id} aria-label={label} ref={list}>
      {offers.map((offer, index) => (
        <ReplyOption
          // By place: at the next key the same elements show other replies.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          id={`${id}-${index}`}
          offer={offer}
          digit={index < 9 ? index + 1 : null}
          selected={index === active}
          onTake={() => onTake(index)}
        />
      ))}
    </div>
  );
}

interface OptionProps {
  id: string;
  offer: Offer;
  digit: number | null;
  selected: boolean;
  onTake(): void;
}

function ReplyOption({ id, offer, digit, selected, onTake }: OptionProps) {
  const { t, language } = useTexts();
  return (
    <div
      role="option"
      id={id}
      aria-selected={selected}
      tabIndex={-1}
      className="offer"
      data-chatside="reply"
      data-id={offer.id}
      data-title={offer.title}
      // The chat box must not lose its caret to a press on the list.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onTake();
      }}
    >
      <span className="offer-head">
        {digit !== null && <kbd aria-hidden="true">Alt {digit}</kbd>}
        <b>{highlighted(offer.title, offer.titleSpans)}</b>
        {offer.abbreviation && <code>{offer.abbreviation}</code>}
        {offer.suggested && <span className="badge">{t('replies.suggested')}</span>}
        {offer.bubbles > 1 && <span className="badge">{t('replies.messages', { count: offer.bubbles })}</span>}
        {offer.hadAt !== null && <span className="badge had">{t('replies.had', { when: shortTime(offer.hadAt, language) })}</span>}
        {offer.held && <span className={`badge ${offer.held}`}>{t('replies.wouldHold')}</span>}
      </span>
      <span className="offer-text">{offer.text}</span>
      {offer.pictures.length > 0 && (
        <span className="thumbs">
          {offer.pictures.map((thumb) => (
            <PictureThumb key={thumb.id} thumb={thumb} />
          ))}
        </span>
      )}
    </div>
  );
}

/** The time for today, the day for another. */
function shortTime(at: number, language: string): string {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(language, today ? { hour: '2-digit', minute: '2-digit' } : { month: 'numeric', day: 'numeric' });
}

function highlighted(text: string, spans: { start: number; end: number }[]) {
  const parts = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
