import type { ReactNode } from 'react';
import { useTexts } from '../../locales/context';
import { textIn } from '../../packs/local-text';
import { reasonOf } from '../../packs/word-lists';
import type { WordRow } from '../../packs/word-lists';
import { categoryName } from '../category';

interface Props {
  row: WordRow;
  onEdit(): void;
  onDelete(): void;
}

/** All of one entry. */
export function EntryDetail({ row: { list, word }, onEdit, onDelete }: Props) {
  const { t, language } = useTexts();
  const name = textIn(list.pack.name, language);
  const lines = (texts: readonly string[] | undefined) => texts?.join(' · ');
  const cue = (near: typeof word.cue) =>
    near && `${lines(near.words.flatMap((one) => (one.startsWith('@') ? (list.pack.wordSets?.[one.slice(1)] ?? [one]) : [one])))} (${t('wordlists.within')} ${near.within ?? 8}, ${t(`wordlists.sides.${near.side ?? 'either'}`)})`;
  const fields: [string, ReactNode][] = [
    [t('lists.category'), categoryName(t, word.category)],
    [t('lists.level'), t(`level.${word.level}`)],
    [t('wordlists.list'), name],
    [t('lists.reason'), textIn(reasonOf(word, list.pack), language)],
    [t('lists.suggestion'), word.suggestion === '' ? t('wordlists.mendsByDeleting') : word.suggestion],
    [t('lists.exceptions'), lines(word.exceptions)],
    [t('wordlists.variants'), lines(word.variants)],
    [t('wordlists.syllables'), word.syllables?.map((spellings) => spellings.join(' ')).join(' · ')],
    [t('wordlists.cuedVariants'), lines(word.cuedVariants)],
    [t('wordlists.cue'), cue(word.cue)],
    [t('wordlists.unless'), cue(word.unless)],
    [t('wordlists.foldingOff'), lines(word.foldingOff?.map((folding) => t(`wordlists.foldings.${folding}`)))],
    [t('wordlists.mayOverride'), word.mayOverride && '✓'],
    [t('wordlists.source'), word.source],
  ];
  return (
    <section className="entry-detail" aria-label={word.term}>
      <h3 lang={list.pack.language}>{word.term}</h3>
      {!list.on && <p className="status">{t('wordlists.listOff')}</p>}
      {list.origin === 'subscription' ? (
        <p className="hint">{t('wordlists.subscribedNote')}</p>
      ) : (
        <div className="line">
          <button type="button" data-chatside="entry-edit" onClick={onEdit}>
            {t('wordlists.edit')}
          </button>
          <button type="button" data-chatside="entry-delete" onClick={onDelete}>
            {t('wordlists.delete')}
          </button>
        </div>
      )}
      {list.origin === 'builtIn' && <p className="hint">{t('wordlists.copyNote', { list: name })}</p>}
      <dl>
        {fields.map(([label, value]) =>
          value === undefined || value === '' || value === false ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
