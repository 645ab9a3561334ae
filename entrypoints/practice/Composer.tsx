import { useLayoutEffect, useState, type KeyboardEvent, type Ref, type RefObject } from 'react';
import type { Scene } from '@/practice/scenes';
import { useWords } from './words';

const EMOJI = ['😊', '😄', '🙏', '👍', '❤️', '🌹', '🎁', '📦', '🚚', '✅', '😅', '🤝'];
const LONGEST = 500;

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  scene: Scene;
  draft: string;
  paused: boolean;
  onDraft(draft: string): void;
  onSend(): void;
}

function EmojiPicker({ onPick }: { onPick(emoji: string): void }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <div
      className="emoji"
      onBlur={({ currentTarget, relatedTarget }) => setShown(shown && currentTarget.contains(relatedTarget))}
      onKeyDown={(event) => event.key === 'Escape' && setShown(false)}
    >
      <button type="button" className="tool" aria-expanded={shown} onClick={() => setShown(!shown)}>
        <span aria-hidden="true">☺</span> {t.emoji}
      </button>
      {shown && (
        <div className="emoji-grid">
          {EMOJI.map((emoji) => (
            <button key={emoji} type="button" onClick={() => { setShown(false); onPick(emoji); }}>{emoji}</button>
          ))}
        </div>
      )}
    </div>
  );
}

export function Composer({ field, scene, draft, paused, onDraft, onSend }: Props) {
  const { t } = useWords();
  const tooLong = draft.length > LONGEST;
  const sendable = draft.trim() !== '' && !tooLong && !paused;

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [draft, field]);

  const insert = (text: string) => {
    const element = field.current;
    if (!element) return;
    element.focus();
    element.setRangeText(text, element.selectionStart, element.selectionEnd, 'end');
    onDraft(element.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method's Enter takes a candidate; Safari and old Chromium tell it only by code 229.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (sendable) onSend();
  };
  const { order, item } = scene;
  return (
    <div className="composer">
      <div className="tools">
        <EmojiPicker onPick={insert} />
        {order && <button type="button" className="tool" onClick={() => insert(order.number)}><span aria-hidden="true">#</span> {t.insertOrder}</button>}
        <button type="button" className="tool" onClick={() => insert(`${item.name} ${item.variant} ${item.price}`)}>
          <span aria-hidden="true">🏷</span> {t.insertItem}
        </button>
      </div>
      <textarea
        ref={field as Ref<HTMLTextAreaElement>}
        className="reply-input"
        rows={3}
        dir="auto"
        value={draft}
        placeholder={t.placeholder}
        aria-label={t.composerLabel}
        onChange={(event) => onDraft(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="composer-foot">
        <span className={tooLong ? 'counter counter-over' : 'counter'} role={tooLong || paused ? 'alert' : undefined}>
          {tooLong ? `${t.tooLong} · ` : paused && `${t.pausedNote} `}
          {draft.length}/{LONGEST}
        </span>
        <button type="button" className="btn btn-primary send" disabled={!sendable} onClick={onSend}>{t.send}</button>
      </div>
    </div>
  );
}
