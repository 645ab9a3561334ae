import { useId } from 'react';
import type { Ref } from 'react';
import { useTexts } from '../../locales/context';
import { PendingSteps } from './PendingSteps';
import type { Offer, Pending, Thumb } from './view';
import { ReplyList } from './ReplyList';

interface Props {
  query: string;
  /** The replies have not come yet. */
  loading: boolean;
  offers: Offer[];
  /** There are more than these. */
  more: boolean;
  active: number;
  pending: Pending | null;
  /** The pictures that are still to come. */
  thumbs: Thumb[];
  /** False while offers stand at the chat box instead. */
  listed: boolean;
  shortcut: string;
  searchRef: Ref<HTMLInputElement>;
  onQuery(query: string): void;
  onActive(index: number): void;
  onMore(): void;
  onTake(index: number): void;
  onNext(): void;
  onPicture(index: number): void;
  onBack(): void;
}

/** The search for a reply, and what it finds. */
export function Replies(props: Props) {
  const { query, loading, offers, active, pending, shortcut, listed, searchRef } = props;
  const { t } = useTexts();
  const id = useId();
  const move = (by: number) => {
    if (offers.length > 0) props.onActive((active + by + offers.length) % offers.length);
  };
  return (
    <section aria-label={t('replies.heading')}>
      {pending && <PendingSteps pending={pending} thumbs={props.thumbs} onNext={props.onNext} onPicture={props.onPicture} />}
      <input
        ref={searchRef}
        type="text"
        role="combobox"
        className="wide"
        data-chatside="reply-search"
        aria-label={t('replies.search')}
        aria-expanded={listed && offers.length > 0}
        aria-controls={id}
        aria-activedescendant={listed && offers.length > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('replies.placeholder', { shortcut })}
        value={query}
        onChange={(event) => props.onQuery(event.target.value)}
        onKeyDown={(event) => {
          // While an input method composes, every key is its own.
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else if (event.key === 'Enter' && offers.length > 0) props.onTake(active);
          else if (event.key === 'Escape') props.onBack();
          else if (event.altKey && /^Digit[1-9]$/.test(event.code)) props.onTake(Number(event.code.at(-1)) - 1);
          else return;
          event.preventDefault();
        }}
      />
      {listed && offers.length > 0 && (
        <ReplyList id={id} label={t('replies.heading')} offers={offers} active={active} onTake={props.onTake} onMore={props.more ? props.onMore : undefined} />
      )}
      {listed && offers.length === 0 && (
        <p className="hint" role="status">
          {loading ? t('replies.loading') : query ? t('replies.none', { query }) : t('replies.empty')}
        </p>
      )}
    </section>
  );
}
