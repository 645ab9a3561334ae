import { useState } from 'react';
import { useTexts } from '../../locales/context';
import type { BannedWord, Pack } from '../../packs/format';
import { textIn } from '../../packs/local-text';
import { categoryName } from '../category';

/** Rows shown of one pack at once: a list of thousands is for the filter. */
const SHOWN = 300;

/** Packs of banned words, each a table; filtered by the word. */
export function WordTable({ packs }: { packs: Pack[] }) {
  const { t, language } = useTexts();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  return (
    <>
      <h2>{t('lists.filter')}</h2>
      <input
        type="search"
        aria-label={t('lists.filter')}
        placeholder={t('lists.term')}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {packs.map((pack) => {
        const words = (pack.words ?? []).filter((word) => word.term.toLowerCase().includes(wanted));
        if (words.length === 0) return null;
        return (
          <details key={pack.id} open={wanted !== ''}>
            <summary>
              {textIn(pack.name, language)} · {t('lists.wordsOf', { count: words.length })}
            </summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('lists.term')}</th>
                  <th scope="col">{t('lists.category')}</th>
                  <th scope="col">{t('lists.level')}</th>
                  <th scope="col">{t('lists.reason')}</th>
                  <th scope="col">{t('lists.suggestion')}</th>
                  <th scope="col">{t('lists.exceptions')}</th>
                </tr>
              </thead>
              <tbody>
                {words.slice(0, SHOWN).map((word) => (
                  <tr key={word.term}>
                    <td lang={pack.language}>{word.term}</td>
                    <td>{categoryName(t, word.category)}</td>
                    <td className={`level-${word.level}`}>{t(`level.${word.level}`)}</td>
                    <td>{reasonOf(word, pack, language)}</td>
                    <td lang={pack.language}>{word.suggestion}</td>
                    <td lang={pack.language}>{word.exceptions?.join('、')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        );
      })}
    </>
  );
}

/** A reason may be the name of one that the whole pack shares. */
function reasonOf(word: BannedWord, pack: Pack, language: 'zh-CN' | 'en'): string {
  const shared = typeof word.reason === 'string' ? pack.reasons?.[word.reason] : undefined;
  return textIn(shared ?? word.reason, language);
}
