import { useState } from 'react';
import { useTexts } from '../../locales/context';
import type { Note } from '../../storage/records-customers';

interface Props {
  note: Note;
  onChange(text: string): void;
  onRemove(): void;
}

/** One note; turns into a field while it is edited. */
export function NoteItem({ note, onChange, onRemove }: Props) {
  const { t, language } = useTexts();
  const [text, setText] = useState<string | null>(null);
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className="note" data-chatside="note">
      {text === null ? (
        <p>{note.text}</p>
      ) : (
        <textarea
          aria-label={t('popup.note')}
          rows={3}
          value={text}
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
            setText(null);
          }}
        />
      )}
      <footer>
        <span>
          {time.format(note.createdAt)}
          {note.author && ` · ${note.author}`}
        </span>
        <button type="button" className="plain" onClick={() => setText(note.text)}>
          {t('popup.edit')}
        </button>
        <button type="button" className="plain" onClick={onRemove}>
          {t('popup.delete')}
        </button>
      </footer>
    </li>
  );
}
