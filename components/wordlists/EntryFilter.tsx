import { useTexts } from '../../locales/context';
import { levelSchema } from '../../packs/format';
import { textIn } from '../../packs/local-text';
import type { WordFilter, WordList } from '../../packs/word-lists';
import { categoryName } from '../category';

interface Props {
  filter: WordFilter;
  lists: WordList[];
  categories: string[];
  shown: number;
  onChange(filter: WordFilter): void;
}

/** Which entries are listed. */
export function EntryFilter({ filter, lists, categories, shown, onChange }: Props) {
  const { t, language } = useTexts();
  return (
    <div className="line entry-filter">
      <input
        type="search"
        aria-label={t('wordlists.filter')}
        placeholder={t('wordlists.filter')}
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
      />
      <select aria-label={t('lists.category')} value={filter.category} onChange={({ target }) => onChange({ ...filter, category: target.value })}>
        <option value="">{t('wordlists.allCategories')}</option>
        {categories.map((category) => (
          <option key={category} value={category}>
            {categoryName(t, category)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('lists.level')}
        value={filter.level}
        onChange={({ target }) => onChange({ ...filter, level: levelSchema.safeParse(target.value).data ?? '' })}
      >
        <option value="">{t('wordlists.allLevels')}</option>
        {levelSchema.options.map((level) => (
          <option key={level} value={level}>
            {t(`level.${level}`)}
          </option>
        ))}
      </select>
      <select aria-label={t('wordlists.list')} value={filter.list} onChange={({ target }) => onChange({ ...filter, list: target.value })}>
        <option value="">{t('wordlists.allLists')}</option>
        {lists.map(({ pack }) => (
          <option key={pack.id} value={pack.id}>
            {textIn(pack.name, language)}
          </option>
        ))}
      </select>
      <span role="status" className="hint">
        {shown === 0 ? t('wordlists.nothingShown') : t('wordlists.shown', { count: shown })}
      </span>
    </div>
  );
}
