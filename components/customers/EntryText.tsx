import { useState } from 'react';
import { useTexts } from '../../locales/context';

interface Props {
  text: string;
  /** Name of the field while it is edited. */
  label: string;
  /** Who wrote it, and when. */
  byline: string;
  onChange(text: string): void;
  onRemove(): void;
}

/** The text of an entry with its byline; turns into a field while it is edited. */
export function EntryText({ text: stored, label, byline, onChange, onRemove }: Props) {
  const { t } = useTexts();
  const [text, setText] = useState<string | null>(null);
  return (
    <>
      {text === null ? (
        <p className={stored ? '' : 'hint'}>{stored || t('secrecy.masked')}</p>
      ) : (
        <textarea
          aria-label={label}
          rows={3}
          value={text}
          maxLength={20_000}
          autoFocus
          // Each keystroke is stored: a popup closes without warning.
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value.trim()) onChange(event.target.value);
          }}
          onBlur={() => setText(null)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.stopPropagation();
            setText(null);
          }}
        />
      )}
      <footer>
        <span>{byline}</span>
        <button type="button" className="plain" onClick={() => setText(stored)}>
          {t('popup.edit')}
        </button>
        <button type="button" className="plain" onClick={onRemove}>
          {t('popup.delete')}
        </button>
      </footer>
    </>
  );
}
