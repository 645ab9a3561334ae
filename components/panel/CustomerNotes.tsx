import { memo } from 'react';
import type { Ref } from 'react';
import { useTexts } from '../../locales/context';
import type { CustomerView } from '../../messaging/protocol';

interface Props {
  customer: { key: string; name: string };
  file: CustomerView | null;
  text: string;
  noteRef: Ref<HTMLInputElement>;
  onText(text: string): void;
  onAdd(): void;
  onBack(): void;
}

/** Who the open chat is with, what is known of them, and a line for one more note. */
export const CustomerNotes = memo(function CustomerNotes({ customer, file, text, noteRef, onText, onAdd, onBack }: Props) {
  const { t, language } = useTexts();
  const day = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' });
  const notes = file?.notes ?? [];
  return (
    <section aria-label={t('customer.heading')} data-chatside="customer" data-key={customer.key}>
      <h2 className="row">
        <span className="name">{customer.name || t('customer.unnamed')}</span>
        {file?.customerClass && (
          <span className="badge">{t('customer.classIs', { class: file.customerClass })}</span>
        )}
        {file && file.noteCount > 0 && <span className="badge accent">{t('customer.returning', { count: file.noteCount })}</span>}
        {file && file.openComplaints > 0 && (
          <span className="badge warn">{t('customer.openComplaints', { count: file.openComplaints })}</span>
        )}
        {file && file.secrecy !== 'open' && <span className="badge">{t(`customer.secrecies.${file.secrecy}`)}</span>}
      </h2>
      {file && file.promiseCount > 0 && (
        <ul className="notes">
          {file.promises.map((promise) => (
            <li key={promise.id} data-chatside="promise">
              {t('customer.promised', { text: promise.text, day: day.format(promise.dueAt) })}
            </li>
          ))}
          {file.promiseCount > file.promises.length && (
            <li data-chatside="promise">{t('customer.promisesHidden', { count: file.promiseCount - file.promises.length })}</li>
          )}
        </ul>
      )}
      {file && file.secrecy !== 'open' && file.noteCount > 0 && <p className="hint">{t('customer.hiddenHere')}</p>}
      <input
        ref={noteRef}
        className="wide"
        data-chatside="note-input"
        aria-label={t('customer.noteLabel')}
        placeholder={t('customer.notePlaceholder')}
        value={text}
        maxLength={20_000}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter') onAdd();
          else if (event.key === 'Escape') onBack();
          else return;
          event.preventDefault();
        }}
      />
      {notes.length > 0 && (
        <ul className="notes">
          {notes.map((note) => (
            <li key={note.id} data-chatside="note">
              <span>{note.text}</span>{' '}
              <small className="hint">
                {day.format(note.createdAt)}
                {note.author && ` · ${note.author}`}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
});
