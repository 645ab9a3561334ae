import { useEffect, useId, useRef } from 'react';
import type { ClipboardEvent } from 'react';
import type { Hit } from '../../../banned-words';
import { useTexts } from '../../../locales/context';
import type { Problem, ReplyDraft } from '../../../packs/editing/draft';
import { MOST_REPLY_PICTURES } from '../../../packs/picture';
import { textIn } from '../../../packs/local-text';
import type { TemplateValues } from '../../../replies/render';
import { Fold } from './Fold';
import { Messages } from './Messages';
import { Pictures } from './Pictures';
import { Preview } from './Preview';
import type { RowMarks } from './ReplyRow';
import { SeasonFields } from './SeasonFields';
import { Wordings } from './Wordings';
import type { PackItem } from './view';

interface Props {
  draft: ReplyDraft;
  /** Differs from what is stored. */
  changed: boolean;
  /** Typed before a reload, and not stored yet. */
  restored: boolean;
  problems: readonly Problem[];
  groups: readonly string[];
  sites: readonly { id: string; name: string }[];
  marks: RowMarks;
  values: TemplateValues;
  pictures: Pick<Parameters<typeof Pictures>[0], 'altOf' | 'thumbnailOf'> & {
    /** Stores the picture; its id, or null when it was refused. */
    onAdd(file: File, alt: string): Promise<string | null>;
  };
  /** Packs of one's own that it can be copied to, where it can only be read: others publish it. Null where it is changed here. */
  targets: readonly PackItem[] | null;
  check(text: string): Hit[];
  onCopy(to: PackItem): void;
  onChange(draft: ReplyDraft): void;
  onSave(): void;
  onDiscard(): void;
  onClose(): void;
}

const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** Everything of one reply, with a preview beside it. Ctrl+S or Ctrl+Enter saves. */
export function ReplyForm({ draft, changed, restored, problems, groups, sites, marks, values, pictures, targets, check, onCopy, onChange, onSave, onDiscard, onClose }: Props) {
  const { t, language } = useTexts();
  const id = useId();
  const set = (part: Partial<ReplyDraft>) => onChange({ ...draft, ...part });
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  const addPicture = async (file: File, alt: string) => {
    const added = await pictures.onAdd(file, alt);
    // Meanwhile more may have been typed.
    if (added !== null) onChange({ ...latest.current, pictures: [...latest.current.pictures, added] });
    return added !== null;
  };
  /** A picture from the clipboard goes along with the reply; copied cells, which also bring one, stay text. */
  const paste = (event: ClipboardEvent) => {
    const { files, types } = event.clipboardData;
    const file = [...files].find(({ type }) => pictureTypes.includes(type));
    if (!file || types.includes('text/plain') || targets || draft.pictures.length >= MOST_REPLY_PICTURES) return;
    event.preventDefault();
    void addPicture(file, draft.title.trim() || t('packs.pictures'));
  };
  const problem = (one: Problem) => (one.code === 'tooLong' ? t('packs.tooLong', { field: t(`packs.${one.field}`), max: one.max }) : t(`packs.${one.code}`));
  return (
    <form
      className="reply-form"
      aria-label={t(targets ? 'packs.readOnly' : 'packs.edit')}
      data-chatside="pack-form"
      onPaste={paste}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        const command = event.ctrlKey || event.metaKey;
        if (command && (event.key.toLowerCase() === 's' || event.key === 'Enter')) {
          event.preventDefault();
          onSave();
        } else if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
          event.preventDefault();
          onClose();
        }
      }}
    >
      <div className="line form-head">
        {targets ? (
          <b>{t('packs.readOnly')}</b>
        ) : (
          <>
            <button type="submit" className="primary" disabled={!changed || problems.length > 0} data-chatside="pack-save">
              {t('packs.save')}
            </button>
            <button type="button" disabled={!changed} onClick={onDiscard}>
              {t('packs.discard')}
            </button>
          </>
        )}
        <button type="button" className="plain" onClick={onClose}>
          {t('packs.close')}
        </button>
      </div>
      {targets && targets.length > 0 && (
        <div className="line" role="group" aria-label={t('packs.copyTo')}>
          <span className="hint">{t('packs.copyTo')}</span>
          {targets.map((pack) => (
            <button key={pack.id} type="button" onClick={() => onCopy(pack)} data-chatside="pack-copy-to">
              {textIn(pack.name, language)}
            </button>
          ))}
        </div>
      )}
      <div role="status">{restored && <p className="status">{t('packs.restored')}</p>}</div>
      {changed && problems.length > 0 && (
        <ul className="status" role="alert">
          {problems.map((one) => (
            <li key={one.code + ('field' in one ? one.field : '')}>{problem(one)}</li>
          ))}
        </ul>
      )}
      <fieldset className="reply-fields" disabled={targets !== null}>
        <label className="field">
          {t('packs.title')}
          <input value={draft.title} lang={values.language} onChange={(event) => set({ title: event.target.value })} data-chatside="pack-title" />
        </label>
        <div className="pair">
          <label className="field">
            {t('packs.group')}
            <input value={draft.group} lang={values.language} list={`${id}groups`} onChange={(event) => set({ group: event.target.value })} />
            <datalist id={`${id}groups`}>
              {groups.slice(0, 200).map((group) => (
                <option key={group} value={group}>
                  {group}
                </option>
              ))}
            </datalist>
          </label>
          <label className="field">
            {t('packs.abbreviation')}
            <input value={draft.abbreviation} placeholder={t('packs.abbreviationHint')} spellCheck={false} onChange={(event) => set({ abbreviation: event.target.value })} data-chatside="pack-abbreviation" />
          </label>
        </div>
        {marks.clash !== undefined && <p className="level-warn">{t('packs.clash', { title: marks.clash })}</p>}
        {marks.twin !== undefined && <p className="level-warn">{t('packs.twin', { title: marks.twin })}</p>}
        <label className="field">
          {t('packs.tags')}
          <input value={draft.tags} placeholder={t('packs.tagsHint')} lang={values.language} onChange={(event) => set({ tags: event.target.value })} />
        </label>
        <Messages bubbles={draft.bubbles} language={values.language} onChange={(bubbles) => set({ bubbles })} />
        <section aria-label={t('packs.preview')}>
          <h3>{t('packs.preview')}</h3>
          <p className="hint">{t('packs.previewHint', { name: values.customer })}</p>
          <Preview bubbles={draft.bubbles} values={values} check={check} />
          {draft.wordings.map(({ bubbles }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- wordings have no names; their place is what they are
            <div key={at}>
              <p className="hint">{t('packs.wording', { number: at + 1 })}</p>
              <Preview bubbles={bubbles} values={values} check={check} />
            </div>
          ))}
        </section>
        <Wordings wordings={draft.wordings} sites={sites} language={values.language} onChange={(wordings) => set({ wordings })} />
        <Fold title={t('packs.seasons')} count={draft.seasons.length}>
          <p className="hint">{t('packs.seasonsHint')}</p>
          {draft.seasons.map((season, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- seasons have no names; their place is what they are
            <div key={at} className="line">
              <SeasonFields season={season} onChange={(next) => set({ seasons: draft.seasons.map((other, index) => (index === at ? next : other)) })} />
              <button type="button" className="plain" aria-label={t('packs.removeSeason')} onClick={() => set({ seasons: draft.seasons.filter((_, index) => index !== at) })}>
                ✕
              </button>
            </div>
          ))}
          {draft.seasons.length < 20 && (
            <button type="button" className="plain" onClick={() => set({ seasons: [...draft.seasons, { from: '', to: '' }] })}>
              + {t('packs.addSeason')}
            </button>
          )}
        </Fold>
        <Fold title={t('packs.questions')} count={draft.questions.split('\n').filter(Boolean).length}>
          <textarea rows={4} aria-label={t('packs.questions')} placeholder={t('packs.questionsHint')} lang={values.language} value={draft.questions} onChange={(event) => set({ questions: event.target.value })} />
        </Fold>
        <Pictures chosen={draft.pictures} altOf={pictures.altOf} thumbnailOf={pictures.thumbnailOf} onAdd={addPicture} onChange={(chosen) => set({ pictures: chosen })} />
      </fieldset>
    </form>
  );
}
