import { useTexts } from '../../locales/context';
import { PictureThumb } from './PictureThumb';
import type { Pending, Thumb } from './view';

interface Props {
  pending: Pending;
  thumbs: Thumb[];
  onNext(): void;
  onPicture(index: number): void;
}

/** What of a reply is still to come: its next message, and its pictures. */
export function PendingSteps({ pending: { title, run }, thumbs, onNext, onPicture }: Props) {
  const { t } = useTexts();
  const key = <kbd aria-hidden="true">Alt 0</kbd>;
  return (
    <div className="pending" role="group" aria-label={t('replies.pending', { title })}>
      {run && (
        <button type="button" className="primary wide" data-chatside="bubble-next" aria-keyshortcuts="Alt+0" onClick={onNext}>
          {t('replies.next', { index: run.next + 1, total: run.bubbles.length })} {key}
        </button>
      )}
      {thumbs.map((thumb, index) => (
        <button
          key={`${thumb.pack}/${thumb.id}`}
          type="button"
          className={`wide picture ${run || index > 0 ? '' : 'primary'}`}
          data-chatside="picture-next"
          data-id={thumb.id}
          aria-keyshortcuts={run || index > 0 ? undefined : 'Alt+0'}
          onClick={() => onPicture(index)}
        >
          <PictureThumb thumb={thumb} />
          <span className="name">{t('replies.nextPicture', { alt: thumb.alt })}</span> {!run && index === 0 && key}
        </button>
      ))}
    </div>
  );
}
