import { useId } from 'react';
import type { Hit } from '../../../banned-words';
import { useTexts } from '../../../locales/context';
import type { Problem, ReplyDraft } from '../../../packs/editing/draft';
import type { TemplateValues } from '../../../replies/render';
import { Fold } from './Fold';
import { Messages } from './Messages';
import { Pictures } from './Pictures';
import { Preview } from './Preview';
import type { RowMarks } from './ReplyRow';
import { SeasonFields } from './SeasonFields';
import { Wordings } from './Wordings';

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
  pictures: Pick<Parameters<typeof Pictures>[0], 'altOf' | 'thumbnailOf' | 'onAdd'>;
  check(text: string): Hit[];
  onChange(draft: ReplyDraft): void;
  onSave(): void;
  onDiscard(): void;
  onClose(): void;
}

/** Everything of one reply, with a preview beside it. Ctrl+S or Ctrl+Enter saves. */
export function ReplyForm({ draft, changed, restored, problems, groups, sites, marks, values, pictures, check, onChange, onSave, onDiscard, onClose }: Props) {
  const { t } = useTexts();
  const id = useId();
  const set = (part: Partial<ReplyDraft>) => onChange({ ...draft, ...part });
  const problem = (one: Problem) => (one.code === 'tooLong' ? t('packs.tooLong', { field: t(`packs.${one.field}`), max: one.max }) : t(`packs.${one.code}`));
  return (
    <form
      className="reply-form"
      aria-label={t('packs.edit')}
      data-chatside="pack-form"
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
        <button type="submit" className="primary" disabled={!changed || problems.length > 0} data-chatside="pack-save">
          {t('packs.save')}
        </button>
        <button type="button" disabled={!changed} onClick={onDiscard}>
          {t('packs.discard')}
        </button>
        <button type="button" className="plain" onClick={onClose}>
          {t('packs.close')}
        </button>
      </div>
      <div role="status">{restored && <p className="status">{t('packs.restored')}</p>}</div>
      {changed && problems.length > 0 && (
        <ul className="status" role="alert">
          {problems.map((one) => (
            <li key={one.code + ('field' in one ? one.field : '')}>{problem(one)}</li>
          ))}
        </ul>
      )}
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
      <Pictures chosen={draft.pictures} {...pictures} onChange={(chosen) => set({ pictures: chosen })} />
    </form>
  );
}
