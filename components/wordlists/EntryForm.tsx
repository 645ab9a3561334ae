import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTexts } from '../../locales/context';
import { draftOf, entryOf } from '../../packs/entry-draft';
import type { DraftField, EntryDraft } from '../../packs/entry-draft';
import { levelSchema } from '../../packs/format';
import type { BannedWord } from '../../packs/format';
import { textIn } from '../../packs/local-text';
import type { WordList, WordRow } from '../../packs/word-lists';
import { categoryName } from '../category';
import { MoreFields } from './MoreFields';

interface Props {
  /** The entry to change; null for a new one. */
  row: WordRow | null;
  /** The lists that a new entry may go into; the first is taken when nobody chooses. */
  targets: { id: string; name: string }[];
  categories: string[];
  /** The lists that have an entry of this term, other than the one that is being changed. */
  others(term: string): WordList[];
  /** What the entry would have done; stands beside the button that puts it into use. */
  trial: ReactNode;
  /** The entry as it stands in the form, at each change; null while it is none. */
  onEntry(entry: BannedWord | null): void;
  onSave(entry: BannedWord, list: string): Promise<void>;
  onCancel(): void;
}

/** Value of the choice that opens a field for another category. */
const OTHER = '\u0000';

/** Writes or changes one entry; what it would have done stands beside it before it goes into use. */
export function EntryForm({ row, targets, categories, others, trial, onEntry, onSave, onCancel }: Props) {
  const { t, language } = useTexts();
  const id = useId();
  const [word, pack] = [row?.word ?? null, row?.list.pack ?? null];
  const [draft, setDraft] = useState<EntryDraft>(() => draftOf(word, pack, language));
  const [target, setTarget] = useState(targets[0]?.id ?? '');
  const [other, setOther] = useState(false);
  const [fault, setFault] = useState<{ field: DraftField; detail: string } | null>(null);
  const set = (change: Partial<EntryDraft>) => {
    setFault(null);
    const changed = { ...draft, ...change };
    setDraft(changed);
    const now = entryOf(changed, word, pack, language);
    onEntry('entry' in now ? now.entry : null);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const result = entryOf(draft, word, pack, language);
    if ('fault' in result) setFault({ field: result.fault, detail: result.detail });
    else void onSave(result.entry, row ? row.list.pack.id : target).catch((error: unknown) => setFault({ field: 'other', detail: String(error) }));
  };
  const elsewhere = draft.term.trim() ? others(draft.term.trim()) : [];
  return (
    <form
      className="entry-form"
      aria-label={row ? t('wordlists.changeEntry', { term: row.word.term }) : t('wordlists.newEntry')}
      onSubmit={save}
    >
      <h3>{row ? t('wordlists.changeEntry', { term: row.word.term }) : t('wordlists.newEntry')}</h3>
      {row?.list.origin === 'builtIn' && <p className="hint">{t('wordlists.copyNote', { list: textIn(row.list.pack.name, language) })}</p>}
      <label>
        {t('wordlists.term')}
        <input autoFocus value={draft.term} maxLength={100} data-chatside="entry-term" onChange={({ target: { value } }) => set({ term: value })} />
      </label>
      {elsewhere.map((list) => (
        <p key={list.pack.id} className="hint">
          {t('wordlists.already', { term: draft.term.trim(), list: textIn(list.pack.name, language) })}
        </p>
      ))}
      <div className="line">
        <label>
          {t('wordlists.category')}
          <select
            value={other ? OTHER : draft.category}
            onChange={({ target: { value } }) => {
              setOther(value === OTHER);
              set({ category: value === OTHER ? '' : value });
            }}
          >
            {categories.map((category) => (
              <option key={category} value={category}>
                {categoryName(t, category)}
              </option>
            ))}
            <option value={OTHER}>{t('wordlists.otherCategory')}</option>
          </select>
        </label>
        {other && (
          <label>
            {t('wordlists.categoryName')}
            <input value={draft.category} maxLength={31} onChange={({ target: { value } }) => set({ category: value })} />
          </label>
        )}
        <label>
          {t('wordlists.level')}
          <select
            value={draft.level}
            data-chatside="entry-level"
            onChange={({ target: { value } }) => set({ level: levelSchema.parse(value) })}
          >
            {levelSchema.options.map((level) => (
              <option key={level} value={level}>
                {t(`level.${level}`)}
              </option>
            ))}
          </select>
        </label>
        {!row && targets.length > 1 && (
          <label>
            {t('wordlists.inList')}
            <select value={target} onChange={({ target: { value } }) => setTarget(value)}>
              {targets.map((list) => (
                <option key={list.id} value={list.id}>
                  {list.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <label>
        {t('wordlists.reason')}
        <textarea rows={2} value={draft.reason} data-chatside="entry-reason" onChange={({ target: { value } }) => set({ reason: value })} />
      </label>
      <label>
        {t('wordlists.suggestion')}
        <input
          value={draft.deletes ? '' : draft.suggestion}
          disabled={draft.deletes}
          aria-describedby={`${id}s`}
          onChange={({ target: { value } }) => set({ suggestion: value })}
        />
      </label>
      <p id={`${id}s`} className="hint">
        {t('wordlists.suggestionHint')}
      </p>
      <label className="check">
        <input type="checkbox" checked={draft.deletes} onChange={({ target: { checked } }) => set({ deletes: checked })} />
        {t('wordlists.mendsByDeleting')}
      </label>
      <label>
        {t('wordlists.exceptions')}
        <textarea rows={3} placeholder={t('wordlists.onePerLine')} value={draft.exceptions} onChange={({ target: { value } }) => set({ exceptions: value })} />
      </label>
      {draft.level === 'block' && (
        <label className="check">
          <input type="checkbox" checked={draft.mayOverride} onChange={({ target: { checked } }) => set({ mayOverride: checked })} />
          {t('wordlists.mayOverride')}
        </label>
      )}
      <MoreFields draft={draft} onChange={set} />
      {trial}
      {fault && <p role="alert">{t(`wordlists.faults.${fault.field}`, { detail: fault.detail })}</p>}
      <div className="line">
        <button type="submit" className="primary" data-chatside="entry-save">
          {t('wordlists.putIntoUse')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('wordlists.cancel')}
        </button>
      </div>
    </form>
  );
}
