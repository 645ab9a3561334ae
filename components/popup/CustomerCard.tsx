import { useId, useState } from 'react';
import { useTexts } from '../../locales/context';
import { customerClasses } from '../../storage/records-customers';
import type { CustomerFile, Note } from '../../storage/records-customers';
import type { CustomerChange } from '../../storage/customers';
import { NoteItem } from './NoteItem';

interface Props {
  customer: CustomerFile;
  notes: Note[];
  /** Text of a new note that was being typed before. */
  typed: string;
  onTyped(text: string): void;
  onChange(change: CustomerChange): void;
  onAddNote(text: string): Promise<boolean>;
  onChangeNote(id: string, text: string): void;
  onRemoveNote(id: string): void;
  onRemove(): void;
  onBack(): void;
}

const textFields = ['name', 'contact', 'address', 'product'] as const;

/** A customer's file: its fields, each kept as it is typed, and the notes. */
export function CustomerCard(props: Props) {
  const { customer, notes, onChange } = props;
  const { t } = useTexts();
  const id = useId();
  const [fields, setFields] = useState(customer);
  const [tags, setTags] = useState(customer.tags.join(', '));
  const change = (part: CustomerChange) => {
    setFields({ ...fields, ...part });
    onChange(part);
  };
  return (
    <section className="card" aria-label={customer.name || t('customer.unnamed')}>
      <header>
        <button type="button" className="plain" onClick={props.onBack}>
          ← {t('popup.back')}
        </button>
        <button type="button" className="plain danger" onClick={props.onRemove} title={t('popup.deleteCustomer')}>
          {t('popup.delete')}
        </button>
      </header>
      <div className="fields">
        {textFields.map((field) => (
          <label key={field}>
            <span>{t(`popup.${field}`)}</span>
            <input value={fields[field]} maxLength={500} onChange={(event) => change({ [field]: event.target.value })} />
          </label>
        ))}
        <label>
          <span>{t('popup.tags')}</span>
          <input
            value={tags}
            placeholder={t('popup.tagsHint')}
            onChange={(event) => {
              setTags(event.target.value);
              change({ tags: tagsIn(event.target.value) });
            }}
          />
        </label>
        <label>
          <span>{t('popup.class')}</span>
          <select
            value={fields.customerClass ?? ''}
            onChange={(event) => {
              const chosen = customerClasses.find((one) => one === event.target.value);
              change({ customerClass: chosen ?? null });
            }}
          >
            <option value="">{t('popup.noClass')}</option>
            {customerClasses.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </div>
      <NewNote id={id} typed={props.typed} onTyped={props.onTyped} onAdd={props.onAddNote} />
      <ul className="notes">
        {notes.map((note) => (
          <NoteItem
            key={note.id}
            note={note}
            onChange={(text) => props.onChangeNote(note.id, text)}
            onRemove={() => props.onRemoveNote(note.id)}
          />
        ))}
      </ul>
      {notes.length === 0 && <p className="hint">{t('customer.noNotes')}</p>}
    </section>
  );
}

interface NewNoteProps {
  id: string;
  typed: string;
  onTyped(text: string): void;
  onAdd(text: string): Promise<boolean>;
}

function NewNote({ id, typed, onTyped, onAdd }: NewNoteProps) {
  const { t } = useTexts();
  const [text, setText] = useState(typed);
  const add = async () => {
    // The text leaves the field only once it is on the disk.
    if (text.trim() && (await onAdd(text))) setText('');
  };
  return (
    <form
      className="new-note"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label htmlFor={id}>{t('popup.newNote')}</label>
      <textarea
        id={id}
        rows={2}
        data-chatside="note-input"
        value={text}
        placeholder={t('customer.notePlaceholder')}
        onChange={(event) => {
          setText(event.target.value);
          onTyped(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void add();
        }}
      />
      <button type="submit" className="primary" disabled={!text.trim()}>
        {t('popup.keep')}
      </button>
    </form>
  );
}

/** Tags are parted by commas of either width. */
function tagsIn(text: string): string[] {
  const tags = text.split(/[,，、]/).map((tag) => tag.trim().slice(0, 60));
  return [...new Set(tags)].filter(Boolean).slice(0, 50);
}
