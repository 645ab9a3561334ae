import { memo, useEffect, useRef } from 'react';
import { useTexts } from '../../locales/context';
import { PictureThumb } from './PictureThumb';
import type { Offer } from './view';

interface Props {
  id: string;
  label: string;
  offers: Offer[];
  active: number;
  onTake(index: number): void;
  /** The end of the list came into sight; left out when there are no more. */
  onMore?: (() => void) | undefined;
}

/** Of a text more than this (UTF-16 code units) is never in sight: two lines are shown. */
const SHOWN_LENGTH = 240;

/** Replies on offer as a listbox; the keyboard focus stays in the field that drives it. */
export function ReplyList({ id, label, offers, active, onTake, onMore }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef(0);
  // Not at each key that brings other offers: measuring the page costs more than drawing them.
  useEffect(() => {
    if (shown.current !== active) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    shown.current = active;
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
          index={index}
          selected={index === active}
          onTake={onTake}
        />
      ))}
      {onMore && <End onSeen={onMore} />}
    </div>
  );
}

/** The end of what is drawn of the list; drawn anew each time there is more behind it. */
function End({ onSeen }: { onSeen(): void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const sight = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && onSeen());
    if (end.current) sight.observe(end.current);
    return () => sight.disconnect();
  });
  return <div ref={end} className="offers-end" />;
}

interface OptionProps {
  id: string;
  offer: Offer;
  index: number;
  selected: boolean;
  onTake(index: number): void;
}

const ReplyOption = memo(function ReplyOption({ id, offer, index, selected, onTake }: OptionProps) {
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
      onClick={() => onTake(index)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onTake(index);
      }}
    >
      <span className="offer-head">
        {index < 9 && <kbd aria-hidden="true">Alt {index + 1}</kbd>}
        <b>{highlighted(offer.title, offer.titleSpans)}</b>
        {offer.abbreviation && <code>{offer.abbreviation}</code>}
        {offer.suggested && <span className="badge">{t('replies.suggested')}</span>}
        {offer.bubbles > 1 && <span className="badge">{t('replies.messages', { count: offer.bubbles })}</span>}
        {offer.hadAt !== null && <span className="badge had">{t('replies.had', { when: shortTime(offer.hadAt, language) })}</span>}
        {offer.held && <span className={`badge ${offer.held}`}>{t('replies.wouldHold')}</span>}
      </span>
      <span className="offer-text">{offer.text.slice(0, SHOWN_LENGTH)}</span>
      {offer.pictures.length > 0 && (
        <span className="thumbs">
          {offer.pictures.map((thumb) => (
            <PictureThumb key={thumb.id} thumb={thumb} />
          ))}
        </span>
      )}
    </div>
  );
});

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
