import { useId, useRef, useState } from 'react';
import { useTexts } from '../../locales/context';
import { severities } from '../../storage/records-customers';
import type { Severity } from '../../storage/records-customers';
import type { Drafts, NewEntry } from './actions';
import { fromInput, nineOClock, toInput } from './times';

interface Props {
  drafts: Drafts;
  /** The caret is put into it at once. */
  focused: boolean;
  onAdd(entry: NewEntry): Promise<boolean>;
}

const kinds = ['note', 'followUp', 'promise', 'complaint'] as const;

/** One line, and what it is: a note, unless said otherwise. Enter keeps it. */
export function EntryForm({ drafts, focused, onAdd }: Props) {
  const { t } = useTexts();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [kind, setKind] = useState<(typeof kinds)[number]>('note');
  const [text, setText] = useState(() => drafts.read('note'));
  const [severity, setSeverity] = useState<Severity>('minor');
  const [receivedAt, setReceivedAt] = useState(() => toInput(Date.now()));
  const [dueAt, setDueAt] = useState(() => toInput(nineOClock(Date.now(), 1)));
  const when = fromInput(kind === 'complaint' ? receivedAt : dueAt);
  const ready = text.trim() !== '' && (kind === 'note' || when !== null);
  const write = (words: string) => {
    setText(words);
    drafts.keep('note', words);
  };
  const add = async () => {
    if (!ready) return;
    const at = when ?? 0;
    const entry = kind === 'note' ? { kind, text } : kind === 'complaint' ? { kind, text, severity, receivedAt: at } : { kind, text, dueAt: at };
    // The text leaves the field only once it is on the disk.
    if (!(await onAdd(entry))) return;
    write('');
    setKind('note');
    field.current?.focus();
  };
  return (
    <form
      className="new-entry"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <textarea
        ref={field}
        id={id}
        autoFocus={focused}
        rows={2}
        aria-label={t(`entries.new.${kind}`)}
        data-chatside="note-input"
        value={text}
        maxLength={20_000}
        placeholder={t(`entries.hint.${kind}`)}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void add();
        }}
      />
      <div className="line">
        <fieldset className="kinds">
          <legend className="visually-hidden">{t('entries.kind')}</legend>
          {kinds.map((one) => (
            <label key={one}>
              <input type="radio" name={`${id}-kind`} checked={kind === one} onChange={() => setKind(one)} />
              {t(`entries.${one}`)}
            </label>
          ))}
        </fieldset>
        {kind === 'complaint' && (
          <>
            <select aria-label={t('entries.severity')} value={severity} onChange={({ target }) => setSeverity(severities.find((one) => one === target.value) ?? 'minor')}>
              {severities.map((one) => (
                <option key={one} value={one}>
                  {t(`entries.severities.${one}`)}
                </option>
              ))}
            </select>
            <input type="datetime-local" aria-label={t('entries.receivedAt')} title={t('entries.receivedAt')} value={receivedAt} onChange={({ target }) => setReceivedAt(target.value)} />
          </>
        )}
        {(kind === 'followUp' || kind === 'promise') && (
          <input type="datetime-local" aria-label={t('entries.dueAt')} title={t('entries.dueAt')} value={dueAt} onChange={({ target }) => setDueAt(target.value)} />
        )}
        <button type="submit" className="primary" disabled={!ready}>
          {t('popup.keep')}
        </button>
      </div>
    </form>
  );
}
