import { useId, type KeyboardEvent, type RefObject } from 'react';
import type { Scene } from '@/practice/scenes';
import { Icon } from './Icon';
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
  const id = useId();
  return (
    <>
      <button type="button" className="tool" popoverTarget={id}>
        <Icon name="face" /> {t.emoji}
      </button>
      <div className="emoji-grid" popover="auto" id={id}>
        {EMOJI.map((emoji) => (
          <button key={emoji} type="button" popoverTarget={id} popoverTargetAction="hide" onClick={() => onPick(emoji)}>{emoji}</button>
        ))}
      </div>
    </>
  );
}

export function Composer({ field, scene, draft, paused, onDraft, onSend }: Props) {
  const { t } = useWords();
  const tooLong = draft.length > LONGEST;
  const sendable = draft.trim() !== '' && !tooLong && !paused;

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
        {order && <button type="button" className="tool" onClick={() => insert(order.number)}><Icon name="receipt" /> {t.insertOrder}</button>}
        <button type="button" className="tool" onClick={() => insert(`${item.name} ${item.variant} ${item.price}`)}>
          <Icon name="bag" /> {t.insertItem}
        </button>
      </div>
      <textarea
        ref={field}
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
